#include "SummaryResources.h"

static const uint8_t weights[] = {
#embed "weights.tsv"
};

summary_resource summary_weights(void) {
  summary_resource resource = {weights, sizeof(weights)};
  return resource;
}

static const uint8_t openers[] = {
#embed "openers.tsv"
};

summary_resource summary_openers(void) {
  summary_resource resource = {openers, sizeof(openers)};
  return resource;
}
