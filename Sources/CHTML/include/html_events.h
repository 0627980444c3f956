// What an HTML parser meets, as a flat list that is safe to walk: no tree, no callbacks.
#ifndef HTML_EVENTS_H
#define HTML_EVENTS_H

#include <stddef.h>
#include <stdint.h>

enum { HTML_OPEN = 0, HTML_CLOSE = 1, HTML_TEXT = 2, HTML_ATTRIBUTE = 3 };

/// One event. Texts are UTF-8 in the list's `bytes`: a name (of the element, or the attribute that
/// belongs to the element opened last), and a value (the attribute's, or the text).
typedef struct {
  uint32_t kind;
  uint32_t name_start, name_end;
  uint32_t value_start, value_end;
} html_event;

typedef struct {
  html_event *events;
  size_t event_count, event_capacity;
  uint8_t *bytes;
  size_t byte_count, byte_capacity;
  /// Not 0 when memory ran out or the page is larger than 2 GiB.
  int failed;
} html_event_list;

/// Parses a page of UTF-8, whatever encoding it claims. The list must be freed.
html_event_list html_events(const uint8_t *bytes, size_t count);

void html_events_free(html_event_list *list);

#endif
