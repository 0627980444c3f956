// The data tables of ArabicText, built into the binary. Each pointer is valid for ever.
#ifndef ARABIC_TEXT_RESOURCES_H
#define ARABIC_TEXT_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} arabic_text_resource;

arabic_text_resource arabic_text_letter_maps(void);
arabic_text_resource arabic_text_stop_words(void);
arabic_text_resource arabic_text_abbreviations(void);
arabic_text_resource arabic_text_calendar(void);
arabic_text_resource arabic_text_line_joints(void);
arabic_text_resource arabic_text_numbers(void);
arabic_text_resource arabic_text_word_frequencies(void);

#endif
