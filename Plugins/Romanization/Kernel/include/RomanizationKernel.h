// Writing letters for letters, and the sums and products of the network that weighs candidates by the words
// around, in the widest instructions that the processor has. All of them give the same bits: nothing is fused,
// and numbers are added in one order. Rows have 24, 48 or 64 numbers, other widths are left alone.
#ifndef ROMANIZATION_KERNEL_H
#define ROMANIZATION_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Writes what stands for each scalar of well-formed UTF-8, and gives how many bytes that is.
//
// `table` has 512 entries: what stands for each ASCII character, in its place; 0 for other first bytes, whose
// scalars stay; from 256 on what stands for each of the letters U+0600 to U+06FF. An entry has up to seven
// bytes, the first one lowest, their count in bits 56 to 58, and bit 63 set for what is counted in `unknown`;
// bit 59 tells an entry of no bytes from 0. With `shadda_first` a shadda is written before the vowel sign that
// it stands behind. `target` needs room for four bytes for each one of `bytes`, and eight more.
size_t letters_write(
    const uint64_t *table, bool shadda_first, const uint8_t *bytes, size_t count, uint8_t *target,
    size_t *unknown);

// Adds to the `width` numbers of `sums` the rows of `matrix`, each times its number of `vector`.
void context_multiply(
    const float *vector, size_t count, const float *matrix, size_t width, float *sums);

// The hidden units in the place of a word: `bias` and the products of the words of its window, then of the
// line's first word, with a matrix each, negative numbers made 0.
//
// `words` are rows of 24 numbers, `count` of them, of which `index` is the word itself. The window reaches `reach`
// words to either side.
void context_activate(
    const float *words, size_t count, size_t index, size_t reach, const float *matrices,
    const float *bias, float *hidden);

// Adds to each of the `count` numbers of `sums` the product of a row of `matrix` and `slopes`: a step of
// learning back through `context_multiply`.
void context_multiply_back(
    const float *matrix, size_t count, size_t width, const float *slopes, float *sums);

// Adds to each of the `count` rows of `matrix` `slopes` times a number of `vector`: what is learned of the
// matrix itself.
void context_spread(
    const float *vector, size_t count, const float *slopes, size_t width, float *matrix);

// The product of 24 numbers and as many signed bytes.
float context_product(const float *numbers, const int8_t *bytes);

// Adds to 24 numbers as many signed bytes, each times `scale`.
void context_add_bytes(const int8_t *bytes, float scale, float *sums);

#endif
