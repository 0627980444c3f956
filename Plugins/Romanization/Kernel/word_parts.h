// Reading text into words and what stands between them.
#ifndef WORD_PARTS_H
#define WORD_PARTS_H

#include "CVectors.h"
#include "RomanizationKernel.h"

typedef bool bits __attribute__((ext_vector_type(32)));

enum {
  longest_run = 256,
  // Where the classes of U+2000 to U+207F begin.
  general = 2048,
};

enum { is_letter = 0, is_mark = 1, is_other = 2, kinds = 3, opens = 4, closes = 8 };

static INLINE size_t code_at(const uint8_t *at) { return (size_t)(at[0] & 0x1F) << 6 | (at[1] & 0x3F); }

// Two bytes as a little-endian number, so that they are compared at once: which byte a letter begins with is as hard to
// foresee as the letter.
static INLINE uint16_t load_2(const uint8_t *at) {
  return (uint16_t)(at[0] | at[1] << 8);
}

// Whether two bytes are a scalar of U+0620 to U+065F, which are letters and marks all and most of what there is.
static INLINE bool is_common(const uint8_t *at) {
  const bool is_early = (at[0] == 0xD8) & (at[1] >= 0xA0), is_late = (at[0] == 0xD9) & (at[1] < 0xA0);
  return is_early | is_late;
}

// Where a byte stands that no such scalar has; the block's size for none.
static INLINE size_t first_of(block good) {
  const bits other = __builtin_convertvector(good == 0, bits);
  uint32_t mask;
  memcpy(&mask, &other, sizeof mask);
  return mask == 0 ? sizeof(block) : (size_t)__builtin_ctz(mask);
}

// Where the letters begin that the automaton knows: U+0621 to U+063A and U+0641 to U+064A.
static INLINE block bare_letters(block here, block next) {
  const block early = (block)(here == 0xD8), late = (block)(here == 0xD9);
  return (early & (next - 0xA1 <= 0xBA - 0xA1)) | (late & (next - 0x81 <= 0x8A - 0x81));
}

// Passes over such scalars, so far as whole blocks can be read. `is_bare` tells whether all are letters of the automaton,
// as far as that is seen with one look.
static INLINE size_t skip_common(const uint8_t *bytes, size_t count, size_t index, bool *is_bare) {
  *is_bare = true;
  while (count - index > sizeof(block)) {
    const block here = LOAD(bytes + index), next = LOAD(bytes + index + 1);
    const block behind = (block)((here & 0xC0) == 0x80), early = (block)(here == 0xD8), late = (block)(here == 0xD9);
    const size_t length = first_of(behind | (early & (next >= 0xA0)) | (late & (next < 0xA0)));
    if (length < sizeof(block)) {
      if (first_of(behind | bare_letters(here, next)) != length) *is_bare = false;
      return index + length;
    }
    *is_bare = false;
    // The block's last byte may begin a scalar.
    index += sizeof(block) - 1;
    if ((bytes[index] & 0xC0) == 0x80) index++;
  }
  *is_bare = false;
  while (index + 1 < count && is_common(bytes + index)) index += 2;
  return index;
}

// Where a word ends; false where a letter of three bytes may stand.
static INLINE bool read_word(
    const uint8_t *classes, const uint8_t *bytes, size_t count, size_t index, size_t *end, bool *is_bare) {
  index = skip_common(bytes, count, index, is_bare);
  while (index < count && bytes[index] >= 0x80) {
    if (bytes[index] == 0xE0 || bytes[index] == 0xEF) return false;
    if ((bytes[index] & 0xE0) != 0xC0 || (classes[code_at(bytes + index)] & kinds) == is_other) break;
    index = skip_common(bytes, count, index + 2, is_bare);
    *is_bare = false;
  }
  *end = index;
  return true;
}

// Reads what stands between words; false for what is too rare or too long to be handled here.
static INLINE bool read_other(
    const uint8_t *classes, const uint8_t *bytes, size_t count, struct words_part *part) {
  const size_t start = part->end;
  bool begins = part->end == part->start && part->begins;
  part->has_signs = false;
  size_t index = start;
  if (count - index > 2 && bytes[index] == 0x20 && is_common(bytes + index + 1)) {
    index++;
  } else {
    while (index < count) {
      const uint8_t lead = bytes[index];
      size_t length = 1;
      uint8_t class;
      if (lead < 0x80) {
        class = classes[lead];
      } else if ((lead & 0xE0) == 0xC0) {
        class = classes[code_at(bytes + index)];
        if ((class & kinds) != is_other) break;
        part->has_signs = true;
        length = 2;
      } else if (lead == 0xE2 && (bytes[index + 1] & 0xFE) == 0x80) {
        class = classes[general + ((size_t)(bytes[index + 1] & 1) << 6 | (bytes[index + 2] & 0x3F))];
        length = 3;
      } else {
        return false;
      }
      if (class & opens) begins = true;
      if (class & closes) begins = false;
      index += length;
      if (index - start > longest_run) return false;
    }
  }
  part->next = index;
  part->begins_next = begins;
  return true;
}

// Whether an alef without hamza stands at an index; words that begin with no other letter change behind a vowel.
static INLINE bool is_alef(const uint8_t *bytes, size_t count, size_t index) {
  if (index + 1 >= count) return false;
  const uint16_t letter = load_2(bytes + index);
  return (letter == 0xA7D8) | (letter == 0xB1D9);
}

// Sees whether a word in ta marbuta stands before one that it belongs to, or whether only records can tell.
static INLINE void read_construct(
    const uint8_t *classes, const uint8_t *bytes, size_t count, struct words_part *part) {
  size_t end = part->end;
  if (!part->is_bare) {
    while (end > part->start + 1 && (classes[code_at(bytes + end - 2)] & kinds) == is_mark) end -= 2;
    if (end < part->start + 2) return;
  }
  if (load_2(bytes + end - 2) != 0xA9D8) return;
  const size_t next = part->end + 1;
  if (next >= count || bytes[next - 1] != 0x20) return;
  if (next + 3 < count && is_alef(bytes, count, next) && load_2(bytes + next + 2) == 0x84D9) {
    part->traits = WORD_IS_CONSTRUCT;
  } else {
    part->asks = end == part->end && end - part->start > 3 && part->next == next && next < count;
  }
}

#endif
