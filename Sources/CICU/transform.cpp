#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/strenum.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cicu.h"

namespace {

using Cache = std::vector<std::pair<std::string, std::unique_ptr<icu::Transliterator>>>;

icu::Transliterator *cached_transform(const char *identifier, UErrorCode &status) {
  static thread_local Cache cache;
  for (auto &entry : cache) {
    if (entry.first == identifier) return entry.second.get();
  }
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(identifier), UTRANS_FORWARD, status));
  if (U_FAILURE(status) || made == nullptr) return nullptr;
  cache.emplace_back(identifier, std::move(made));
  return cache.back().second.get();
}

}  // namespace

extern "C" cicu_text cicu_transform(const char *identifier, const uint8_t *bytes, size_t count) {
  static thread_local std::string result;
  result.clear();
  UErrorCode status = U_ZERO_ERROR;
  if (count > INT32_MAX / 2) return {nullptr, 0, nullptr, 0, U_INDEX_OUTOFBOUNDS_ERROR, 0};
  icu::Transliterator *transform = cached_transform(identifier, status);
  if (transform == nullptr) {
    return {nullptr, 0, nullptr, 0, U_FAILURE(status) ? status : U_INVALID_ID, 0};
  }
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count)));
  transform->transliterate(text);
  text.toUTF8String(result);
  return {reinterpret_cast<const uint8_t *>(result.data()), result.size(), nullptr, 0, status, 0};
}

extern "C" cicu_text cicu_transform_identifiers(void) {
  static thread_local std::string result;
  result.clear();
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::StringEnumeration> names(icu::Transliterator::getAvailableIDs(status));
  if (U_FAILURE(status) || names == nullptr) return {nullptr, 0, nullptr, 0, status, 0};
  while (const icu::UnicodeString *name = names->snext(status)) {
    name->toUTF8String(result);
    result.push_back('\n');
  }
  return {reinterpret_cast<const uint8_t *>(result.data()), result.size(), nullptr, 0, status, 0};
}
