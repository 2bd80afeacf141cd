#pragma once
// A program run to its end, with what it took.

#include <functional>
#include <string>
#include <vector>

namespace conglang::bench {

struct Taken {
  int status = -1;
  double seconds = 0;   ///< of processor time: what other programs do meanwhile does not count
  double peak_mib = 0;  ///< the most memory that it held at once
};

/// Runs `command` with its output thrown away. The status is 127 when it cannot be started.
Taken run_measured(const std::vector<std::string>& command);

/// The same of `work`, in a process of its own; it returns the status.
Taken run_measured(const std::function<int()>& work);

/// The run of the median time among `times` runs, with the largest peak of all. The first that fails is
/// returned as it is.
Taken median_run(const std::vector<std::string>& command, int times);

}  // namespace conglang::bench
