#include "WarraqDatabaseResources.h"

// `#embed` needs no path but this file's own, so the package builds from any folder.
static const uint8_t schema[] = {
#embed "schema.sql"
};

warraq_database_resource warraq_database_schema(void) {
  warraq_database_resource resource = {schema, sizeof(schema)};
  return resource;
}
