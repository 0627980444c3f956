// Looks at UTF-8 a block at a time.
#ifndef UTF8_KERNEL_H
#define UTF8_KERNEL_H

#include <stddef.h>
#include <stdint.h>

// How many bytes from the first one on are well-formed for sure. A scalar ends there, and what is behind has
// to be looked at again: it is less than a block, or begins with a block that holds something ill-formed.
size_t utf8_well_formed_prefix(const uint8_t *bytes, size_t count);

#endif
