// Style and script of HTML reports, built into the binary. Each pointer is valid for ever.
#ifndef WARRAQ_REPORT_RESOURCES_H
#define WARRAQ_REPORT_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  size_t count;
} warraq_report_resource;

warraq_report_resource warraq_report_style(void);
warraq_report_resource warraq_report_script(void);

#endif
