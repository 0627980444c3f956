#include "warraq_plugin.h"

static const char *describe(void) {
  return "{\"id\":\"no-op-c\",\"version\":\"1.0.0\",\"stages\":[\"nothing\"]}";
}
static void *create(const char *stage, const char *options, char *error, size_t capacity) {
  (void)stage, (void)options, (void)error, (void)capacity;
  return (void *)describe;
}
static int32_t process(void *self, const warraq_document *documents, size_t count, const warraq_results *results) {
  (void)self, (void)documents, (void)count, (void)results;
  return 0;
}
static void destroy(void *self) { (void)self; }

const warraq_plugin *warraq_plugin_entry(uint32_t host_abi) {
  static const warraq_plugin plugin = {WARRAQ_PLUGIN_ABI, describe, create, process, destroy};
  return host_abi == WARRAQ_PLUGIN_ABI ? &plugin : 0;
}
