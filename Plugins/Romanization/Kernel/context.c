#include "RomanizationKernel.h"

#include "CVectors.h"

// A sum of products stays two steps where a processor could take one: it would round otherwise than others do.
#pragma STDC FP_CONTRACT OFF

typedef float sixteen __attribute__((vector_size(64)));
typedef int32_t sixteen_bits __attribute__((vector_size(64)));
typedef float eight __attribute__((vector_size(32)));
typedef int32_t eight_ints __attribute__((vector_size(32)));
typedef int8_t eight_bytes __attribute__((vector_size(8)));

// Macros, since what a function returns would depend on the processor.
#define EIGHT(pointer) ({ eight e_; memcpy(&e_, (pointer), sizeof e_); e_; })
#define SIXTEEN(pointer) ({ sixteen s_; memcpy(&s_, (pointer), sizeof s_); s_; })
#define STORE(pointer, value) ({ const __typeof__(value) e_ = (value); memcpy((pointer), &e_, sizeof e_); })
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

WIDEST_SUM void context_activate(
    const float *words, size_t count, size_t index, size_t reach, const float *matrices,
    const float *bias, float *hidden) {
  sixteen kept[4];
  for (int part = 0; part < 4; part++) kept[part] = SIXTEEN(bias + part * 16);
  for (size_t place = 0; place < 2 * reach + 2; place++) {
    size_t word = 0;
    if (place <= 2 * reach) {
      if (index + place < reach || index + place - reach >= count) continue;
      word = index + place - reach;
    }
    const float *vector = words + word * 24;
    const float *matrix = matrices + place * (24 * 64);
    for (size_t row = 0; row < 24; row++) {
      const sixteen value = (sixteen){} + vector[row];
      const float *from = matrix + row * 64;
      for (int part = 0; part < 4; part++) kept[part] += value * SIXTEEN(from + part * 16);
    }
  }
  for (int part = 0; part < 4; part++) {
    STORE(hidden + part * 16, (sixteen)((sixteen_bits)kept[part] & (sixteen_bits)(kept[part] > 0)));
  }
}

// The rows of a word's window and of the line's first word; zeros for places that the line does not reach.
static INLINE void context_window(
    const float *words, size_t count, size_t index, size_t reach, const float **rows) {
  static const float nothing[24];
  for (size_t place = 0; place <= 2 * reach; place++) {
    const bool is_inside = index + place >= reach && index + place - reach < count;
    rows[place] = is_inside ? words + (index + place - reach) * 24 : nothing;
  }
  rows[2 * reach + 1] = words;
}

enum { most_places = 8 };

// Some words at a time, so that a number of the matrices is fetched once for all of them, and as many strips of 16 sums
// as keep a processor from waiting for the last sum.
#define WEIGH(at_once, strips)                                                                    \
  {                                                                                               \
    const float *rows[at_once][most_places];                                                      \
    float hidden[at_once][64];                                                                    \
    for (int word = 0; word < at_once; word++) {                                                  \
      context_window(words, count, indices[done + word], reach, rows[word]);                      \
    }                                                                                             \
    for (int first = 0; first < 64; first += 16 * strips) {                                       \
      sixteen kept[at_once][strips];                                                              \
      for (int word = 0; word < at_once; word++) {                                                \
        for (int strip = 0; strip < strips; strip++) {                                            \
          kept[word][strip] = SIXTEEN(network->unit_bias + first + strip * 16);                   \
        }                                                                                         \
      }                                                                                           \
      for (size_t place = 0; place < places; place++) {                                           \
        const float *matrix = network->matrices + place * (24 * 64) + first;                      \
        for (size_t row = 0; row < 24; row++) {                                                   \
          for (int strip = 0; strip < strips; strip++) {                                          \
            const sixteen weights = SIXTEEN(matrix + row * 64 + strip * 16);                      \
            for (int word = 0; word < at_once; word++) {                                          \
              kept[word][strip] += (rows[word][place][row] - (sixteen){}) * weights;              \
            }                                                                                     \
          }                                                                                       \
        }                                                                                         \
      }                                                                                           \
      for (int word = 0; word < at_once; word++) {                                                \
        for (int strip = 0; strip < strips; strip++) {                                            \
          const sixteen sum = kept[word][strip];                                                  \
          STORE(                                                                                  \
              hidden[word] + first + strip * 16,                                                  \
              (sixteen)((sixteen_bits)sum & (sixteen_bits)(sum > 0)));                            \
        }                                                                                         \
      }                                                                                           \
    }                                                                                             \
    sixteen sums[at_once][3];                                                                     \
    for (int word = 0; word < at_once; word++) {                                                  \
      for (int part = 0; part < 3; part++) {                                                      \
        sums[word][part] = SIXTEEN(network->opinion_bias + part * 16);                            \
      }                                                                                           \
    }                                                                                             \
    for (size_t row = 0; row < 64; row++) {                                                       \
      for (int part = 0; part < 3; part++) {                                                      \
        const sixteen weights = SIXTEEN(network->opinion + row * 48 + part * 16);                 \
        for (int word = 0; word < at_once; word++) {                                              \
          sums[word][part] += (hidden[word][row] - (sixteen){}) * weights;                        \
        }                                                                                         \
      }                                                                                           \
    }                                                                                             \
    for (int word = 0; word < at_once; word++) {                                                  \
      for (int part = 0; part < 3; part++) {                                                      \
        STORE(opinions + (done + word) * 48 + part * 16, sums[word][part]);                       \
      }                                                                                           \
    }                                                                                             \
    done += at_once;                                                                              \
  }

WIDEST_SUM void context_weigh(
    const struct context_network *network, const float *words, size_t count,
    const uint32_t *indices, size_t index_count, float *opinions) {
  const size_t reach = network->reach;
  const size_t places = 2 * reach + 2;
  if (places > most_places) return;
  size_t done = 0;
  while (index_count - done >= 4) WEIGH(4, 1)
  if (index_count - done >= 2) WEIGH(2, 2)
  if (index_count > done) WEIGH(1, 4)
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

WIDEST void context_pack(const float *numbers, float scale, int8_t *bytes) {
  for (int part = 0; part < 3; part++) {
    const eight values = EIGHT(numbers + part * 8) * ((eight){} + scale);
    eight_ints whole = __builtin_convertvector(values, eight_ints);
    const eight rest = values - __builtin_convertvector(whole, eight);
    // What holds in a lane is -1 there.
    whole += (eight_ints)(rest <= -0.5f) - (eight_ints)(rest >= 0.5f);
    const eight_bytes packed = __builtin_convertvector(whole, eight_bytes);
    memcpy(bytes + part * 8, &packed, sizeof packed);
  }
}
