// The innermost loop of hash tables made of lines: finding a tag in a line.
#ifndef C_HASH_LINES_H
#define C_HASH_LINES_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// A line is as long as what a processor fetches at once. It begins with tags of two bytes.
enum { hash_line_size = 64, hash_line_most_slots = 31 };

// The slot of a tag among the first `slots` of a line, at most 31, or `slots` when none has it. There is no
// branch: hits and misses come in no order that a processor could foresee.
static inline __attribute__((always_inline)) uint32_t hash_line_find(
    const uint8_t *line, uint16_t tag, uint32_t slots) {
  const uint32_t end = UINT32_C(1) << slots;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16((short)tag);
  const __m128i *part = (const __m128i *)line;
  const __m128i first = _mm_cmpeq_epi16(_mm_loadu_si128(part), wanted);
  const __m128i second = _mm_cmpeq_epi16(_mm_loadu_si128(part + 1), wanted);
  const __m128i third = _mm_cmpeq_epi16(_mm_loadu_si128(part + 2), wanted);
  const __m128i fourth = _mm_cmpeq_epi16(_mm_loadu_si128(part + 3), wanted);
  const uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(first, second));
  const uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(third, fourth));
  // What stands behind the tags is none: the lowest bit that is set is never beyond `end`.
  return (uint32_t)__builtin_ctz(low | high << 16 | end);
#else
  uint32_t found = end;
  for (uint32_t slot = 0; slot < slots; slot++) {
    uint16_t here;
    memcpy(&here, line + 2 * slot, sizeof here);
    found |= (uint32_t)(here == tag) << slot;
  }
  return (uint32_t)__builtin_ctz(found);
#endif
}

// Has a line fetched from memory without waiting for it.
static inline __attribute__((always_inline)) void hash_line_fetch(const uint8_t *line) {
  __builtin_prefetch(line);
}

#endif
