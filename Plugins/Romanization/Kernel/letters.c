#include "RomanizationKernel.h"

#include "CVectors.h"

typedef bool bits __attribute__((ext_vector_type(32)));

enum {
  // What the longest entry and the look at the next letter may reach beyond a block.
  slack = 8,
  first_letter = 256,
  first_vowel = first_letter + 0x4B,
  last_vowel = first_letter + 0x50,
  shadda = first_letter + 0x51,
};

// The bytes of a block that begin a scalar, the first one lowest.
static INLINE uint32_t scalar_starts(const uint8_t *here) {
  const bits start = __builtin_convertvector((LOAD(here) & 0xC0) != 0x80, bits);
  uint32_t mask;
  memcpy(&mask, &start, sizeof mask);
  return mask;
}

static INLINE uint8_t *put(uint64_t entry, uint8_t *target) {
  // Bytes of the entry lie lowest first on all machines that this runs on.
  memcpy(target, &entry, sizeof entry);
  return target + (entry >> 56 & 7);
}

// Writes the scalars that begin in a block at the places of `starts`.
static INLINE uint8_t *write_block(
    const uint64_t *table, bool shadda_first, const uint8_t *here, uint32_t starts, uint8_t *target,
    const uint8_t **resume, size_t *unknown) {
  // Not in memory, which the compiler would have to believe changed by each byte that is written.
  size_t count = 0;
  while (starts != 0) {
    const uint8_t *at = here + __builtin_ctz(starts);
    starts &= starts - 1;
    const uint8_t lead = at[0];
    const size_t letter = first_letter + ((size_t)(lead & 3) << 6 | (at[1] & 0x3F));
    const size_t place = (lead & 0xFC) == 0xD8 ? letter : lead;
    const uint64_t entry = table[place];
    if (entry >> 56 == 0) {
      // Other scripts stay.
      const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
      memcpy(target, at, 4);
      target += length;
      continue;
    }
    if (shadda_first && place >= first_vowel && place <= last_vowel && at[2] == 0xD9 && at[3] == 0x91) {
      target = put(table[shadda], target);
      // The shadda is passed over, in this block or in the next one.
      starts &= starts - 1;
      *resume = at + 4;
    }
    target = put(entry, target);
    count += entry >> 63;
  }
  *unknown += count;
  return target;
}

WIDEST size_t letters_write(
    const uint64_t *table, bool shadda_first, const uint8_t *bytes, size_t count, uint8_t *target,
    size_t *unknown) {
  const size_t size = sizeof(block);
  uint8_t *const begin = target;
  const uint8_t *resume = bytes;
  size_t index = 0;
  while (count - index >= size + slack) {
    uint32_t starts = scalar_starts(bytes + index);
    if (resume > bytes + index) starts &= UINT32_MAX << (resume - (bytes + index));
    target = write_block(table, shadda_first, bytes + index, starts, target, &resume, unknown);
    index += size;
  }
  // What is left has nothing behind it that may be read, so it is read from a copy.
  uint8_t rest[2 * sizeof(block) + slack] = {0};
  const size_t left = count - index;
  memcpy(rest, bytes + index, left);
  const uint8_t *again = resume > bytes + index ? rest + (resume - (bytes + index)) : rest;
  for (size_t part = 0; part < left; part += size) {
    uint32_t starts = scalar_starts(rest + part);
    if (again > rest + part) starts &= UINT32_MAX << (again - (rest + part));
    if (left - part < size) starts &= (UINT32_C(1) << (left - part)) - 1;
    target = write_block(table, shadda_first, rest + part, starts, target, &again, unknown);
  }
  return (size_t)(target - begin);
}
