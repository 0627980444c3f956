// The examples that `warraq plugins new` copies, built into the binary. Pointers are valid for ever.
#ifndef PLUGIN_TEMPLATES_H
#define PLUGIN_TEMPLATES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  // Path in the new folder.
  const char *path;
  const uint8_t *bytes;
  size_t count;
} plugin_template_file;

typedef struct {
  const char *kind;
  const plugin_template_file *files;
  size_t count;
} plugin_template;

// The templates; `*count` gets their number.
const plugin_template *plugin_templates(size_t *count);

#endif
