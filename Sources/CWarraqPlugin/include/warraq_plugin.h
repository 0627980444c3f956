// The interface of library plugins. A plugin is a shared library that exports one function,
// `warraq_plugin_entry`. Only C data crosses the border: numbers, UTF-8 and spans.
//
// Threads: the host may call `create` and `destroy` on any thread. It uses one instance on one thread
// at a time, and several instances on several threads at the same time; so keep state in instances.
// Memory: what the host passes in is valid until the call returns; what the plugin passes to the host's
// functions may go away when those return. Nobody frees what the other allocated.
// Trust: a library plugin runs inside the host's process with all its rights.
#ifndef WARRAQ_PLUGIN_H
#define WARRAQ_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The version of this interface. A host loads plugins of its own version only.
#define WARRAQ_PLUGIN_ABI 1u

// UTF-8 bytes, not closed by a zero.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} warraq_text;

// A place in a document's text with what is said of it. Offsets are UTF-8 bytes, `end` is exclusive,
// both lie on the borders of code points. An empty label or value says nothing.
typedef struct {
  uint64_t start;
  uint64_t end;
  warraq_text label;
  // JSON.
  warraq_text value;
} warraq_annotation;

// What an earlier stage has found, by the layer's name: `sentences`, `words`, `names` …
typedef struct {
  warraq_text name;
  const warraq_annotation *annotations;
  size_t count;
} warraq_layer;

// A document: its text as it was read, and the layers that the stage requires or uses, where they are
// there.
typedef struct {
  warraq_text id;
  warraq_text text;
  const warraq_layer *layers;
  size_t layer_count;
} warraq_document;

// The host's functions for results; `document` is the index in the batch.
typedef struct warraq_results {
  void *context;
  // Adds an annotation to the layer that the stage provides.
  void (*add)(void *context, size_t document, const warraq_annotation *annotation);
  // Says why a document could not be processed; others of the batch go on.
  void (*fail)(void *context, size_t document, warraq_text message);
} warraq_results;

typedef struct {
  // WARRAQ_PLUGIN_ABI as the plugin was compiled.
  uint32_t abi;
  // JSON, closed by a zero: { "id": …, "version": …, "stages": [id, …] }. Must agree with `plugin.json`.
  const char *(*describe)(void);
  // Makes an instance of a stage from its options, a JSON object. On failure gives NULL and writes a
  // message of at most `capacity` bytes, closed by a zero, to `error`.
  void *(*create)(const char *stage, const char *options, char *error, size_t capacity);
  // Processes a batch. Gives 0, or another number to give the batch up; its documents come again
  // one by one.
  int32_t (*process)(
      void *instance, const warraq_document *documents, size_t count, const warraq_results *results);
  void (*destroy)(void *instance);
} warraq_plugin;

// What the library exports under the name `warraq_plugin_entry`. The plugin may look at the host's
// version and give NULL when it cannot serve it.
typedef const warraq_plugin *(*warraq_plugin_entry_function)(uint32_t host_abi);

#ifdef __cplusplus
}
#endif
#endif
