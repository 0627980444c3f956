#include "WarraqReportResources.h"

// `#embed` needs no path but this file's own, so the package builds from any folder.
#define RESOURCE(name)                                              \
  warraq_report_resource warraq_report_##name(void) {               \
    warraq_report_resource resource = {name, sizeof(name)};         \
    return resource;                                                \
  }

static const uint8_t style[] = {
#embed "report.css"
};
static const uint8_t script[] = {
#embed "report.js"
};

RESOURCE(style)
RESOURCE(script)
