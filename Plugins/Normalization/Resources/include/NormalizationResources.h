// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef NORMALIZATION_RESOURCES_H
#define NORMALIZATION_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} normalization_resource;

normalization_resource normalization_camel_arclean(void);

#endif
