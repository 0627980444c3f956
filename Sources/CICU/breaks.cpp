#include <unicode/brkiter.h>
#include <unicode/uvernum.h>

#include <memory>
#include <string>
#include <vector>

#include "cicu.h"
#include "offsets.hpp"

namespace {

struct CachedIterator {
  int32_t kind;
  std::string locale;
  std::unique_ptr<icu::BreakIterator> iterator;
};

std::unique_ptr<icu::BreakIterator> make_iterator(int32_t kind, const char *locale, UErrorCode &status) {
  icu::Locale where(locale);
  icu::BreakIterator *made = nullptr;
  switch (kind) {
    case CICU_SENTENCE: made = icu::BreakIterator::createSentenceInstance(where, status); break;
    case CICU_WORD: made = icu::BreakIterator::createWordInstance(where, status); break;
    case CICU_LINE: made = icu::BreakIterator::createLineInstance(where, status); break;
    default: made = icu::BreakIterator::createCharacterInstance(where, status); break;
  }
  return std::unique_ptr<icu::BreakIterator>(made);
}

// Opening an iterator costs far more than running it over an article, so each thread keeps the
// few that it has used.
icu::BreakIterator *cached_iterator(int32_t kind, const char *locale, UErrorCode &status) {
  static thread_local std::vector<CachedIterator> cache;
  for (auto &entry : cache) {
    if (entry.kind == kind && entry.locale == locale) return entry.iterator.get();
  }
  auto made = make_iterator(kind, locale, status);
  if (U_FAILURE(status)) return nullptr;
  cache.push_back({kind, locale, std::move(made)});
  return cache.back().iterator.get();
}

}  // namespace

extern "C" cicu_breaks cicu_find_breaks(int32_t kind, const char *locale, const uint8_t *bytes, size_t count) {
  static thread_local cicu::Utf16WithOffsets text;
  static thread_local std::vector<cicu_break> breaks;
  breaks.clear();
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator *iterator = cached_iterator(kind, locale, status);
  if (iterator == nullptr || U_FAILURE(status)) return {nullptr, 0, status};
  if (count > INT32_MAX) return {nullptr, 0, U_INDEX_OUTOFBOUNDS_ERROR};

  text.assign(bytes, count);
  UText *utext = utext_openUChars(nullptr, text.units.data(), static_cast<int64_t>(text.units.size()), &status);
  if (U_FAILURE(status)) return {nullptr, 0, status};
  iterator->setText(utext, status);
  for (int32_t position = iterator->first(); position != icu::BreakIterator::DONE; position = iterator->next()) {
    breaks.push_back({text.offsets[static_cast<size_t>(position)], position == 0 ? 0 : iterator->getRuleStatus()});
  }
  utext_close(utext);
  return {breaks.data(), breaks.size(), status};
}
