#include "bare_words.h"
#include "known_words.h"
#include "word_parts.h"

enum {
  longest_word = 96,
  // What a part may take: Latin of a word, what follows it, and what a copy of whole blocks writes beyond.
  part_room = 256 + longest_run + 64,
};

uint32_t words_hash(const uint8_t *word, size_t count, uint16_t traits, uint64_t seed) {
  return hash_of(safe_head_of(word, count), word, count, traits, seed);
}

size_t bare_place(uint64_t first, uint64_t second) { return place_of((struct head){first, second}); }

uint32_t words_find(
    const struct known_words *known, const uint8_t *word, size_t count, uint16_t traits,
    uint32_t hash, uint64_t *slot) {
  return find(known, safe_head_of(word, count), word, count, traits, hash, slot);
}

static INLINE uint8_t *write_other(
    const uint8_t *signs, const uint8_t *bytes, const struct words_part *part, uint8_t *target) {
  if (!part->has_signs) {
    if (part->next == part->end + 1) {
      *target = bytes[part->end];
      return target + 1;
    }
    memcpy(target, bytes + part->end, part->next - part->end);
    return target + (part->next - part->end);
  }
  for (size_t index = part->end; index < part->next;) {
    const uint8_t lead = bytes[index];
    if ((lead & 0xE0) == 0xC0 && signs[code_at(bytes + index)] != 0) {
      *target++ = signs[code_at(bytes + index)];
      index += 2;
    } else {
      *target++ = bytes[index++];
    }
  }
  return target;
}

static INLINE void raise(uint8_t *letter, const uint8_t *change) {
  const uint32_t raised = load_4(letter) ^ load_4(change);
  memcpy(letter, &raised, sizeof raised);
}

static INLINE uint8_t *write_word(
    const struct word_rules *rules, const uint8_t *record, bool begins, uint8_t *target) {
  const uint8_t *latin = record + WORD_HEAD + record[0];
  const size_t count = record[3];
  memcpy(target, latin, 32);
  for (size_t index = 32; index < count; index += 16) memcpy(target + index, latin + index, 16);
  if (rules->capitals == all_capitals || (rules->capitals == first_capital && begins)) {
    raise(target + record[4], record + 8);
    if (rules->raises_article && begins) raise(target + record[5], record + 12);
  }
  return target + count;
}

// Reads parts as far as there is room for, up to `limit` or to what is not handled here.
static INLINE void read_parts(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *bytes, size_t count,
    size_t limit, const struct words_place *place, struct words_batch *batch) {
  const uint8_t *const classes = rules->classes;
  size_t found = 0;
  size_t index = place->index;
  bool begins = place->begins;
  while (found < WORDS_BATCH && index < limit) {
    struct words_part *part = batch->parts + found;
    part->start = index;
    part->begins = begins;
    part->traits = 0;
    part->asks = false;
    if (!read_word(classes, bytes, count, index, &part->end, &part->is_bare)) break;
    // Those are written in a run, unless one is asked for a name.
    if (part->is_bare && found > 0 && !part[-1].asks) break;
    const size_t length = part->end - index;
    if (length > longest_word || !read_other(classes, bytes, count, part)) break;
    if (length > 0) {
      const struct head head = count - index >= 16 ? head_of(bytes + index, length)
                                                   : safe_head_of(bytes + index, length);
      part->head[0] = head.first;
      part->head[1] = head.second;
      part->is_bare = part->is_bare && is_plain(rules->bare, head);
      // Behind an article the ending is always the same.
      if (rules->has_construct && !(part->is_bare && has_article(head, length))) {
        read_construct(classes, bytes, count, part);
      }
      if (part->asks) part->is_bare = false;
      if (!part->is_bare) {
        part->hash = hash_of(head, bytes + index, length, part->traits, known->seed);
        __builtin_prefetch(known->slots + (part->hash & known->mask));
      }
    }
    begins = part->begins_next;
    index = part->next;
    found++;
  }
  batch->count = found;
  batch->next = 0;
  for (size_t number = 0; number < found; number++) {
    struct words_part *part = batch->parts + number;
    part->place = 0;
    if (part->end == part->start || part->is_bare) continue;
    uint64_t slot = part->hash & known->mask;
    while (known->slots[slot] != 0 && known->slots[slot] >> 32 != part->hash) slot = (slot + 1) & known->mask;
    part->place = (uint32_t)known->slots[slot];
    if (part->place != 0) {
      __builtin_prefetch(record_at(known, part->place));
      __builtin_prefetch(record_at(known, part->place) + 63);
    }
  }
}

// Makes a word one that is looked for, though the automaton was to write it.
static INLINE void look_up(const struct known_words *known, const uint8_t *bytes, struct words_part *part) {
  const struct head head = {part->head[0], part->head[1]};
  part->is_bare = false;
  part->hash = hash_of(head, bytes + part->start, part->end - part->start, part->traits, known->seed);
}

static INLINE const uint8_t *record_of(
    const struct known_words *known, const uint8_t *word, const struct words_part *part, uint8_t traits) {
  const size_t length = part->end - part->start;
  const struct head head = {part->head[0], part->head[1]};
  uint64_t slot;
  uint32_t hash = part->hash;
  if (traits == part->traits) {
    if (part->place != 0 && is_record_of(record_at(known, part->place), head, word, length, traits)) {
      return record_at(known, part->place);
    }
  } else {
    hash = hash_of(head, word, length, traits, known->seed);
  }
  // It is another variant, or another word has the same hash, or this one was not known yet.
  const uint32_t place = find(known, head, word, length, traits, hash, &slot);
  return place == 0 ? NULL : record_at(known, place);
}

