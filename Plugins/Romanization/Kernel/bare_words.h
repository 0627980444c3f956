// Writing words of letters without marks by an automaton, without a look at memory.
#ifndef BARE_WORDS_H
#define BARE_WORDS_H

#include "known_words.h"
#include "word_parts.h"

// Letters as little-endian numbers of their bytes.
enum : uint32_t {
  alef_lam = 0x84D9A7D8,
  wasla_lam = 0x84D9B1D9,
  lam_lam = 0x84D984D9,
  waw = 0x88D9,
  fa = 0x81D9,
  ba = 0xA8D8,
  kaf = 0x83D9,
};

enum {
  entry_count = 56,
  entry_state = 61,
};

static INLINE bool has_article(struct head head, size_t count) {
  return count >= 8 && (uint32_t)head.first == alef_lam;
}

static INLINE size_t place_of(struct head head) {
  const uint64_t both = head.first ^ head.second * UINT64_C(0x9E3779B97F4A7C15);
  return (size_t)(both * UINT64_C(0xA0761D6478BD642F) >> 52);
}

// Whether a word's letters tell what it opens with, and it is read as it is written.
static INLINE bool is_plain(const uint64_t *bare, struct head head) {
  const uint16_t first = (uint16_t)head.first;
  if ((uint32_t)(head.first >> 16) == alef_lam && (first == waw || first == fa || first == ba || first == kaf)) {
    return false;
  }
  if ((uint32_t)head.first == lam_lam) return false;
  const size_t place = place_of(head);
  return (bare[BARE_OTHERS + place / 64] >> place % 64 & 1) == 0;
}

// What is written of a word so far, and what the next letter depends on of that.
struct bare_word {
  uint8_t *target;
  size_t state;
  // The entries, so that one that asks for more is seen in the end.
  uint64_t entries;
  // All bits where the next letter is to be raised.
  uint64_t raising;
};

static INLINE uint8_t *write_entry(uint64_t entry, uint64_t raise, uint8_t *target) {
  const uint64_t bytes = entry ^ raise;
  memcpy(target, &bytes, sizeof bytes);
  return target + (entry >> entry_count & 7);
}

// Writes the letter whose last bits are `letter`, before `next`; 0 is none, of which nothing is written. There are no
// branches: no length can be foreseen.
static INLINE void write_letter(
    const uint64_t *bare, const uint64_t *classes, size_t letter, size_t next, bool has_capitals,
    struct bare_word *word) {
  const size_t place = classes[next] + letter * BARE_LETTER + word->state;
  const uint64_t entry = bare[place];
  uint64_t raise = 0;
  if (has_capitals) {
    raise = bare[BARE_RAISES + place] & word->raising;
    word->raising = raise == 0 ? word->raising : 0;
  }
  word->target = write_entry(entry, raise, word->target);
  word->entries |= entry;
  word->state = entry >> entry_state;
}

// A word of letters without marks, of at most 32 bytes.
struct letters {
  const uint8_t *start;
  size_t length;
  struct head head;
  // It ends in ta marbuta and belongs to the next word; a line or a name begins with it.
  bool is_construct, begins;
};

