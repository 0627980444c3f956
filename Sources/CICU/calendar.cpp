#include <unicode/calendar.h>
#include <unicode/gregocal.h>

#include <memory>
#include <string>

#include "cicu.h"

extern "C" int32_t cicu_gregorian_day(
    const char *calendar, int32_t year, int32_t month, int32_t day, int32_t *gregorian) {
  UErrorCode status = U_ZERO_ERROR;
  // One calendar of each kind a thread: making them reads ICU's data.
  static thread_local std::unique_ptr<icu::Calendar> source;
  static thread_local std::unique_ptr<icu::GregorianCalendar> target;
  static thread_local std::string name;
  if (source == nullptr || name != calendar) {
    icu::Locale locale("en");
    locale.setKeywordValue("calendar", calendar, status);
    source.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
    if (U_FAILURE(status)) {
      source.reset();
      return status;
    }
    name = calendar;
  }
  if (target == nullptr) {
    target = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), status);
    if (U_FAILURE(status)) {
      target.reset();
      return status;
    }
  }
  source->clear();
  source->setLenient(false);
  source->set(UCAL_YEAR, year);
  source->set(UCAL_MONTH, month - 1);
  source->set(UCAL_DATE, day);
  target->setTime(source->getTime(status), status);
  gregorian[0] = target->get(UCAL_YEAR, status);
  gregorian[1] = target->get(UCAL_MONTH, status) + 1;
  gregorian[2] = target->get(UCAL_DATE, status);
  return status;
}
