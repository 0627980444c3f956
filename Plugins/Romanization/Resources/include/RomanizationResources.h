// The tables of the schemes, built into the binary. Each pointer is valid for ever.
#ifndef ROMANIZATION_RESOURCES_H
#define ROMANIZATION_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *identifier;
  const uint8_t *bytes;
  size_t count;
} romanization_resource;

size_t romanization_scheme_count(void);

/// The scheme at an index below the count.
romanization_resource romanization_scheme(size_t index);

/// Particles and their ALA-LC forms.
romanization_resource romanization_clitics(void);

/// Words that are not read as they are written.
romanization_resource romanization_readings(void);

/// Short words before which particles stand.
romanization_resource romanization_short_words(void);

/// What Latin letters and digits of chat may stand for.
romanization_resource romanization_arabizi_sounds(void);

/// Words of chat, and how they are typed.
romanization_resource romanization_arabizi_words(void);

/// Endings of words and what they become.
romanization_resource romanization_endings(void);

/// Openings of verbs and what they become.
romanization_resource romanization_openings(void);

/// Letters of other keyboards, and what loose spelling writes in the stead of what.
romanization_resource romanization_spellings(void);

/// The trained romanizer of ALA-LC.
romanization_resource romanization_model(void);

#endif
