#include "NormalizationKernel.h"

#include <string.h>

#include "CVectors.h"

// Scalars done one by one behind a stop before vectors are tried again: a stop seldom comes alone.
enum { SCALAR_RUN = 3, SLACK = 64 };

// Index of the first byte that is not zero; there must be one.
static INLINE size_t first_set(const block *mask) {
  const words bits = (words)*mask;
  for (size_t i = 0; i < 4; ++i) {
    if (bits[i] == 0) continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return i * 8 + (size_t)__builtin_ctzll(bits[i]) / 8;
#else
    return i * 8 + (size_t)__builtin_clzll(bits[i]) / 8;
#endif
  }
  return sizeof(block);
}

static INLINE size_t length_of_lead(uint8_t lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static INLINE uint32_t action_of(const fold_tables *tables, const uint8_t *at, size_t length) {
  if (length == 2) {
    return at[0] < 0xC2 ? FOLD_HARD_TEXT : tables->two_byte[((at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu)) - 0x80];
  }
  if (length == 3) {
    uint32_t scalar = (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    if (scalar >= 0x2000 && scalar < 0x2100) return tables->punctuation[scalar - 0x2000];
    if (scalar >= 0xFB00 && scalar < 0xFF00) return tables->presentation[scalar - 0xFB00];
    return tables->other_three;
  }
  return at[0] == 0xF0 && at[1] == 0x9F ? tables->emoji : tables->other_four;
}

static INLINE int is_space(uint8_t byte) { return byte == 0x20 || byte == 0x0A; }

// Length of the blank or line end LF at `at`, or 0. Other line ends are hard and never come here.
static INLINE size_t space_length(const uint8_t *at, size_t left) {
  if (at[0] == 0x20 || at[0] == 0x0A || at[0] == 0x09) return 1;
  if (at[0] == 0xC2) return left >= 2 && at[1] == 0xA0 ? 2 : 0;
  if (left < 3 || at[0] < 0xE1 || at[0] > 0xE3) return 0;
  if (at[0] == 0xE2) {
    if (at[1] == 0x80) return (at[2] >= 0x80 && at[2] <= 0x8A) || at[2] == 0xAF ? 3 : 0;
    return at[1] == 0x81 && at[2] == 0x9F ? 3 : 0;
  }
  if (at[0] == 0xE1) return at[1] == 0x9A && at[2] == 0x80 ? 3 : 0;
  return at[1] == 0x80 && at[2] == 0x80 ? 3 : 0;
}

static INLINE void record(
    fold_state *state, size_t source_start, size_t source_end, size_t result_start, size_t result_end) {
  if (state->edits == NULL) return;
  fold_edit *edit = &state->edits[state->edit_count++];
  edit->source_start = (int64_t)source_start;
  edit->source_end = (int64_t)source_end;
  edit->result_start = (int64_t)result_start;
  edit->result_end = (int64_t)result_end;
}

// A run of spaces and line ends: its line ends, or one space, or nothing at the rims of the text.
static INLINE int32_t step_spaces(
    const uint8_t *source, size_t count, uint8_t *output, size_t capacity, fold_state *state) {
  size_t start = state->read;
  size_t written = state->written;
  // Vectors copied white space before this as it stood: take it back, to see the run whole.
  while (start > 0 && written > 0 && is_space(source[start - 1]) && output[written - 1] == source[start - 1]) {
    --start;
    --written;
  }
  size_t end = start;
  size_t lines = 0;
  for (size_t length; end < count && (length = space_length(source + end, count - end)) > 0; end += length) {
    lines += source[end] == 0x0A;
  }
  const uint8_t before = written > 0 ? output[written - 1] : 0x0A;
  // Something deleted stands between this run and a space that is written already.
  if (lines > 0 && before == 0x20) return FOLD_AT_HARD_LINE;
  size_t size = lines;
  if (lines == 0) size = before == 0x20 || before == 0x0A || end == count ? 0 : 1;
  if (written + size + SLACK > capacity) return FOLD_OUTPUT_FULL;
  output[written] = lines > 0 ? 0x0A : 0x20;
  if (size > 1) memset(output + written, 0x0A, size);
  if (size != end - start) {
    state->changed = 1;
    record(state, start, end, written, written + size);
  } else if (memcmp(output + written, source + start, size) != 0) {
    state->changed = 1;
  }
  state->read = end;
  state->written = written + size;
  state->last_was_mark = 0;
  return FOLD_DONE;
}

// Copies of known length: a loop would become a call of memmove for two bytes.
static INLINE void copy_scalar(uint8_t *to, const uint8_t *at, size_t length) {
  switch (length) {
    case 1: to[0] = at[0]; break;
    case 2: memcpy(to, at, 2); break;
    case 3: memcpy(to, at, 3); break;
    default: memcpy(to, at, 4); break;
  }
}

// One scalar. Returns FOLD_DONE to go on.
static INLINE int32_t step(
    const fold_tables *tables, const uint8_t *source, size_t count, uint8_t *output,
    size_t capacity, fold_state *state) {
  const uint8_t *at = source + state->read;
  uint8_t *to = output + state->written;
  const uint8_t lead = at[0];
  const size_t length = length_of_lead(lead);
  uint32_t action;
  if (length == 1) {
    action = tables->ascii[lead];
  } else {
    if (state->read + length > count) return FOLD_AT_HARD_TEXT;
    action = action_of(tables, at, length);
  }
  const uint32_t kind = action & 0xFF;
  size_t size = length;
  switch (kind) {
    case FOLD_KEEP_MARK:
      if (state->last_was_mark) return FOLD_AT_HARD_LINE;
      state->last_was_mark = 1;
      memcpy(to, at, 2);
      break;
    case FOLD_KEEP:
      state->last_was_mark = 0;
      copy_scalar(to, at, length);
      break;
    case FOLD_SPACE: return step_spaces(source, count, output, capacity, state);
    case FOLD_HARD_LINE: return FOLD_AT_HARD_LINE;
    case FOLD_HARD_TEXT: return FOLD_AT_HARD_TEXT;
    case FOLD_DELETE:
      size = 0;
      state->changed = 1;
      break;
    default:
      size = kind;
      state->last_was_mark = 0;
      state->changed = 1;
      // What is written too much is written over by the next scalar.
      to[0] = (uint8_t)(action >> 8);
      to[1] = (uint8_t)(action >> 16);
      to[2] = (uint8_t)(action >> 24);
      break;
  }
  const int is_paired = size == length && length_of_lead(to[0]) == size;
  if (!is_paired) {
    record(state, state->read, state->read + length, state->written, state->written + size);
  }
  state->read += length;
  state->written += size;
  return FOLD_DONE;
}

// How much of each kind a block is tested for, always: loops of fixed length are unrolled whole, and
// a test that can match nothing costs less than a branch.
enum { C2_STOPS = 1, D8_STOPS = 1, D9_STOPS = 2, D8_CHANGES = 4, D9_CHANGES = 1 };

// What vectors do behind one lead, every number spread over a block beforehand.
typedef struct {
  block lead, first[D9_STOPS], width[D9_STOPS], continuation[D8_CHANGES], change[D8_CHANGES];
} lead_group;

typedef struct {
  lead_group c2, d8, d9;
  // The letter that takes the lead D8 along, as ة does.
  block changing, lead_change;
} lead_groups;

// Fills a group from the tables; false when there is more of something than fits.
static INLINE int fill_group(
    const fold_tables *tables, uint8_t lead, int most_stops, int most_changes, lead_group *group) {
  int stops = 0, changes = 0;
  group->lead = SPLAT(lead);
  for (int i = 0; i < D9_STOPS; ++i) group->first[i] = group->width[i] = SPLAT(0);
  for (int i = 0; i < D8_CHANGES; ++i) group->continuation[i] = group->change[i] = SPLAT(0);
  for (size_t i = 0; i < tables->stop_count; ++i) {
    if (tables->stops[i].lead != lead) continue;
    if (stops == most_stops) return 0;
    group->first[stops] = SPLAT(tables->stops[i].first);
    group->width[stops++] = SPLAT(tables->stops[i].width);
  }
  for (size_t i = 0; i < tables->substitution_count; ++i) {
    const fold_substitution change = tables->substitutions[i];
    if (change.lead != lead) continue;
    if (changes == most_changes) return 0;
    group->continuation[changes] = SPLAT(change.continuation);
    group->change[changes++] = SPLAT(change.continuation ^ change.new_continuation);
  }
  return 1;
}

static INLINE int fill_groups(const fold_tables *tables, lead_groups *groups) {
  int changes = 0;
  groups->changing = groups->lead_change = SPLAT(0);
  for (size_t i = 0; i < tables->substitution_count; ++i) {
    const fold_substitution change = tables->substitutions[i];
    if (!change.lead_change) continue;
    if (change.lead != 0xD8 || changes++ == 1) return 0;
    groups->changing = SPLAT(change.continuation);
    groups->lead_change = SPLAT(change.lead_change);
  }
  return fill_group(tables, 0xC2, C2_STOPS, 0, &groups->c2) &
         fill_group(tables, 0xD8, D8_STOPS, D8_CHANGES, &groups->d8) &
         fill_group(tables, 0xD9, D9_STOPS, D9_CHANGES, &groups->d9);
}

// Blocks go by address: passed as values they would ask for a calling convention with AVX, though
// these are always inlined.

// A stop of width 0 at byte 0 matches only NUL, which stops as a control anyway.
static INLINE void add_stops(
    const lead_group *group, int count, const block *before, const block *current, block *stops) {
  block stopping = SPLAT(0);
  for (int i = 0; i < count; ++i) {
    stopping |= (block)((*current - group->first[i]) <= group->width[i]);
  }
  *stops |= stopping & (block)(*before == group->lead);
}

static INLINE void add_changes(
    const lead_group *group, int count, const block *before, const block *current, block *changes) {
  block changing = SPLAT(0);
  for (int i = 0; i < count; ++i) {
    changing |= (block)(*current == group->continuation[i]) & group->change[i];
  }
  *changes |= changing & (block)(*before == group->lead);
}

void fold_run_vectors(
    const fold_tables *, const lead_groups *, const uint8_t *, size_t, uint8_t *, size_t, fold_state *);

// Blocks, up to the scalar that stops them. Leaves `read` on a scalar's first byte.
//
// A function of its own: inlined, the compiler copies every spread number to a place of its own
// each time the loop is entered, which cost as much as six blocks.
WIDEST __attribute__((noinline)) void fold_run_vectors(
    const fold_tables *tables, const lead_groups *groups, const uint8_t *source, size_t count,
    uint8_t *output, size_t capacity, fold_state *state) {
  size_t position = state->read;
  size_t target = state->written;
  block difference = SPLAT(0);
  while (position + sizeof(block) + 1 <= count && target + SLACK <= capacity) {
    const block current = LOAD(source + position);
    const block before = LOAD(source + position - 1);
    const block after = LOAD(source + position + 1);

    // Leads other than C2, D8 and D9, and controls other than the line end.
    block stops = (block)(current >= SPLAT(0xC0)) & ~(block)(current == SPLAT(0xC2)) &
                  ~(block)((current & SPLAT(0xFE)) == SPLAT(0xD8));
    const block newline = (block)(current == SPLAT(0x0A));
    stops |= (block)(current < SPLAT(0x20)) & ~newline;
    if (tables->collapses_spaces) {
      const block space = (block)(current == SPLAT(0x20));
      const block after_space = (block)(before == SPLAT(0x20));
      const block after_line = (block)(before == SPLAT(0x0A));
      stops |= ((space | newline) & after_space) | (space & after_line);
    }
    add_stops(&groups->c2, C2_STOPS, &before, &current, &stops);
    add_stops(&groups->d8, D8_STOPS, &before, &current, &stops);
    add_stops(&groups->d9, D9_STOPS, &before, &current, &stops);
    block changes = SPLAT(0);
    add_changes(&groups->d8, D8_CHANGES, &before, &current, &changes);
    add_changes(&groups->d9, D9_CHANGES, &before, &current, &changes);
    const block leading = (block)(current == groups->d8.lead);
    changes |= (block)(after == groups->changing) & leading & groups->lead_change;
    if (tables->lowers_ascii) {
      changes |= (block)((current - SPLAT('A')) <= SPLAT(25)) & SPLAT(0x20);
    }
    const block result = current ^ changes;
    memcpy(output + target, &result, sizeof result);
    // A change behind a stop counts too; all it costs is a copy of a text that stays the same.
    difference |= changes;
    if (ANY(stops)) {
      const size_t stop = first_set(&stops);
      position += stop;
      target += stop;
      break;
    }
    position += sizeof(block);
    target += sizeof(block);
  }
  if (ANY(difference)) state->changed = 1;
  if (position == state->read) return;
  // A stop, or the end of a block, may lie behind a lead: step back to it.
  if (position < count && (source[position] & 0xC0) == 0x80) {
    --position;
    --target;
  }
  if (position > state->read) state->last_was_mark = 0;
  state->read = position;
  state->written = target;
}

static INLINE int32_t run(
    const fold_tables *tables, const lead_groups *groups, const uint8_t *source, size_t count,
    uint8_t *output, size_t capacity, fold_state *state) {
  while (state->read < count) {
    if (tables->uses_vectors && state->read > 0 && count - state->read > sizeof(block)) {
      // White space that would meet white space in the output is left to the tables.
      const int meets_space = tables->collapses_spaces && source[state->read] <= 0x20 &&
                              (state->written == 0 || output[state->written - 1] <= 0x20);
      if (!meets_space) fold_run_vectors(tables, groups, source, count, output, capacity, state);
    }
    for (int i = 0; i < SCALAR_RUN && state->read < count; ++i) {
      if (state->written + SLACK > capacity) return FOLD_OUTPUT_FULL;
      if (state->edits != NULL && state->edit_count == state->edit_capacity) return FOLD_EDITS_FULL;
      int32_t status = step(tables, source, count, output, capacity, state);
      if (status != FOLD_DONE) return status;
    }
  }
  if (tables->collapses_spaces && state->written > 0 && output[state->written - 1] == 0x20) {
    return FOLD_AT_HARD_LINE;
  }
  return FOLD_DONE;
}

int32_t fold_run(
    const fold_tables *tables, const uint8_t *source, size_t count, uint8_t *output,
    size_t capacity, fold_state *state) {
  // Bytes may alias anything: on copies of its own the loop keeps its counters in registers.
  fold_tables own = *tables;
  fold_state local = *state;
  lead_groups groups;
  if (!fill_groups(tables, &groups)) own.uses_vectors = 0;
  const int32_t status = run(&own, &groups, source, count, output, capacity, &local);
  *state = local;
  return status;
}
