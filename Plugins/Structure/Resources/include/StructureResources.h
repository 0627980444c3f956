// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef STRUCTURE_RESOURCES_H
#define STRUCTURE_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} structure_resource;

structure_resource structure_cues(void);

#endif
