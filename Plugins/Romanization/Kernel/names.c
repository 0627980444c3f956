#include "CVectors.h"
#include "RomanizationKernel.h"

// Where of 32 places the letters ع and ب stand, or ع and what is no plain letter; false for nowhere.
static INLINE bool opens_name(const uint8_t *bytes, block *found) {
  const block first = LOAD(bytes), second = LOAD(bytes + 1), third = LOAD(bytes + 2), fourth = LOAD(bytes + 3);
  const block is_ayn = (block)(first == 0xD8) & (block)(second == 0xB9);
  const block is_ba = (block)(third == 0xD8) & (block)(fourth == 0xA8);
  const block is_late_letter = (block)(third == 0xD9) & (block)(fourth - 0x81 <= 0x8A - 0x81);
  *found = is_ayn & (is_ba | ((block)(third >= 0x80) & (block)(third != 0xD8) & ~is_late_letter));
  return ANY(*found);
}

WIDEST size_t compound_name_find(const uint8_t *bytes, size_t count, size_t index) {
  for (; count - index >= sizeof(block) + 3; index += sizeof(block)) {
    block found;
    if (!opens_name(bytes + index, &found)) continue;
    for (size_t place = 0; place < sizeof(block); place++) {
      if (found[place]) return index + place;
    }
  }
  // At the end of the text any ع will do.
  for (; index + 1 < count; index++) {
    if (bytes[index] == 0xD8 && bytes[index + 1] == 0xB9) return index;
  }
  return count;
}