// A record, or NULL, and what is wanted then.
static INLINE const uint8_t *wanted(
    const uint8_t *record, const struct words_part *part, uint8_t traits, uint8_t asked,
    struct words_batch *batch) {
  if (record != NULL && (record[2] & asked) == asked) return record;
  batch->wanted = (struct words_wanted){part->start, part->end, traits, asked, record == NULL};
  return NULL;
}

// Whether the word at a place has lost its first vowel.
static INLINE bool is_elided(
    const struct word_rules *rules, const uint8_t *bytes, size_t count, const struct words_place *place) {
  return rules->elides && place->behind_word && place->behind_vowel && is_alef(bytes, count, place->index);
}

// The record of a word where it stands; NULL where it is not known.
static INLINE const uint8_t *record_here(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *bytes, size_t count,
    const struct words_place *place, struct words_batch *batch) {
  struct words_part *part = batch->parts + batch->next;
  const uint8_t *word = bytes + part->start;
  uint8_t traits = part->traits;
  const uint8_t *record = record_of(known, word, part, traits);
  if (part->asks) {
    record = wanted(record, part, traits, WORD_ASKED_CONSTRUCT, batch);
    if (record == NULL) return NULL;
    if (record[2] & WORD_TAKES_NAME) {
      // The next word is in another batch, or no word.
      if (batch->next + 1 == batch->count) return NULL;
      struct words_part *next = part + 1;
      if (next->is_bare) look_up(known, bytes, next);
      const uint8_t *name = record_of(known, bytes + next->start, next, next->traits);
      name = wanted(name, next, next->traits, WORD_ASKED_NAME, batch);
      if (name == NULL) return NULL;
      if (name[2] & WORD_IS_NAME) traits |= WORD_IS_CONSTRUCT;
    }
  }
  if (is_elided(rules, bytes, count, place)) traits |= WORD_IS_ELIDED;
  if (traits != part->traits) record = record_of(known, word, part, traits);
  return wanted(record, part, traits, 0, batch);
}

static INLINE uint8_t *write_part(
    const struct word_rules *rules, const uint8_t *bytes, const struct words_part *part, uint8_t *target,
    bool *ends_in_vowel) {
  const struct letters letters = {
      .start = bytes + part->start,
      .length = part->end - part->start,
      .head = {part->head[0], part->head[1]},
      .is_construct = (part->traits & WORD_IS_CONSTRUCT) != 0,
      .begins = part->begins,
  };
  return write_bare(rules, &letters, rules->capitals != no_capitals, target, ends_in_vowel);
}

WIDEST enum words_end words_write(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *bytes, size_t count,
    size_t limit, struct words_place *place, struct words_batch *batch, struct words_room *room) {
  uint8_t *target = room->target;
  uint8_t *const last = room->target + room->size - part_room;
  size_t unwritten = 0;
  enum words_end why = words_done;
  batch->wanted.end = batch->wanted.start;
  // What was read before a word that was not known.
  while (batch->next < batch->count && batch->parts[batch->next].start < place->index) batch->next++;
  while (place->index < limit) {
    if (batch->next == batch->count) {
      target = rules->capitals == no_capitals
          ? write_bare_run(rules, bytes, limit, false, place, target, last)
          : write_bare_run(rules, bytes, limit, true, place, target, last);
      if (place->index == limit) break;
      read_parts(known, rules, bytes, count, limit, place, batch);
    }
    if (batch->count == 0) {
      why = words_unknown;
      break;
    }
    if (target > last) {
      why = words_full;
      break;
    }
    struct words_part *part = batch->parts + batch->next;
    const size_t length = part->end - part->start;
    uint8_t *end = NULL;
    if (length > 0 && part->is_bare) {
      end = is_elided(rules, bytes, count, place)
          ? NULL : write_part(rules, bytes, part, target, &place->behind_vowel);
      if (end == NULL) look_up(known, bytes, part);
    }
    if (length > 0 && end == NULL) {
      const uint8_t *record = record_here(known, rules, bytes, count, place, batch);
      if (record == NULL) {
        why = words_unknown;
        break;
      }
      end = write_word(rules, record, part->begins, target);
      unwritten += record[1];
      place->behind_vowel = (record[2] & WORD_ENDS_IN_VOWEL) != 0;
    }
    if (length > 0) target = end;
    target = write_other(rules->signs, bytes, part, target);
    place->index = part->next;
    place->begins = part->begins_next;
    place->behind_word = length > 0 && part->next == part->end + 1 && bytes[part->end] == 0x20;
    batch->next++;
  }
  room->count = (size_t)(target - room->target);
  room->unwritten += unwritten;
  return why;
}

struct written_word words_write_one(
    const struct known_words *known, const struct word_rules *rules, const uint8_t *word, size_t count,
    uint16_t traits, bool begins, uint8_t *target) {
  uint64_t slot;
  const struct head head = safe_head_of(word, count);
  const uint32_t hash = hash_of(head, word, count, traits, known->seed);
  const uint32_t place = find(known, head, word, count, traits, hash, &slot);
  if (place == 0) return (struct written_word){0};
  const uint8_t *record = record_at(known, place);
  return (struct written_word){
      .count = (size_t)(write_word(rules, record, begins, target) - target),
      .unwritten = record[1],
      .is_known = true,
      .ends_in_vowel = (record[2] & WORD_ENDS_IN_VOWEL) != 0,
  };
}
