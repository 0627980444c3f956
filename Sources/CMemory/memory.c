#include "CMemory.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void memory_keep_freed(void) {
  // musl has no such settings, and defines no such names.
#ifdef M_TRIM_THRESHOLD
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
#endif
}
