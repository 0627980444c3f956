#include "KeywordsResources.h"

static const uint8_t background[] = {
#embed "background.table"
};

keywords_resource keywords_background(void) {
  keywords_resource resource = {background, sizeof(background)};
  return resource;
}
