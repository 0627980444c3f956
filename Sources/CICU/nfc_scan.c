#include <string.h>

#include "CVectors.h"
#include "cicu.h"

#define IS(value, byte) ((block)((value) == SPLAT(byte)))
#define IN(value, first, last) ((block)(((value) - SPLAT(first)) <= SPLAT((last) - (first))))

// A block is suspect when a scalar in it may change in NFC, or may change the one before it: any
// combining mark but a single Arabic one, singletons, and whole ranges of scripts whose letters
// compose. Facts from DerivedNormalizationProps.txt and UnicodeData.txt, 15.0; that nothing is
// missed is tested against ICU.
static INLINE int is_suspect(const uint8_t *at) {
  const block current = LOAD(at);
  const block before = LOAD(at - 1);
  const block two_before = LOAD(at - 2);
  const block three_before = LOAD(at - 3);

  const block mark = IS(before, 0xD9) & (IN(current, 0x8B, 0x9F) | IS(current, 0xB0));
  const block mark_before = IS(three_before, 0xD9) & (IN(two_before, 0x8B, 0x9F) | IS(two_before, 0xB0));
  // U+064B–0652 stand in order when their numbers do: their combining classes ascend with them.
  const block in_order = IN(current, 0x8B, 0x92) & IN(two_before, 0x8B, 0x92) & (block)(current >= two_before);
  block suspect = mark & ((mark_before & ~in_order) | IN(current, 0x93, 0x95));
  suspect |= IS(before, 0xD8) & IN(current, 0x90, 0x9A);
  suspect |= IS(before, 0xDB) & IN(current, 0x96, 0xAF);
  suspect |= IN(current, 0xCC, 0xD7) | IN(current, 0xDC, 0xE1) | IN(current, 0xF1, 0xFF);
  suspect |= IS(current, 0xE3) | IS(current, 0xEA) | IS(current, 0xED);
  // U+2100–213F, 2300–233F, 2AC0–2AFF, 2CC0–2CFF, 2D40–2D7F, 2DC0–2DFF; 2000–2001; 20D0–20FF.
  suspect |= IS(before, 0xE2) & (IS(current, 0x84) | IS(current, 0x8C) | IS(current, 0xAB) |
                                 IS(current, 0xB3) | IS(current, 0xB5) | IS(current, 0xB7));
  suspect |= IS(two_before, 0xE2) & ((IS(before, 0x80) & IN(current, 0x80, 0x81)) |
                                     (IS(before, 0x83) & IN(current, 0x90, 0xBF)));
  // U+F900–FB3F, FB40–FB4E, FE00–FE3F.
  suspect |= IS(before, 0xEF) & (IN(current, 0xA4, 0xAC) | IS(current, 0xB8));
  suspect |= IS(two_before, 0xEF) & IS(before, 0xAD) & IN(current, 0x80, 0x8E);
  suspect |= IS(before, 0xF0) & ~IS(current, 0x9F);
  const words bits = (words)suspect;
  return (bits[0] | bits[1] | bits[2] | bits[3]) != 0;
}

WIDEST size_t cicu_find_nfc_suspect(const uint8_t *bytes, size_t count, size_t start) {
  uint8_t rim[3 + 2 * sizeof(block)];
  size_t position = start;
  // The first block has too little before it, the last too little in it: both are looked at in a
  // copy with zeros around.
  if (position < 3 && position < count) {
    const size_t length = count - position < sizeof(block) ? count - position : sizeof(block);
    memset(rim, 0, sizeof rim);
    memcpy(rim + 3, bytes + position, length);
    if (is_suspect(rim + 3)) return position;
    position += length;
  }
  while (position + sizeof(block) <= count) {
    if (is_suspect(bytes + position)) return position;
    position += sizeof(block);
  }
  if (position < count && position >= 3) {
    memset(rim, 0, sizeof rim);
    memcpy(rim, bytes + position - 3, count - position + 3);
    if (is_suspect(rim + 3)) return position;
  }
  return count;
}
