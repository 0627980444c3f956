// The data tables of WarraqCorpus, built into the binary. Each pointer is valid for ever.
#ifndef WARRAQ_CORPUS_RESOURCES_H
#define WARRAQ_CORPUS_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} warraq_corpus_resource;

warraq_corpus_resource warraq_corpus_mac_arabic(void);
warraq_corpus_resource warraq_corpus_arabic_evidence(void);

#endif
