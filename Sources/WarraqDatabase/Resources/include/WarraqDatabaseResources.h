// The schema of result databases, built into the binary. The pointer is valid for ever.
#ifndef WARRAQ_DATABASE_RESOURCES_H
#define WARRAQ_DATABASE_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} warraq_database_resource;

warraq_database_resource warraq_database_schema(void);

#endif
