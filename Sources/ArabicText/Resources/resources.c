#include "ArabicTextResources.h"

// `#embed` needs no path but this file's own, so the package builds from any folder.
#define RESOURCE(name)                                          \
  arabic_text_resource arabic_text_##name(void) {               \
    arabic_text_resource resource = {name, sizeof(name)};       \
    return resource;                                            \
  }

static const uint8_t letter_maps[] = {
#embed "letter-maps.tsv"
};
static const uint8_t stop_words[] = {
#embed "stop-words.txt"
};
static const uint8_t abbreviations[] = {
#embed "abbreviations.tsv"
};
static const uint8_t calendar[] = {
#embed "calendar.tsv"
};
static const uint8_t line_joints[] = {
#embed "line-joints.tsv"
};
static const uint8_t numbers[] = {
#embed "numbers.tsv"
};
static const uint8_t word_frequencies[] = {
#embed "word-frequencies.table"
};

RESOURCE(letter_maps)
RESOURCE(stop_words)
RESOURCE(abbreviations)
RESOURCE(calendar)
RESOURCE(line_joints)
RESOURCE(numbers)
RESOURCE(word_frequencies)
