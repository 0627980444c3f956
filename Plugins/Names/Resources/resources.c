#include "NamesResources.h"

static const uint8_t lexicon[] = {
#embed "lexicon.table"
};
static const uint8_t roles[] = {
#embed "roles.txt"
};
static const uint8_t letter_spellings[] = {
#embed "letter-spellings.tsv"
};

static const uint8_t spelling_model[] __attribute__((aligned(64))) = {
#embed "spelling.model"
};

static const uint8_t reverse_model[] __attribute__((aligned(64))) = {
#embed "reverse.model"
};

names_resource names_reverse_model(void) {
  names_resource resource = {reverse_model, sizeof(reverse_model)};
  return resource;
}

names_resource names_spelling_model(void) {
  names_resource resource = {spelling_model, sizeof(spelling_model)};
  return resource;
}

static const uint8_t attested_words[] __attribute__((aligned(64))) = {
#embed "attested-words.table"
};

static const uint8_t origins[] = {
#embed "origins.table"
};

static const uint8_t origin_countries[] = {
#embed "origin-countries.tsv"
};

names_resource names_origins(void) {
  names_resource resource = {origins, sizeof(origins)};
  return resource;
}

names_resource names_origin_countries(void) {
  names_resource resource = {origin_countries, sizeof(origin_countries)};
  return resource;
}

names_resource names_attested_words(void) {
  names_resource resource = {attested_words, sizeof(attested_words)};
  return resource;
}

names_resource names_lexicon(void) {
  names_resource resource = {lexicon, sizeof(lexicon)};
  return resource;
}

names_resource names_roles(void) {
  names_resource resource = {roles, sizeof(roles)};
  return resource;
}

names_resource names_letter_spellings(void) {
  names_resource resource = {letter_spellings, sizeof(letter_spellings)};
  return resource;
}
