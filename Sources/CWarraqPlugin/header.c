// The module is its header; this makes sure that it is C.
#include "warraq_plugin.h"
