#include "SentencesKernel.h"

#include "CVectors.h"

// Sets the bytes of `found` whose places in the block at `at` may hold a mark. Reads one byte more
// than a block, for the second bytes of pairs.
static INLINE void find(const uint8_t *at, block *found) {
  const block first = LOAD(at);
  const block second = LOAD(at + 1);
  // LF to CR, the stops of ASCII, its quotes and brackets, and the digit that opens a list.
  block marks = (block)(first - 0x0A < 4);
  marks |= (block)(first == '.') | (block)(first == '!') | (block)(first == '?');
  marks |= (block)(first == '"') | (block)(first == '(') | (block)(first == ')');
  marks |= (block)(first == '[') | (block)(first == ']') | (block)(first == '1');
  // Leads of two bytes that are rare enough to look at each (NEL « », Armenian), and of three.
  marks |= (block)(first == 0xC2) | (block)(first == 0xD6);
  marks |= (block)(first >= 0xE0);
  // `؟`, `١`, `۔` and `۱`, whose leads are too common for that.
  marks |= (block)(first == 0xD8) & (block)(second == 0x9F);
  marks |= (block)(first == 0xD9) & (block)(second == 0xA1);
  marks |= (block)(first == 0xDB) & ((block)(second == 0x94) | (block)(second == 0xB1));
  *found = marks;
}

static INLINE int is_mark(uint32_t scalar) {
  if (scalar < 0x80) {
    switch (scalar) {
    case 0x0A: case 0x0B: case 0x0C: case 0x0D:
    case '.': case '!': case '?': case '"': case '(': case ')': case '[': case ']': case '1': return 1;
    default: return 0;
    }
  }
  switch (scalar) {
  case 0x85: case 0xAB: case 0xBB: case 0x0589: case 0x061F: case 0x0661: case 0x06D4: case 0x06F1: case 0x0964:
  case 0x0965: case 0x1362: case 0x201C: case 0x201D: case 0x2026: case 0x2028: case 0x2029: case 0x203C: case 0x203D:
  case 0x2047: case 0x2048: case 0x2049: case 0x3002: case 0xFD3E: case 0xFD3F: case 0xFF01: case 0xFF0E: case 0xFF1F:
  case 0xFF61: return 1;
  default: return 0;
  }
}

// The scalar that starts at `index`, or 0 when the bytes end inside it.
static INLINE uint32_t scalar_at(const uint8_t *bytes, size_t index, size_t end) {
  const uint8_t lead = bytes[index];
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return index + 2 <= end ? (lead & 0x1Fu) << 6 | (bytes[index + 1] & 0x3Fu) : 0;
  if (lead >= 0xF0 || index + 3 > end) return 0;
  return (lead & 0x0Fu) << 12 | (bytes[index + 1] & 0x3Fu) << 6 | (bytes[index + 2] & 0x3Fu);
}

static INLINE size_t take(
    const uint8_t *bytes, size_t index, size_t end, sentence_mark *marks, size_t count) {
  const uint32_t scalar = scalar_at(bytes, index, end);
  if (!is_mark(scalar)) return count;
  marks[count].offset = (int64_t)index;
  marks[count].scalar = scalar;
  return count + 1;
}

WIDEST size_t sentences_find_marks(
    const uint8_t *bytes, size_t start, size_t end, sentence_mark *marks, size_t capacity, size_t *next) {
  size_t count = 0;
  size_t index = start;
  while (index + sizeof(block) < end && count + sizeof(block) <= capacity) {
    block found;
    find(bytes + index, &found);
    const words bits = (words)found;
    for (size_t word = 0; word < 4; ++word) {
      uint64_t rest = bits[word];
      while (rest != 0) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        const size_t place = (size_t)__builtin_ctzll(rest) / 8;
        rest &= ~(0xFFull << place * 8);
#else
        const size_t place = (size_t)__builtin_clzll(rest) / 8;
        rest &= ~(0xFFull << (7 - place) * 8);
#endif
        count = take(bytes, index + word * 8 + place, end, marks, count);
      }
    }
    index += sizeof(block);
  }
  while (index < end && count < capacity && index + sizeof(block) >= end) {
    // Continuation bytes give no mark: as leads they would be below 0xC0.
    if ((bytes[index] & 0xC0) != 0x80) count = take(bytes, index, end, marks, count);
    ++index;
  }
  *next = index;
  return count;
}
