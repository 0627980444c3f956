// The shipped recipes, built into the binary. Each pointer is valid for ever.
#ifndef SHIPPED_RECIPE_FILES_H
#define SHIPPED_RECIPE_FILES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} shipped_recipe_file;

size_t shipped_recipe_count(void);

/// The recipe at an index below the count.
shipped_recipe_file shipped_recipe(size_t index);

#endif
