#include "JointSequenceKernel.h"

#include "CVectors.h"

// A sum of products stays two steps where a processor could take one: it would round otherwise than others do.
#pragma STDC FP_CONTRACT OFF

typedef float sixteen __attribute__((vector_size(64)));
typedef int32_t sixteen_bits __attribute__((vector_size(64)));

enum { parts = network_units / 16 };

// A macro, since what a function returns would depend on the processor.
#define SIXTEEN(pointer) ({ sixteen s_; memcpy(&s_, (pointer), sizeof s_); s_; })

WIDEST_SUM void network_activate(
    const float *table, const size_t *rows, size_t count, const float *start, const float *end,
    float *hidden) {
  // As many sums at a time as there is room for in registers.
  for (int first = 0; first < network_units; first += 64) {
    sixteen sums[4];
    for (int part = 0; part < 4; part++) {
      sums[part] = SIXTEEN(start + first + part * 16) + SIXTEEN(end + first + part * 16);
    }
    for (size_t row = 0; row < count; row++) {
      const float *from = table + rows[row] + first;
      for (int part = 0; part < 4; part++) sums[part] += SIXTEEN(from + part * 16);
    }
    for (int part = 0; part < 4; part++) {
      const sixteen kept = (sixteen)((sixteen_bits)sums[part] & (sixteen_bits)(sums[part] > 0));
      memcpy(hidden + first + part * 16, &kept, sizeof kept);
    }
  }
}

WIDEST_SUM void network_weigh(
    const float *table, const float *bias, const uint16_t *rows, size_t count, const float *hidden,
    float *weights) {
  for (size_t row = 0; row < count; row++) {
    const float *from = table + (size_t)rows[row] * network_units;
    sixteen sums = {};
    for (int part = 0; part < parts; part++) {
      sums += SIXTEEN(from + part * 16) * SIXTEEN(hidden + part * 16);
    }
    float sum[8];
    for (int place = 0; place < 8; place++) sum[place] = sums[place] + sums[place + 8];
    weights[row] = ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7])) +
                   bias[rows[row]];
  }
}
