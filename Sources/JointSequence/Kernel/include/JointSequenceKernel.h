// The innermost loops of the network beside the n-grams: sums and products of rows of 128 numbers, in the
// widest instructions that the processor has. All of them give the same bits: nothing is fused, and numbers
// are added in one order.
#ifndef JOINT_SEQUENCE_KERNEL_H
#define JOINT_SEQUENCE_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum { network_units = 128 };

// Fills `hidden` with the sum of the rows `start` and `end` and of rows of `table`, negative numbers made 0.
// The rows of `table` are given by the places where they begin, counted in numbers.
void network_activate(
    const float *table, const size_t *rows, size_t count, const float *start, const float *end,
    float *hidden);

// Fills `weights` with the products of `hidden` and the rows of `table` that are given by their numbers, and
// adds what `bias` has for each.
void network_weigh(
    const float *table, const float *bias, const uint16_t *rows, size_t count, const float *hidden,
    float *weights);

#endif
