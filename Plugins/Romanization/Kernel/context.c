#include "RomanizationKernel.h"

#include "CVectors.h"

typedef float eight __attribute__((vector_size(32)));
typedef int32_t eight_bits __attribute__((vector_size(32)));
typedef int8_t eight_bytes __attribute__((vector_size(8)));

// Macros, since what a function returns would depend on the processor.
#define EIGHT(pointer) ({ eight e_; memcpy(&e_, (pointer), sizeof e_); e_; })
#define STORE(pointer, value) ({ const eight e_ = (value); memcpy((pointer), &e_, sizeof e_); })
#define SUM(e) (((e)[0] + (e)[4]) + ((e)[2] + (e)[6]) + (((e)[1] + (e)[5]) + ((e)[3] + (e)[7])))

// Written out for each width, so that sums stay in registers.
#define FOR_EACH_WIDTH(run)       \
  switch (width) {                \
    case 24: run(3); break;       \
    case 48: run(6); break;       \
    case 64: run(8); break;       \
    default: break;               \
  }

WIDEST void context_multiply(
    const float *vector, size_t count, const float *matrix, size_t width, float *sums) {
#define MULTIPLY(parts)                                                               \
  {                                                                                   \
    eight kept[parts];                                                                \
    for (int part = 0; part < parts; part++) kept[part] = EIGHT(sums + part * 8);     \
    for (size_t row = 0; row < count; row++) {                                        \
      const eight value = (eight){} + vector[row];                                    \
      const float *from = matrix + row * (parts * 8);                                 \
      for (int part = 0; part < parts; part++) kept[part] += value * EIGHT(from + part * 8); \
    }                                                                                 \
    for (int part = 0; part < parts; part++) STORE(sums + part * 8, kept[part]);      \
  }
  FOR_EACH_WIDTH(MULTIPLY)
}

WIDEST void context_activate(
    const float *words, size_t count, size_t index, size_t reach, const float *matrices,
    const float *bias, float *hidden) {
  eight kept[8];
  for (int part = 0; part < 8; part++) kept[part] = EIGHT(bias + part * 8);
  for (size_t place = 0; place < 2 * reach + 2; place++) {
    size_t word = 0;
    if (place <= 2 * reach) {
      if (index + place < reach || index + place - reach >= count) continue;
      word = index + place - reach;
    }
    const float *vector = words + word * 24;
    const float *matrix = matrices + place * (24 * 64);
    for (size_t row = 0; row < 24; row++) {
      const eight value = (eight){} + vector[row];
      const float *from = matrix + row * 64;
      for (int part = 0; part < 8; part++) kept[part] += value * EIGHT(from + part * 8);
    }
  }
  for (int part = 0; part < 8; part++) {
    STORE(hidden + part * 8, (eight)((eight_bits)kept[part] & (eight_bits)(kept[part] > 0)));
  }
}

WIDEST void context_multiply_back(
    const float *matrix, size_t count, size_t width, const float *slopes, float *sums) {
#define MULTIPLY_BACK(parts)                                                          \
  for (size_t row = 0; row < count; row++) {                                          \
    const float *from = matrix + row * (parts * 8);                                   \
    eight sum = {};                                                                   \
    for (int part = 0; part < parts; part++)                                          \
      sum += EIGHT(from + part * 8) * EIGHT(slopes + part * 8);                       \
    sums[row] += SUM(sum);                                                            \
  }
  FOR_EACH_WIDTH(MULTIPLY_BACK)
}

WIDEST void context_spread(
    const float *vector, size_t count, const float *slopes, size_t width, float *matrix) {
#define SPREAD(parts)                                                                 \
  for (size_t row = 0; row < count; row++) {                                          \
    const eight value = (eight){} + vector[row];                                      \
    float *to = matrix + row * (parts * 8);                                           \
    for (int part = 0; part < parts; part++)                                          \
      STORE(to + part * 8, EIGHT(to + part * 8) + value * EIGHT(slopes + part * 8));  \
  }
  FOR_EACH_WIDTH(SPREAD)
}

WIDEST float context_product(const float *numbers, const int8_t *bytes) {
  eight sum = {};
  for (int part = 0; part < 3; part++) {
    eight_bytes packed;
    memcpy(&packed, bytes + part * 8, sizeof packed);
    sum += EIGHT(numbers + part * 8) * __builtin_convertvector(packed, eight);
  }
  return SUM(sum);
}

WIDEST void context_add_bytes(const int8_t *bytes, float scale, float *sums) {
  for (int part = 0; part < 3; part++) {
    eight_bytes packed;
    memcpy(&packed, bytes + part * 8, sizeof packed);
    const eight values = __builtin_convertvector(packed, eight);
    STORE(sums + part * 8, EIGHT(sums + part * 8) + values * ((eight){} + scale));
  }
}
