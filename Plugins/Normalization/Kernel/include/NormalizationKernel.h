// The loop of the fast path of normalization: vectors where nothing but letters stands, tables for
// the rest. Compilers without vectors make the same bytes out of the same source.
#ifndef NORMALIZATION_KERNEL_H
#define NORMALIZATION_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// What to do with a scalar, packed: the low byte is a kind, the others a replacement.
enum {
  FOLD_KEEP = 0,
  // 1 to 3: put so many bytes in its place
  FOLD_DELETE = 4,
  /// The line must go through the plain chain.
  FOLD_HARD_LINE = 5,
  /// The whole text must.
  FOLD_HARD_TEXT = 6,
  /// A mark that stays; two in a row may have to change places, which makes the line hard.
  FOLD_KEEP_MARK = 7,
  /// White space to be made even with what stands beside it.
  FOLD_SPACE = 8,
};

/// Continuation bytes `first ... first + width` behind `lead` that vectors do not handle.
typedef struct {
  uint8_t lead, first, width;
} fold_stop;

/// A letter of two bytes that becomes another of two bytes; `lead_change` is exclusive-ored into
/// the lead.
typedef struct {
  uint8_t lead, continuation, new_continuation, lead_change;
} fold_substitution;

typedef struct {
  /// Actions of U+0000–007F, U+0080–07FF, U+2000–20FF and U+FB00–FEFF.
  const uint32_t *ascii, *two_byte, *punctuation, *presentation;
  /// Actions of other scalars of three bytes, of U+1F000–1FFFF, and of the rest of four bytes.
  uint32_t other_three, emoji, other_four;
  const fold_stop *stops;
  size_t stop_count;
  const fold_substitution *substitutions;
  size_t substitution_count;
  /// Nonzero when ASCII is kept, or lowered, so that vectors may be used.
  int32_t uses_vectors, lowers_ascii;
  /// Nonzero to find white space uneven: two in a row, or at the rim of a line.
  int32_t collapses_spaces;
} fold_tables;

/// A change of length: bytes of the source and of the output.
typedef struct {
  int64_t source_start, source_end, result_start, result_end;
} fold_edit;

typedef struct {
  size_t read, written;
  int32_t changed, last_was_mark;
  fold_edit *edits;  // null when not wanted
  size_t edit_count, edit_capacity;
} fold_state;

enum { FOLD_DONE = 0, FOLD_AT_HARD_LINE = 1, FOLD_AT_HARD_TEXT = 2, FOLD_EDITS_FULL = 3, FOLD_OUTPUT_FULL = 4 };

/// Goes on from `state->read` to the end or to what interrupts, and says which. `source` must be
/// well-formed UTF-8; ill-formed bytes give wrong output, never an access out of bounds.
int32_t fold_run(
    const fold_tables *tables, const uint8_t *source, size_t count, uint8_t *output,
    size_t capacity, fold_state *state);

#endif
