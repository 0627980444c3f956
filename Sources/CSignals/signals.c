#include "CSignals.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t asked;

static void on_signal(int number) {
  if (asked) _exit(128 + number);
  asked = 1;
  static const char message[] = "\nwarraq: stopping behind the documents under way (again: at once)\n";
  ssize_t ignored = write(2, message, sizeof message - 1);
  (void)ignored;
}

void signals_watch(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  // Reading goes on where it was: a stop is looked for between batches.
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

int signals_asked_to_stop(void) { return asked; }
