// The data tables of the stage family, built into the binary. Each pointer is valid for ever.
#ifndef SUMMARY_RESOURCES_H
#define SUMMARY_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} summary_resource;

summary_resource summary_weights(void);
summary_resource summary_openers(void);

#endif
