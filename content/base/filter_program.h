#pragma once
// Another program as a filter: it gets bytes and hands back bytes, in a process of its own. Whatever befalls
// it (a crash, a hang, its licence) befalls it alone. Nothing is written to disk.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang {

struct FilterProgram {
  std::vector<std::string> command;  ///< the program and its arguments; looked for in PATH if it holds no "/"
  std::chrono::milliseconds limit;   ///< after which it is killed
  std::size_t max_output = 0;        ///< bytes; more is an error
  std::size_t max_memory = 0;        ///< bytes of address space, told to the system at its start; 0: any
};

/// What the program writes when it reads `input`; what it complains of is lost. Blocks.
/// Errors: not_found, there is no such program; too_large, it wrote more than it may; io, it crashed, was
/// killed after the limit, or ended with an error.
Result<std::string> run_filter(const FilterProgram& filter, std::string_view input);

}  // namespace conglang
