#include "JointSequenceKernel.h"

#include "CVectors.h"

typedef float eight __attribute__((vector_size(32)));
typedef int32_t eight_bits __attribute__((vector_size(32)));

enum { parts = network_units / 8 };

// A macro, since what a function returns would depend on the processor.
#define EIGHT(pointer) ({ eight e_; memcpy(&e_, (pointer), sizeof e_); e_; })

WIDEST void network_activate(
    const float *table, const size_t *rows, size_t count, const float *start, const float *end,
    float *hidden) {
  // As many sums at a time as there is room for in registers.
  for (int first = 0; first < network_units; first += 64) {
    eight sums[8];
    for (int part = 0; part < 8; part++) {
      sums[part] = EIGHT(start + first + part * 8) + EIGHT(end + first + part * 8);
    }
    for (size_t row = 0; row < count; row++) {
      const float *from = table + rows[row] + first;
      for (int part = 0; part < 8; part++) sums[part] += EIGHT(from + part * 8);
    }
    for (int part = 0; part < 8; part++) {
      const eight kept = (eight)((eight_bits)sums[part] & (eight_bits)(sums[part] > 0));
      memcpy(hidden + first + part * 8, &kept, sizeof kept);
    }
  }
}

WIDEST void network_weigh(
    const float *table, const float *bias, const uint16_t *rows, size_t count, const float *hidden,
    float *weights) {
  for (size_t row = 0; row < count; row++) {
    const float *from = table + (size_t)rows[row] * network_units;
    eight even = {}, odd = {};
    for (int part = 0; part < parts; part += 2) {
      even += EIGHT(from + part * 8) * EIGHT(hidden + part * 8);
      odd += EIGHT(from + part * 8 + 8) * EIGHT(hidden + part * 8 + 8);
    }
    const eight sum = even + odd;
    weights[row] = ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7])) +
                   bias[rows[row]];
  }
}
