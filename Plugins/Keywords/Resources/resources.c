#include "KeywordsResources.h"

static const uint8_t background[] = {
#embed "background.table"
};

keywords_resource keywords_background(void) {
  keywords_resource resource = {background, sizeof(background)};
  return resource;
}

static const uint8_t weights[] = {
#embed "weights.tsv"
};

keywords_resource keywords_weights(void) {
  keywords_resource resource = {weights, sizeof(weights)};
  return resource;
}

static const uint8_t edges[] = {
#embed "edges.txt"
};

keywords_resource keywords_edges(void) {
  keywords_resource resource = {edges, sizeof(edges)};
  return resource;
}
