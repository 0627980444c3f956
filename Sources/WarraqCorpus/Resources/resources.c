#include "WarraqCorpusResources.h"

// `#embed` needs no path but this file's own, so the package builds from any folder.
#define RESOURCE(name)                                              \
  warraq_corpus_resource warraq_corpus_##name(void) {               \
    warraq_corpus_resource resource = {name, sizeof(name)};         \
    return resource;                                                \
  }

static const uint8_t mac_arabic[] = {
#embed "mac-arabic.tsv"
};
static const uint8_t arabic_evidence[] = {
#embed "arabic-evidence.txt"
};

RESOURCE(mac_arabic)
RESOURCE(arabic_evidence)
