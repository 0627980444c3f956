#define _GNU_SOURCE
#include "CPluginProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

typedef struct {
  char *const *arguments;
  char *const *environment;
  const char *folder;
  plugin_process_limits limits;
  int ends[3];
  int report;
  pid_t host;
  pid_t pid;
} request;

static void write_file(const char *path, const char *text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  const ssize_t written = write(file, text, strlen(text));
  (void)written;
  close(file);
}

// A user namespace of its own lets a process without rights give up its network. Where the system
// does not allow that, the process keeps it.
static void leave_network(void) {
#ifdef __linux__
  char map[64];
  const unsigned user = (unsigned)getuid(), group = (unsigned)getgid();
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) return;
  write_file("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "%u %u 1", user, user);
  write_file("/proc/self/uid_map", map);
  snprintf(map, sizeof map, "%u %u 1", group, group);
  write_file("/proc/self/gid_map", map);
#endif
}

static void limit(int resource, rlim_t value) {
  const struct rlimit bounds = {value, value};
  setrlimit(resource, &bounds);
}

// In the child. Only calls that are safe between fork and exec, apart from snprintf of two numbers.
static void become_plugin(const request *order) {
  setpgid(0, 0);
  for (int end = 0; end < 3; ++end) {
    if (dup2(order->ends[end], end) < 0) goto failed;
  }
  if (chdir(order->folder) != 0) goto failed;
#ifdef __linux__
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // The thread that forks lives as long as the host, so this tells of the host's end.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != order->host) _exit(127);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 256);
  if (order->limits.memory > 0) limit(RLIMIT_AS, (rlim_t)order->limits.memory);
  if (!order->limits.network) leave_network();
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(order->arguments[0], order->arguments, order->environment);
failed:;
  const int cause = errno;
  const ssize_t written = write(order->report, &cause, sizeof cause);
  (void)written;
  _exit(127);
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static request *pending;
static int is_running;

// All children are forked by one thread that never ends: the signal at a parent's death is sent when
// the thread that forked dies, and threads of a pool come and go.
static void *fork_for_all(void *nothing) {
  (void)nothing;
  pthread_mutex_lock(&lock);
  for (;;) {
    while (pending == NULL || pending->pid != 0) pthread_cond_wait(&changed, &lock);
    pending->host = getpid();
    const pid_t pid = fork();
    if (pid == 0) become_plugin(pending);
    pending->pid = pid < 0 ? -1 : pid;
    pthread_cond_broadcast(&changed);
  }
  return NULL;
}

static pid_t fork_plugin(request *order) {
  pthread_mutex_lock(&lock);
  if (!is_running) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, fork_for_all, NULL) != 0) {
      pthread_mutex_unlock(&lock);
      return -1;
    }
    pthread_detach(thread);
    is_running = 1;
  }
  while (pending != NULL) pthread_cond_wait(&changed, &lock);
  pending = order;
  pthread_cond_broadcast(&changed);
  while (order->pid == 0) pthread_cond_wait(&changed, &lock);
  pending = NULL;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  return order->pid;
}

static void close_both(int pipe_ends[2]) {
  for (int end = 0; end < 2; ++end) {
    if (pipe_ends[end] >= 0) close(pipe_ends[end]);
  }
}

// Writing to a process that has ended must give an error, not end the host; a handler of the host's
// own is left alone.
static void survive_closed_pipes(void) {
  struct sigaction action;
  if (sigaction(SIGPIPE, NULL, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
}

plugin_process plugin_process_start(
    char *const arguments[], char *const environment[], const char *folder, plugin_process_limits limits) {
  survive_closed_pipes();
  plugin_process process = {.pid = -1, .input = -1, .output = -1, .errors = -1, .failure = 0};
  int pipes[4][2] = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
  for (int index = 0; index < 4; ++index) {
    if (pipe2(pipes[index], O_CLOEXEC) != 0) {
      process.failure = errno;
      goto failed;
    }
  }
  request order = {
      .arguments = arguments, .environment = environment, .folder = folder, .limits = limits,
      .ends = {pipes[0][0], pipes[1][1], pipes[2][1]}, .report = pipes[3][1]};
  process.pid = fork_plugin(&order);
  if (process.pid < 0) {
    process.failure = EAGAIN;
    goto failed;
  }
  close(pipes[3][1]);
  pipes[3][1] = -1;
  // The report closes when the program starts, and holds an errno when it does not.
  int cause = 0;
  ssize_t length;
  do length = read(pipes[3][0], &cause, sizeof cause);
  while (length < 0 && errno == EINTR);
  if (length == (ssize_t)sizeof cause) {
    waitpid(process.pid, NULL, 0);
    process.failure = cause;
    process.pid = -1;
    goto failed;
  }
  close(pipes[3][0]);
  close(pipes[0][0]);
  close(pipes[1][1]);
  close(pipes[2][1]);
  process.input = pipes[0][1];
  process.output = pipes[1][0];
  process.errors = pipes[2][0];
  fcntl(process.input, F_SETFL, O_NONBLOCK);
  fcntl(process.output, F_SETFL, O_NONBLOCK);
  fcntl(process.errors, F_SETFL, O_NONBLOCK);
#ifdef F_SETPIPE_SZ
  fcntl(process.input, F_SETPIPE_SZ, 1 << 20);
  fcntl(process.output, F_SETPIPE_SZ, 1 << 20);
#endif
  return process;
failed:
  for (int index = 0; index < 4; ++index) close_both(pipes[index]);
  return process;
}

int plugin_process_wait(pid_t pid, int milliseconds) {
  for (int waited = 0;; waited += 2) {
    const pid_t found = waitpid(pid, NULL, WNOHANG);
    if (found == pid || (found < 0 && errno == ECHILD)) return 1;
    if (waited >= milliseconds) return 0;
    const struct timespec pause = {0, 2000000};
    nanosleep(&pause, NULL);
  }
}

void plugin_process_kill(plugin_process process) {
  if (process.pid > 0) {
    kill(-process.pid, SIGKILL);
    kill(process.pid, SIGKILL);
    waitpid(process.pid, NULL, 0);
  }
  if (process.input >= 0) close(process.input);
  if (process.output >= 0) close(process.output);
  if (process.errors >= 0) close(process.errors);
}
