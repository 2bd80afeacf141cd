#pragma once
// What a program and all that it started cost, from /proc.

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace conglang::testing {

/// `root` and its children's children, as they are now.
std::vector<pid_t> process_tree(pid_t root);

struct TreeCost {
  double cpu_ms = 0;           ///< since the start, of all threads
  double pss_mib = 0;          ///< memory, what is shared divided among those who share it
  std::uint64_t wake_ups = 0;  ///< since the start: how often a thread gave up the processor to wait
};

TreeCost cost_of_tree(pid_t root);

}  // namespace conglang::testing
