#include "html_events.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

// Grows an array to hold one more; 0 when it cannot.
static int reserve(void **memory, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  size_t wanted = *capacity ? *capacity : 256;
  while (wanted < needed) wanted *= 2;
  void *grown = realloc(*memory, wanted * size);
  if (!grown) return 0;
  *memory = grown;
  *capacity = wanted;
  return 1;
}

static void put(html_event_list *list, uint32_t kind, const xmlChar *name, size_t name_count,
                const xmlChar *value, size_t value_count) {
  if (list->failed) return;
  // Running text comes in pieces; one event for all of them keeps the list short.
  html_event *last = list->event_count ? &list->events[list->event_count - 1] : NULL;
  int continues = kind == HTML_TEXT && last && last->kind == HTML_TEXT;
  size_t needed = list->byte_count + name_count + value_count;
  if (needed > UINT32_MAX / 2 ||
      !reserve((void **)&list->bytes, &list->byte_capacity, needed, 1) ||
      !reserve((void **)&list->events, &list->event_capacity, list->event_count + 1,
               sizeof(html_event))) {
    list->failed = 1;
    return;
  }
  uint32_t start = (uint32_t)list->byte_count;
  uint32_t middle = start + (uint32_t)name_count;
  if (name_count) memcpy(list->bytes + start, name, name_count);
  if (value_count) memcpy(list->bytes + middle, value, value_count);
  list->byte_count = needed;
  if (continues) {
    list->events[list->event_count - 1].value_end = (uint32_t)needed;
    return;
  }
  list->events[list->event_count++] =
      (html_event){kind, start, middle, middle, (uint32_t)needed};
}

static size_t length(const xmlChar *text) { return text ? strlen((const char *)text) : 0; }

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  html_event_list *list = context;
  put(list, HTML_OPEN, name, length(name), NULL, 0);
  for (; attributes && attributes[0]; attributes += 2)
    put(list, HTML_ATTRIBUTE, attributes[0], length(attributes[0]), attributes[1],
        length(attributes[1]));
}

static void on_end(void *context, const xmlChar *name) {
  put(context, HTML_CLOSE, name, length(name), NULL, 0);
}

static void on_text(void *context, const xmlChar *text, int count) {
  if (count > 0) put(context, HTML_TEXT, NULL, 0, text, (size_t)count);
}

// Scripts and styles come as CDATA; JSON-LD stands in scripts.
static void on_cdata(void *context, const xmlChar *text, int count) {
  on_text(context, text, count);
}

static void ignore(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

html_event_list html_events(const uint8_t *bytes, size_t count) {
  html_event_list list;
  memset(&list, 0, sizeof list);
  if (count > INT_MAX) {
    list.failed = 1;
    return list;
  }
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_cdata;
  handler.warning = ignore;
  handler.error = ignore;
  handler.fatalError = ignore;
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, &list, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!parser) {
    list.failed = 1;
    return list;
  }
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  // In pieces: the parser's time for one large piece grows faster than its size.
  for (size_t start = 0; start < count && !list.failed; start += 1 << 16) {
    size_t piece = count - start < 1 << 16 ? count - start : 1 << 16;
    htmlParseChunk(parser, (const char *)bytes + start, (int)piece, 0);
  }
  htmlParseChunk(parser, NULL, 0, 1);
  htmlDocPtr tree = parser->myDoc;
  htmlFreeParserCtxt(parser);
  if (tree) xmlFreeDoc(tree);
  return list;
}

void html_events_free(html_event_list *list) {
  free(list->events);
  free(list->bytes);
  memset(list, 0, sizeof *list);
}
