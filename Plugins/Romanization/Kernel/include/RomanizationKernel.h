// The innermost loop of the romanizer: finding a weight in a line of a table.
#ifndef ROMANIZATION_KERNEL_H
#define ROMANIZATION_KERNEL_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// A line is as long as what a processor fetches at once: so many tags of two bytes, as many weights of
// one, and a byte that tells whether the search goes on in the next line.
enum {
  weight_line_size = 64,
  weight_line_slots = 21,
  weight_line_weights = 42,
  weight_line_more = 63,
};

// The slot of a tag, or `weight_line_slots` when the line has none. There is no branch: hits and misses
// come in no order that a processor could foresee.
static inline __attribute__((always_inline)) uint32_t weight_line_find(
    const uint8_t *line, uint16_t tag) {
  const uint32_t end = UINT32_C(1) << weight_line_slots;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16((short)tag);
  const __m128i first = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)line), wanted);
  const __m128i second = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(line + 16)), wanted);
  const __m128i third = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(line + 32)), wanted);
  const uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(first, second));
  const uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(third, _mm_setzero_si128()));
  // Behind the tags stand weights, which are none: the lowest bit that is set is never beyond `end`.
  return (uint32_t)__builtin_ctz(low | high << 16 | end);
#else
  uint32_t found = end;
  for (uint32_t slot = 0; slot < weight_line_slots; slot++) {
    uint16_t here;
    memcpy(&here, line + 2 * slot, sizeof here);
    found |= (uint32_t)(here == tag) << slot;
  }
  return (uint32_t)__builtin_ctz(found);
#endif
}

#endif
