// UTF-8 to UTF-16 with a map back, shared by the parts of the shim.
#ifndef CICU_OFFSETS_HPP
#define CICU_OFFSETS_HPP

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <vector>

namespace cicu {

// Buffers a thread reuses from call to call; a document never allocates twice. One oversized
// document must not pin its memory for the life of the thread, hence `trim`.
struct Utf16WithOffsets {
  std::vector<char16_t> units;
  std::vector<uint32_t> offsets;  // offsets[i] = UTF-8 byte offset of units[i]; one past the end too

  void assign(const uint8_t *bytes, size_t count) {
    trim(count);
    units.resize(count);
    offsets.resize(count + 1);
    size_t written = 0;
    size_t i = 0;
    while (i < count) {
      uint8_t lead = bytes[i];
      if (lead < 0x80) {
        units[written] = lead;
        offsets[written++] = static_cast<uint32_t>(i++);
        continue;
      }
      size_t start = i;
      UChar32 scalar;
      U8_NEXT_OR_FFFD(bytes, i, count, scalar);
      if (scalar < 0x10000) {
        units[written] = static_cast<char16_t>(scalar);
        offsets[written++] = static_cast<uint32_t>(start);
      } else {
        units[written] = U16_LEAD(scalar);
        offsets[written++] = static_cast<uint32_t>(start);
        units[written] = U16_TRAIL(scalar);
        offsets[written++] = static_cast<uint32_t>(start);
      }
    }
    units.resize(written);
    offsets.resize(written + 1);
    offsets[written] = static_cast<uint32_t>(count);
  }

 private:
  void trim(size_t next) {
    constexpr size_t keep = 4u << 20;
    if (units.capacity() > keep && next < keep) {
      std::vector<char16_t>().swap(units);
      std::vector<uint32_t>().swap(offsets);
    }
  }
};

}  // namespace cicu

#endif
