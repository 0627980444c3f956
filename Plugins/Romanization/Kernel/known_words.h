// Looking words up: what tells them from each other, and their records.
#ifndef KNOWN_WORDS_H
#define KNOWN_WORDS_H

#include "CVectors.h"
#include "RomanizationKernel.h"

enum { variants = WORD_IS_CONSTRUCT | WORD_IS_ELIDED };
enum { no_capitals, first_capital, all_capitals };

static INLINE uint64_t load_8(const uint8_t *at) { uint64_t value; memcpy(&value, at, 8); return value; }
static INLINE uint32_t load_4(const uint8_t *at) { uint32_t value; memcpy(&value, at, 4); return value; }

static INLINE uint64_t fold(uint64_t one, uint64_t other) {
  const unsigned __int128 product = (unsigned __int128)one * other;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// The first sixteen bytes of a word, or all of them and zeros.
struct head {
  uint64_t first, second;
};

// Of a word behind which more may be read, without branches: no length can be foreseen.
static INLINE struct head head_of(const uint8_t *word, size_t count) {
  const uint64_t all = ~UINT64_C(0);
  const size_t first = count < 8 ? count : 8, second = count - first < 8 ? count - first : 8;
  const uint64_t first_mask = first == 8 ? all : ~(all << first * 8);
  const uint64_t second_mask = second == 8 ? all : ~(all << second * 8);
  return (struct head){load_8(word) & first_mask, load_8(word + 8) & second_mask};
}

// The same of a word that may end where memory does.
static INLINE struct head safe_head_of(const uint8_t *word, size_t count) {
  uint8_t copy[16] = {0};
  memcpy(copy, word, count < 16 ? count : 16);
  return (struct head){load_8(copy), load_8(copy + 8)};
}

static INLINE uint32_t hash_of(
    struct head head, const uint8_t *word, size_t count, uint16_t traits, uint64_t seed) {
  uint64_t so_far = seed ^ (count << 16 | traits);
  for (size_t index = 16; index + 8 <= count; index += 8) {
    so_far = fold(so_far ^ load_8(word + index), 0x9E3779B97F4A7C15);
  }
  if (count > 16) so_far = fold(so_far ^ load_8(word + count - 8), 0x9E3779B97F4A7C15);
  const uint64_t hash = fold(head.first ^ so_far, head.second ^ seed ^ 0xA0761D6478BD642F);
  return (uint32_t)(hash ^ hash >> 32);
}

static INLINE const uint8_t *record_at(const struct known_words *known, uint32_t place) {
  return known->records + ((size_t)place - 1) * WORD_UNIT;
}

static INLINE bool is_record_of(
    const uint8_t *record, struct head head, const uint8_t *word, size_t count, uint16_t traits) {
  if (record[0] != count || ((record[2] & variants) | record[6] << 8) != traits) return false;
  const struct head known = head_of(record + WORD_HEAD, count);
  if (((head.first ^ known.first) | (head.second ^ known.second)) != 0) return false;
  return count <= 16 || memcmp(record + WORD_HEAD + 16, word + 16, count - 16) == 0;
}

// The place of a word's record and one more, or 0; `slot` is where it is, or belongs.
static INLINE uint32_t find(
    const struct known_words *known, struct head head, const uint8_t *word, size_t count, uint16_t traits,
    uint32_t hash, uint64_t *slot) {
  uint64_t index = hash & known->mask;
  for (; known->slots[index] != 0; index = (index + 1) & known->mask) {
    const uint32_t place = (uint32_t)known->slots[index];
    if (known->slots[index] >> 32 == hash
        && is_record_of(record_at(known, place), head, word, count, traits)) {
      break;
    }
  }
  *slot = index;
  return (uint32_t)known->slots[index];
}

#endif
