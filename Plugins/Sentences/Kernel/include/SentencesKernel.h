// Finds the places in UTF-8 text that a sentence splitter has to look at.
#ifndef SENTENCES_KERNEL_H
#define SENTENCES_KERNEL_H

#include <stddef.h>
#include <stdint.h>

// A scalar that may end a sentence, a line or a pair of marks, or open a numbered item.
typedef struct {
  // Byte offset from the start of the bytes.
  int64_t offset;
  uint32_t scalar;
} sentence_mark;

// Writes the marks of bytes[start..<end], at most `capacity` of them, into `marks` and gives their
// number; `*next` is where to go on, `end` when all is done. The bytes must be well-formed UTF-8.
size_t sentences_find_marks(
    const uint8_t *bytes, size_t start, size_t end, sentence_mark *marks, size_t capacity, size_t *next);

#endif
