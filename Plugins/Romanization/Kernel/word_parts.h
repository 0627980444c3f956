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

// Whether two bytes are a scalar of U+0620 to U+065F, which are letters and marks all and most of what there is.
static INLINE bool is_common(const uint8_t *at) {
  return (at[0] == 0xD8 && at[1] >= 0xA0) || (at[0] == 0xD9 && at[1] < 0xA0);
}

// Passes over such scalars, so far as whole blocks can be read.
static INLINE size_t skip_common(const uint8_t *bytes, size_t count, size_t index) {
  while (count - index > sizeof(block)) {
    const block here = LOAD(bytes + index), next = LOAD(bytes + index + 1);
    const block good = (block)((here & 0xC0) == 0x80) | (block)((here == 0xD8) & (next >= 0xA0))
        | (block)((here == 0xD9) & (next < 0xA0));
    const bits other = __builtin_convertvector(good == 0, bits);
    uint32_t mask;
    memcpy(&mask, &other, sizeof mask);
    if (mask != 0) return index + (size_t)__builtin_ctz(mask);
    // The block's last byte may begin a scalar.
    index += sizeof(block) - 1;
    if ((bytes[index] & 0xC0) == 0x80) index++;
  }
  while (index + 1 < count && is_common(bytes + index)) index += 2;
  return index;
}

// Where a word ends; false where a letter of three bytes may stand.
static INLINE bool read_word(
    const uint8_t *classes, const uint8_t *bytes, size_t count, size_t index, size_t *end) {
  for (;;) {
    index = skip_common(bytes, count, index);
    if (index == count || bytes[index] < 0x80) break;
    if (bytes[index] == 0xE0 || bytes[index] == 0xEF) return false;
    if ((bytes[index] & 0xE0) != 0xC0 || (classes[code_at(bytes + index)] & kinds) == is_other) break;
    index += 2;
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
  return index + 1 < count
      && ((bytes[index] == 0xD8 && bytes[index + 1] == 0xA7) || (bytes[index] == 0xD9 && bytes[index + 1] == 0xB1));
}

// Sees whether a word in ta marbuta stands before one that it belongs to, or whether only records can tell.
static INLINE void read_construct(
    const uint8_t *classes, const uint8_t *bytes, size_t count, struct words_part *part) {
  size_t end = part->end;
  while (end > part->start + 1 && (classes[code_at(bytes + end - 2)] & kinds) == is_mark) end -= 2;
  if (end < part->start + 2 || bytes[end - 2] != 0xD8 || bytes[end - 1] != 0xA9) return;
  const size_t next = part->end + 1;
  if (next >= count || bytes[next - 1] != 0x20) return;
  if (next + 3 < count && is_alef(bytes, count, next) && bytes[next + 2] == 0xD9
      && bytes[next + 3] == 0x84) {
    part->traits = WORD_IS_CONSTRUCT;
  } else {
    part->asks = end == part->end && end - part->start > 3 && part->next == next && next < count;
  }
}

#endif
