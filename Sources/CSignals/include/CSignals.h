// Asks to stop, by signals.
#ifndef CSIGNALS_H
#define CSIGNALS_H

/// From now on the first SIGINT or SIGTERM is only noted, and a second one ends the process at once.
void signals_watch(void);

/// True when one was noted.
int signals_asked_to_stop(void);

#endif
