// Settings of the C library's allocator that its module map does not reach.
#ifndef CMEMORY_H
#define CMEMORY_H

/// Keeps memory that is freed for the next document, up to 64 MiB, where the C library can be told.
/// Giving each document's memory back to the system and asking for it again costs a page fault
/// every four thousand bytes.
void memory_keep_freed(void);

#endif
