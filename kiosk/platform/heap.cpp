#include "kiosk/platform/heap.h"

#include <malloc.h>

namespace conglang::platform {
namespace {

constexpr int kLargeBlock = 1 << 20;

// Else each thread keeps what it freed.
constexpr int kHeaps = 1;

}  // namespace

void keep_heap_small() {
  ::mallopt(M_ARENA_MAX, kHeaps);
  // Fixed: else the first large block that is freed makes all later ones stay.
  ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  ::mallopt(M_TRIM_THRESHOLD, kLargeBlock);
}

void trim_heap() {
  ::malloc_trim(0);
}

}  // namespace conglang::platform
