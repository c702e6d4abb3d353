#pragma once
// What Linux's own C library has and Swift's picture of it leaves out, since it hides behind _GNU_SOURCE there.
#ifdef __linux__
#include <sys/types.h>
extern int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);
static const unsigned int sync_file_range_write = 2;
#endif
