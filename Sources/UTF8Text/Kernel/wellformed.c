#include "UTF8Kernel.h"

#include <stdbool.h>

#include "CVectors.h"

// Whether a byte of a block cannot stand where it does, by the three bytes before each: Unicode 15.0, table 3-7.
static INLINE bool is_misplaced(const uint8_t *here) {
  const block byte = LOAD(here);
  const block before = LOAD(here - 1);
  const block second = LOAD(here - 2);
  const block third = LOAD(here - 3);
  const block trails = (block)((byte & 0xC0) == 0x80);
  const block wanted = (block)(before >= 0xC2) | (block)(second >= 0xE0) | (block)(third >= 0xF0);
  const block never = (block)((byte & 0xFE) == 0xC0) | (block)(byte > 0xF4);
  block bad = (trails ^ wanted) | never;
  const block is_long = (block)(before >= 0xE0);
  if (ANY(is_long)) {
    // Forms that are longer than they need be, surrogates, and what lies beyond U+10FFFF.
    bad |= (block)(before == 0xE0) & (block)(byte < 0xA0);
    bad |= (block)(before == 0xED) & (block)(byte >= 0xA0);
    bad |= (block)(before == 0xF0) & (block)(byte < 0x90);
    bad |= (block)(before == 0xF4) & (block)(byte >= 0x90);
  }
  return ANY(bad);
}

// Where the last scalar before an index begins if more bytes may belong to it, else the index.
static size_t scalar_boundary(const uint8_t *bytes, size_t index) {
  size_t start = index;
  while (start > 0 && index - start < 3 && (bytes[start - 1] & 0xC0) == 0x80) start--;
  return start > 0 && bytes[start - 1] >= 0xC0 ? start - 1 : index;
}

WIDEST size_t utf8_well_formed_prefix(const uint8_t *bytes, size_t count) {
  const size_t size = sizeof(block);
  if (count < size) return 0;
  // Nothing stands before the first block.
  uint8_t first[3 + sizeof(block)] = {0};
  memcpy(first + 3, bytes, size);
  if (is_misplaced(first + 3)) return 0;
  size_t index = size;
  while (count - index >= size) {
    const block high = (LOAD(bytes + index) | LOAD(bytes + index - 3)) & 0x80;
    if (ANY(high) && is_misplaced(bytes + index)) break;
    index += size;
  }
  return scalar_boundary(bytes, index);
}
