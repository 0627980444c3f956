#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <string>
#include <vector>

#include "cicu.h"

namespace {

const icu::Normalizer2 *normalizer(int32_t form, UErrorCode &status) {
  switch (form) {
    case CICU_NFC: return icu::Normalizer2::getNFCInstance(status);
    case CICU_NFD: return icu::Normalizer2::getNFDInstance(status);
    case CICU_NFKC: return icu::Normalizer2::getNFKCInstance(status);
    case CICU_NFKD: return icu::Normalizer2::getNFKDInstance(status);
    case CICU_NFKC_CASEFOLD: return icu::Normalizer2::getNFKCCasefoldInstance(status);
    default: status = U_ILLEGAL_ARGUMENT_ERROR; return nullptr;
  }
}

}  // namespace

extern "C" cicu_text cicu_normalize(int32_t form, const uint8_t *bytes, size_t count) {
  static thread_local std::string result;
  static thread_local std::vector<cicu_edit> edits;
  result.clear();
  edits.clear();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  if (count > INT32_MAX) status = U_INDEX_OUTOFBOUNDS_ERROR;
  if (U_FAILURE(status)) return {nullptr, 0, nullptr, 0, status, 0};

  icu::Edits changes;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(count));
  instance->normalizeUTF8(
      0, icu::StringPiece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count)), sink, &changes, status);
  icu::Edits::Iterator step = changes.getFineChangesIterator();
  while (step.next(status)) {
    int64_t source = step.sourceIndex();
    int64_t destination = step.destinationIndex();
    edits.push_back({source, source + step.oldLength(), destination, destination + step.newLength()});
  }
  return {reinterpret_cast<const uint8_t *>(result.data()), result.size(), edits.data(), edits.size(), status, 0};
}

extern "C" int32_t cicu_is_normalized(int32_t form, const uint8_t *bytes, size_t count) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  if (U_FAILURE(status) || count > INT32_MAX) return 0;
  icu::StringPiece text(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count));
  UBool normalized = instance->isNormalizedUTF8(text, status);
  return U_SUCCESS(status) && normalized ? 1 : 0;
}

extern "C" uint8_t cicu_combining_class(uint32_t scalar) {
  return u_getCombiningClass(static_cast<UChar32>(scalar));
}

extern "C" int32_t cicu_general_category(uint32_t scalar) {
  return u_charType(static_cast<UChar32>(scalar));
}
