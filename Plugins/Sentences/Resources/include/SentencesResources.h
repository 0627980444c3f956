// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef SENTENCES_RESOURCES_H
#define SENTENCES_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} sentences_resource;

sentences_resource sentences_clauses(void);

#endif
