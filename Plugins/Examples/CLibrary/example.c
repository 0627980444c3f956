// Finds long words: the stage `example/long-words`.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "warraq_plugin.h"

// What one instance of the stage knows.
typedef struct {
  size_t minimum;
} long_words;

static const char *describe(void) {
  return "{\"id\":\"example\",\"version\":\"1.0.0\",\"stages\":[\"long-words\"]}";
}

static void *create(const char *stage, const char *options, char *error, size_t capacity) {
  (void)stage;
  // The host has checked the options against plugin.json and filled in the defaults.
  const char *minimum = strstr(options, "\"minimum\":");
  long_words *instance = malloc(sizeof *instance);
  if (minimum == NULL || instance == NULL) {
    snprintf(error, capacity, "no `minimum`, or no memory");
    free(instance);
    return NULL;
  }
  instance->minimum = strtoul(minimum + strlen("\"minimum\":"), NULL, 10);
  return instance;
}

static int is_space(uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

static int32_t process(
    void *self, const warraq_document *documents, size_t count, const warraq_results *results) {
  const long_words *instance = self;
  for (size_t number = 0; number < count; ++number) {
    const warraq_text text = documents[number].text;
    size_t start = 0;
    while (start < text.count) {
      size_t end = start, letters = 0;
      while (end < text.count && !is_space(text.bytes[end])) {
        // Every byte that continues no code point begins one.
        letters += (text.bytes[end] & 0xC0) != 0x80;
        ++end;
      }
      if (letters >= instance->minimum) {
        const warraq_annotation word = {
            .start = start, .end = end, .label = {(const uint8_t *)"long", strlen("long")}};
        results->add(results->context, number, &word);
      }
      start = end + 1;
    }
  }
  return 0;
}

static void destroy(void *self) { free(self); }

const warraq_plugin *warraq_plugin_entry(uint32_t host_abi) {
  static const warraq_plugin plugin = {WARRAQ_PLUGIN_ABI, describe, create, process, destroy};
  return host_abi == WARRAQ_PLUGIN_ABI ? &plugin : NULL;
}
