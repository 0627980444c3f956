#include "SentencesResources.h"

static const uint8_t clauses[] = {
#embed "clauses.tsv"
};

sentences_resource sentences_clauses(void) {
  sentences_resource resource = {clauses, sizeof(clauses)};
  return resource;
}
