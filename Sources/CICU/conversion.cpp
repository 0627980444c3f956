#include <unicode/ucsdet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

#include <cstring>
#include <string>
#include <vector>

#include "cicu.h"

extern "C" void cicu_versions(char *icu, char *unicode) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, icu);
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode);
}

extern "C" const char *cicu_error_name(int32_t status) {
  return u_errorName(static_cast<UErrorCode>(status));
}

extern "C" cicu_text cicu_decode(const char *encoding, const uint8_t *bytes, size_t count) {
  static thread_local std::string result;
  result.clear();
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return {nullptr, 0, nullptr, 0, status, 0};

  std::vector<UChar> chunk(8192);
  const char *source = reinterpret_cast<const char *>(bytes);
  const char *limit = source + count;
  size_t replaced = 0;
  bool more = true;
  while (more) {
    UChar *target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, chunk.data() + chunk.size(), &source, limit, nullptr, true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) break;
    // A surrogate pair never straddles two chunks: ICU keeps a pending pair in the converter.
    for (const UChar *unit = chunk.data(); unit < target; ++unit) replaced += (*unit == 0xFFFD);
    int32_t length = 0;
    size_t before = result.size();
    size_t room = static_cast<size_t>(target - chunk.data()) * 3;
    result.resize(before + room);
    UErrorCode encode = U_ZERO_ERROR;
    u_strToUTF8WithSub(&result[before], static_cast<int32_t>(room), &length, chunk.data(),
                       static_cast<int32_t>(target - chunk.data()), 0xFFFD, nullptr, &encode);
    result.resize(before + static_cast<size_t>(length));
  }
  ucnv_close(converter);
  return {reinterpret_cast<const uint8_t *>(result.data()), result.size(), nullptr, 0, status, replaced};
}

extern "C" int32_t cicu_detect(const uint8_t *bytes, size_t count, char *name, size_t room) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  ucsdet_setText(detector, reinterpret_cast<const char *>(bytes),
                 static_cast<int32_t>(count > 0x7FFFFFFF ? 0x7FFFFFFF : count), &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  int32_t confidence = 0;
  if (U_SUCCESS(status) && match) {
    const char *found = ucsdet_getName(match, &status);
    confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || !found || strlen(found) >= room) {
      confidence = 0;
    } else {
      strcpy(name, found);
    }
  }
  ucsdet_close(detector);
  return confidence;
}
