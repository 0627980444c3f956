#include "StructureResources.h"

static const uint8_t cues[] = {
#embed "cues.tsv"
};

structure_resource structure_cues(void) {
  structure_resource resource = {cues, sizeof(cues)};
  return resource;
}
