// The one C surface of ICU that Swift sees. It names no ICU type: a clang module that pulls in
// <unicode/*.h> makes `import Foundation` fail in the same Swift module.
//
// Every function is safe to call from any thread. A result's pointers belong to the calling
// thread and stay valid until that thread's next call of the same function.
#ifndef CICU_H
#define CICU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Four numbers an edit: source start, source end, result start, result end (UTF-8 bytes).
typedef struct {
  int64_t source_start, source_end, result_start, result_end;
} cicu_edit;

/// A text made by ICU. `status` is ICU's error code, 0 or less when all went well.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  const cicu_edit *edits;
  size_t edit_count;
  int32_t status;
  /// Bytes or scalars of the input that could not be carried over.
  size_t replaced;
} cicu_text;

/// One boundary: its UTF-8 byte offset and ICU's rule status for the piece that ends there.
typedef struct {
  uint32_t offset;
  int32_t rule_status;
} cicu_break;

typedef struct {
  const cicu_break *breaks;
  size_t count;
  int32_t status;
} cicu_breaks;

enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC = 2, CICU_NFKD = 3, CICU_NFKC_CASEFOLD = 4 };
enum { CICU_SENTENCE = 0, CICU_WORD = 1, CICU_GRAPHEME = 2, CICU_LINE = 3 };

/// Writes NUL-terminated version strings; each buffer must hold at least 32 bytes.
void cicu_versions(char *icu, char *unicode);

/// ICU's name of an error code, for example `U_INVALID_ID`.
const char *cicu_error_name(int32_t status);

cicu_text cicu_normalize(int32_t form, const uint8_t *bytes, size_t count);

/// True when the text is surely in the form already, at the cost of one pass.
int32_t cicu_is_normalized(int32_t form, const uint8_t *bytes, size_t count);

/// Offset, at or before it by less than 32 bytes, of the first scalar from `start` on that NFC might
/// change; `count` when there surely is none. `start` must follow a scalar that is inert in NFC.
size_t cicu_find_nfc_suspect(const uint8_t *bytes, size_t count, size_t start);

cicu_breaks cicu_find_breaks(int32_t kind, const char *locale, const uint8_t *bytes, size_t count);

/// Runs a transform by its ICU identifier, such as `Arabic-Latin` or `Any-Upper; [:Mn:] Remove`.
cicu_text cicu_transform(const char *identifier, const uint8_t *bytes, size_t count);

/// All registered transform identifiers, one a line.
cicu_text cicu_transform_identifiers(void);

/// Converts from a named encoding to UTF-8; what cannot be converted becomes U+FFFD.
cicu_text cicu_decode(const char *encoding, const uint8_t *bytes, size_t count);

/// ICU's guess of a text's encoding: writes its NUL-terminated name to `name`, which has room for
/// `room` bytes, and gives its confidence from 1 to 100; 0 when it has none.
int32_t cicu_detect(const uint8_t *bytes, size_t count, char *name, size_t room);

/// The Gregorian year, month and day, written to `gregorian`, of a day of another calendar of CLDR such
/// as `islamic-umalqura`. Gives ICU's error code; that of an illegal argument for a day that is none.
int32_t cicu_gregorian_day(
    const char *calendar, int32_t year, int32_t month, int32_t day, int32_t *gregorian);

/// The general category (UCharCategory) of a code point.
int32_t cicu_general_category(uint32_t scalar);

/// The canonical combining class of a code point; 0 for all but combining marks.
uint8_t cicu_combining_class(uint32_t scalar);

#ifdef __cplusplus
}
#endif
#endif