// Writes a word; NULL where that depends on more than the automaton knows. `ends_in_vowel` tells whether its last letter
// is a vowel's.
static INLINE uint8_t *write_bare(
    const struct word_rules *rules, const struct letters *letters, bool has_capitals, uint8_t *target,
    bool *ends_in_vowel) {
  const uint64_t *const bare = rules->bare;
  const uint64_t first = letters->head.first, second = letters->head.second;
  const bool is_definite = has_article(letters->head, letters->length);
  const bool raises = has_capitals && (rules->capitals == all_capitals || letters->begins);
  struct bare_word word = {.target = target, .raising = raises ? ~UINT64_C(0) : 0};
  // The first letters behind the article, and none where there are fewer.
  const uint64_t own_first = is_definite ? first >> 32 | second << 32 : first;
  const uint64_t own_second = is_definite ? second >> 32 : second;
#define LETTER(number) ((size_t)((number < 4 ? own_first : own_second) >> (number % 4 * 16 + 8)) & 0x3F)
  const uint64_t article = is_definite ? bare[BARE_ARTICLES + LETTER(0)] : 0;
  const bool raises_article = is_definite && raises && rules->raises_article && letters->begins;
  word.target = write_entry(article, raises_article ? bare[BARE_ARTICLE_RAISES + LETTER(0)] : 0, target);
  word.entries = article;
  const uint64_t *const classes =
      bare + (letters->is_construct && !is_definite ? BARE_CONSTRUCT_CLASSES : BARE_CLASSES);
  write_letter(bare, classes, LETTER(0), LETTER(1), has_capitals, &word);
  write_letter(bare, classes, LETTER(1), LETTER(2), has_capitals, &word);
  write_letter(bare, classes, LETTER(2), LETTER(3), has_capitals, &word);
  write_letter(bare, classes, LETTER(3), LETTER(4), has_capitals, &word);
  write_letter(bare, classes, LETTER(4), LETTER(5), has_capitals, &word);
  // Others are read from the text.
  const uint8_t *rest = letters->start + (is_definite ? 4 : 0) + 13, *const end = letters->start + letters->length;
  const size_t sixth = LETTER(5);
  write_letter(bare, classes, sixth, rest < end ? rest[0] & 0x3F : 0, has_capitals, &word);
#undef LETTER
  for (size_t next; rest < end; rest += 2) {
    next = rest + 2 < end ? rest[2] & 0x3F : 0;
    write_letter(bare, classes, rest[0] & 0x3F, next, has_capitals, &word);
  }
  if (word.entries & BARE_ASKS) return NULL;
  *ends_in_vowel = word.state == BARE_VOWEL || word.state == BARE_LONG_A;
  return word.target;
}

// Writes such words that stand behind one another, with a space between, from `place` on, up to one that wants another
// look. `target` has room as far as `last`, and for one word behind it.
static INLINE uint8_t *write_bare_run(
    const struct word_rules *rules, const uint8_t *bytes, size_t limit, bool has_capitals,
    struct words_place *place, uint8_t *target, const uint8_t *last) {
  size_t index = place->index;
  bool begins = place->begins, behind_word = place->behind_word, behind_vowel = place->behind_vowel;
  while (limit > index && limit - index > 2 * sizeof(block) && target <= last) {
    const uint8_t *word = bytes + index;
    const block here = LOAD(word), next = LOAD(word + 1);
    const size_t length = first_of(
        (block)((here & 0xC0) == 0x80) | bare_letters(here, next));
    if (length == 0 || length >= sizeof(block) - 1) break;
    // A letter follows the space.
    if (word[length] != 0x20 || (word[length + 1] & 0xFE) != 0xD8) break;
    struct letters letters = {.start = word, .length = length, .head = head_of(word, length), .begins = begins};
    if (!is_plain(rules->bare, letters.head)) break;
    if (rules->has_construct && load_2(word + length - 2) == 0xA9D8 && !has_article(letters.head, length)) {
      // Only records tell whether it belongs to a word without an article.
      const uint32_t behind = load_4(word + length + 1);
      if (behind != alef_lam && behind != wasla_lam) break;
      letters.is_construct = true;
    }
    if (rules->elides && behind_word && behind_vowel && is_alef(bytes, limit, index)) break;
    uint8_t *end = write_bare(rules, &letters, has_capitals, target, &behind_vowel);
    if (end == NULL) break;
    *end = 0x20;
    target = end + 1;
    index += length + 1;
    begins = false;
    behind_word = true;
  }
  place->index = index;
  place->begins = begins;
  place->behind_word = behind_word;
  place->behind_vowel = behind_vowel;
  return target;
}

#endif
