// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef KEYWORDS_RESOURCES_H
#define KEYWORDS_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} keywords_resource;

keywords_resource keywords_background(void);
keywords_resource keywords_weights(void);

/// Words at which a phrase is cut short.
keywords_resource keywords_edges(void);

#endif
