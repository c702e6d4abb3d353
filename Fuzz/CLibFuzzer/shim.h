#include <stddef.h>
#include <stdint.h>

// The door of libFuzzer's runtime for programs that keep their own main: llvm.org/docs/LibFuzzer.html.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*UserCb)(const uint8_t *Data, size_t Size));
