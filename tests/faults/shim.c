/* Fails or kills at the n-th call that changes a file below a folder; loaded before the C library (LD_PRELOAD). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOTHING = 0, FAIL = 1, KILL = 2, HALF_THEN_KILL = 3 };

static long seen, at;
static int kind, code, lasting;
static char below[4096];

/* What to do at call `n` (0: never); `wrong` is an errno; with `stays` every later call fails too. */
void fault_arm(long n, int what, int wrong, int stays, const char *folder) {
    seen = 0; at = n; kind = what; code = wrong; lasting = stays;
    snprintf(below, sizeof below, "%s", folder);
}

long fault_seen(void) { return seen; }

static int meant(const char *path) { return below[0] && !strncmp(path, below, strlen(below)); }

static int meant_fd(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return meant(path);
}

/* Counts a call; what shall happen to it. */
static int turn(void) {
    long now = __sync_add_and_fetch(&seen, 1);
    if (!at || now < at || (now > at && !lasting)) return NOTHING;
    if (kind == KILL) raise(SIGKILL);
    return kind;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define REFUSE do { errno = code; return -1; } while (0)

#define WRITER(name, offset_type) \
ssize_t name(int fd, const void *data, size_t size, offset_type where) { \
    int now = meant_fd(fd) ? turn() : NOTHING; \
    if (now == FAIL) REFUSE; \
    if (now == HALF_THEN_KILL) { REAL(name)(fd, data, size / 2, where); raise(SIGKILL); } \
    return REAL(name)(fd, data, size, where); \
}
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    int now = meant_fd(fd) ? turn() : NOTHING;
    if (now == FAIL) REFUSE;
    if (now == HALF_THEN_KILL) { REAL(write)(fd, data, size / 2); raise(SIGKILL); }
    return REAL(write)(fd, data, size);
}

#define ON_FD(type, name, parameters, ...) \
type name parameters { \
    if (meant_fd(fd)) { int now = turn(); if (now == FAIL) REFUSE; if (now) raise(SIGKILL); } \
    return REAL(name)(__VA_ARGS__); \
}
ON_FD(int, fsync, (int fd), fd)
ON_FD(int, fdatasync, (int fd), fd)
ON_FD(int, ftruncate, (int fd, off_t size), fd, size)
ON_FD(int, ftruncate64, (int fd, off64_t size), fd, size)
ON_FD(int, fchmod, (int fd, mode_t mode), fd, mode)

#define ON_PATH(name, parameters, ...) \
int name parameters { \
    if (meant(path)) { int now = turn(); if (now == FAIL) REFUSE; if (now) raise(SIGKILL); } \
    return REAL(name)(__VA_ARGS__); \
}
ON_PATH(unlink, (const char *path), path)
ON_PATH(rename, (const char *path, const char *to), path, to)
ON_PATH(mkdir, (const char *path, mode_t mode), path, mode)
ON_PATH(chmod, (const char *path, mode_t mode), path, mode)

#define OPENER(name) \
int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    if ((flags & O_CREAT) && meant(path)) { int now = turn(); if (now == FAIL) REFUSE; if (now) raise(SIGKILL); } \
    return REAL(name)(path, flags, mode); \
}
OPENER(open)
OPENER(open64)
