// Writing letters for letters and words for words, and the sums and products of the network that weighs candidates by the words
// around, in the widest instructions that the processor has. All of them give the same bits: nothing is fused,
// and numbers are added in one order. Rows have 24, 48 or 64 numbers, other widths are left alone.
#ifndef ROMANIZATION_KERNEL_H
#define ROMANIZATION_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Writes what stands for each scalar of well-formed UTF-8, and gives how many bytes that is.
//
// `table` has 512 entries: what stands for each ASCII character, in its place; 0 for other first bytes, whose
// scalars stay; from 256 on what stands for each of the letters U+0600 to U+06FF. An entry has up to seven
// bytes, the first one lowest, their count in bits 56 to 58, and bit 63 set for what is counted in `unknown`;
// bit 59 tells an entry of no bytes from 0. With `shadda_first` a shadda is written before the vowel sign that
// it stands behind. `target` needs room for four bytes for each one of `bytes`, and eight more.
size_t letters_write(
    const uint64_t *table, bool shadda_first, const uint8_t *bytes, size_t count, uint8_t *target,
    size_t *unknown);

// Where at or behind an index of well-formed UTF-8 a name such as عبدالعزيز may begin, written as one word: an ع with ب or
// a mark behind it, and sometimes another; `count` where none does.
size_t compound_name_find(const uint8_t *bytes, size_t count, size_t index);

// Bytes that a record of a word is a multiple of, and bytes before the word: its length; how many of its letters have
// no sign; traits; the length of its Latin; where its capital stands, and that of its article; what its opening is said
// to be, 0 where it is read off its letters; a byte of nothing; what the four bytes there differ from the capital in, and
// from that of the article. Where functions take traits, the opening is in their upper byte.
#define WORD_UNIT 8
#define WORD_HEAD 16

// Traits that one word has several records for: it ends in ta marbuta, and one follows that it belongs to; it stands
// behind a vowel, so that its first letter is lost.
#define WORD_IS_CONSTRUCT 1
#define WORD_IS_ELIDED 2
// Its Latin ends in a vowel.
#define WORD_ENDS_IN_VOWEL 4
// Whether it belongs to a name that follows as a rule, and whether it is a name; asked of few.
#define WORD_ASKED_CONSTRUCT 8
#define WORD_TAKES_NAME 16
#define WORD_ASKED_NAME 32
#define WORD_IS_NAME 64

// Words and what they become. Behind the last record stand 32 bytes that may be read.
struct known_words {
  // The hash of a word in the upper half; the place of its record in units, and one more, in the lower; 0 for none.
  const uint64_t *slots;
  // One less than the number of slots, which is a power of two; some are empty.
  uint64_t mask;
  const uint8_t *records;
  uint64_t seed;
};

// The hash of a word of two bytes or more.
uint32_t words_hash(const uint8_t *word, size_t count, uint16_t traits, uint64_t seed);

// The place of a word's record in units, and one more; 0 for none. `slot` becomes where its slot is, or belongs.
uint32_t words_find(
    const struct known_words *known, const uint8_t *word, size_t count, uint16_t traits, uint32_t hash,
    uint64_t *slot);

// What becomes of words of U+0621 to U+063A and U+0641 to U+064A alone, letter by letter, as an automaton: numbers of
// eight bytes, in parts that begin at these indices.
//
// An entry stands for a letter, by the last six bits of its scalar, before one of a class of next letters, of which there
// are eight, in one of eight states, which is 0 at a word's beginning. It has up to seven bytes of Latin, the first one
// lowest, their count in bits 56 to 58 and the next state in bits 61 to 63; `BARE_ASKS` is set where the letter depends
// on more. An entry of the article has no class and no state, and stands for the letter behind it.
#define BARE_CLASS 512
#define BARE_LETTER 8
#define BARE_ASKS (UINT64_C(1) << 59)
// What raises the first letter of each entry's Latin: the bits in which it differs; 0 for Latin without one, whose
// capital the next letter has.
#define BARE_RAISES 4096
#define BARE_ARTICLES 8192
#define BARE_ARTICLE_RAISES 8256
// The class of each letter, in entries, and of none in its place; then the same for words that belong to the next one.
#define BARE_CLASSES 8320
#define BARE_CONSTRUCT_CLASSES 8384
// Bits of words to leave alone, by `bare_place`; others share some.
#define BARE_OTHERS 8448
#define BARE_COUNT 8512
// States behind a vowel, and behind a long a.
#define BARE_VOWEL 1
#define BARE_LONG_A 2
// Classes of none: at a word's end, and where it belongs to the next word.
#define BARE_END 6
#define BARE_CONSTRUCT_END 7

// The bit, of 4096, that a word has among those to leave alone: by its first sixteen bytes, or all of them and zeros.
size_t bare_place(uint64_t first, uint64_t second);

