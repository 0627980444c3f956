// Starts process plugins apart from the host: a process group of their own, limits, no new
// privileges, no network where the system allows it, and an end that follows the host's.
#ifndef C_PLUGIN_PROCESS_H
#define C_PLUGIN_PROCESS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct {
  pid_t pid;
  // The host's ends of the pipes, not blocking.
  int input;
  int output;
  int errors;
  // 0, or the errno of the step that failed.
  int failure;
} plugin_process;

typedef struct {
  // Bytes of address space; 0 for no limit.
  uint64_t memory;
  // Nonzero to leave the network reachable.
  int network;
} plugin_process_limits;

// Runs arguments[0] with the arguments, a list closed by NULL, in a folder, with an environment, a
// list closed by NULL too.
plugin_process plugin_process_start(
    char *const arguments[], char *const environment[], const char *folder, plugin_process_limits limits);

// Kills the process and all of its group, and waits for it. Closes the pipes.
void plugin_process_kill(plugin_process process);

// Waits up to so many milliseconds for the end of a process whose input was closed; 1 when it ended.
int plugin_process_wait(pid_t pid, int milliseconds);

#endif
