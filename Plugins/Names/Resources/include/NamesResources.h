// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef NAMES_RESOURCES_H
#define NAMES_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} names_resource;

names_resource names_lexicon(void);
names_resource names_roles(void);
names_resource names_letter_spellings(void);
names_resource names_spelling_model(void);
names_resource names_reverse_model(void);
names_resource names_attested_words(void);
names_resource names_origins(void);
names_resource names_origin_countries(void);

#endif