struct word_rules {
  // What words of letters alone become.
  const uint64_t *bare;
  // For each scalar to U+07FF, then for U+2000 to U+207F: 0 for a letter, 1 for a mark, 2 for all else, and 4 where
  // a name begins behind it, 8 where none does; it is as before where neither is set.
  const uint8_t *classes;
  // The ASCII sign that stands for each scalar to U+07FF; 0 for what stays.
  const uint8_t *signs;
  // 0 for no capitals, 1 for those of words that begin, 2 for all.
  uint8_t capitals;
  // Whether an article that begins has one too.
  bool raises_article;
  // Whether the ending of words depends on those that they belong to.
  bool has_construct;
  // Whether the beginning of words depends on a vowel before.
  bool elides;
};

// Where writing stands.
struct words_place {
  size_t index;
  // Whether what comes next begins a line or a name.
  bool begins;
  // Whether a word and one space stand before.
  bool behind_word;
  // Whether the Latin of the word before ends in a vowel.
  bool behind_vowel;
};

// A word, which may be empty, and what stands behind it.
struct words_part {
  size_t start, end, next;
  // The first sixteen bytes of the word, or all of them and zeros.
  uint64_t head[2];
  uint32_t hash, place;
  uint8_t traits;
  // Whether the word is one of letters without marks, of which the automaton may know what it becomes; it has no hash
  // then.
  bool is_bare;
  // Whether only records can tell if the word belongs to the next one.
  bool asks;
  // Whether a line or a name begins with the word, and with what comes next.
  bool begins, begins_next;
  bool has_signs;
};

// A word, by its bytes, without which the next one cannot be written; empty where that is not the matter. It is not known
// with those traits that it has several records for, as `is_new` tells, or whether `asked` holds was not asked.
struct words_wanted {
  size_t start, end;
  uint8_t traits;
  uint8_t asked;
  bool is_new;
};

// Words that are looked for at the same time, so that waits for memory overlap. Empty at first, and good for one text.
#define WORDS_BATCH 16
struct words_batch {
  struct words_wanted wanted;
  size_t count, next;
  struct words_part parts[WORDS_BATCH];
};

struct words_room {
  uint8_t *target;
  // At least 1024.
  size_t size;
  // Bytes that were written.
  size_t count;
  // Letters of them that have no sign are added.
  size_t unwritten;
};

enum words_end { words_done, words_full, words_unknown };

// Writes words of well-formed UTF-8 and what stands between them, from `place` on to `limit`, where a word begins or
// the text ends; stops where there is no more room, or at a word that is not known or not to be told from its bytes.
enum words_end words_write(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *bytes, size_t count,
    size_t limit, struct words_place *place, struct words_batch *batch, struct words_room *room);

// What a word of two bytes or more became is of up to so many bytes.
#define WORD_ROOM 272

struct written_word {
  size_t count;
  size_t unwritten;
  bool is_known;
  bool ends_in_vowel;
};

// Writes one word.
struct written_word words_write_one(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *word, size_t count,
    uint16_t traits, bool begins, uint8_t *target);

// Has memory fetched without waiting for it.
static inline __attribute__((always_inline)) void memory_fetch(const void *address) {
  __builtin_prefetch(address);
}

// Adds to the `width` numbers of `sums` the rows of `matrix`, each times its number of `vector`.
void context_multiply(
    const float *vector, size_t count, const float *matrix, size_t width, float *sums);

// The hidden units in the place of a word: `bias` and the products of the words of its window, then of the
// line's first word, with a matrix each, negative numbers made 0.
//
// `words` are rows of 24 numbers, `count` of them, of which `index` is the word itself. The window reaches `reach`
// words to either side.
void context_activate(
    const float *words, size_t count, size_t index, size_t reach, const float *matrices,
    const float *bias, float *hidden);

// The numbers of a network: a matrix for each word of a window, which reaches at most 3 words to either side, and for the
// line's first word; what the hidden units start from; the matrix from those to the opinions, and what these start from.
struct context_network {
  size_t reach;
  const float *matrices, *unit_bias, *opinion, *opinion_bias;
};

// The opinions in the places of words, 48 numbers each, one word's behind another's: what `context_activate` and
// `context_multiply` give. `indices` are those of the words among the `count` rows of `words`.
void context_weigh(
    const struct context_network *network, const float *words, size_t count,
    const uint32_t *indices, size_t index_count, float *opinions);

// Adds to each of the `count` numbers of `sums` the product of a row of `matrix` and `slopes`: a step of
// learning back through `context_multiply`.
void context_multiply_back(
    const float *matrix, size_t count, size_t width, const float *slopes, float *sums);

// Adds to each of the `count` rows of `matrix` `slopes` times a number of `vector`: what is learned of the
// matrix itself.
void context_spread(
    const float *vector, size_t count, const float *slopes, size_t width, float *matrix);

// The product of 24 numbers and as many signed bytes.
float context_product(const float *numbers, const int8_t *bytes);

// Adds to 24 numbers as many signed bytes, each times `scale`.
void context_add_bytes(const int8_t *bytes, float scale, float *sums);

// Writes 24 numbers, each times `scale`, as signed bytes: rounded to the nearest, halves away from 0. The products lie
// from -127 to 127.
void context_pack(const float *numbers, float scale, int8_t *bytes);

#endif
