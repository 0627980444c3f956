#include "NormalizationResources.h"

static const uint8_t camel_arclean[] = {
#embed "camel-arclean.tsv"
};

normalization_resource normalization_camel_arclean(void) {
  normalization_resource resource = {camel_arclean, sizeof(camel_arclean)};
  return resource;
}
