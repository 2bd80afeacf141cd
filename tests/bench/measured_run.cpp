#include "tests/bench/measured_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

namespace conglang::bench {
namespace {

pid_t start(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t pid = -1;
  const int failed = posix_spawnp(&pid, arguments.front(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? pid : -1;
}

double seconds(const timeval& time) {
  constexpr double kMicrosecond = 1e-6;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * kMicrosecond;
}

Taken taken_by(pid_t pid) {
  constexpr double kKibInMib = 1024;
  int status = 0;
  rusage used{};
  if (wait4(pid, &status, 0, &used) != pid) return {};
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, seconds(used.ru_utime) + seconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) / kKibInMib};
}

}  // namespace

Taken run_measured(const std::vector<std::string>& command) {
  constexpr int kNotStarted = 127;
  const pid_t pid = start(command);
  return pid < 0 ? Taken{kNotStarted, 0, 0} : taken_by(pid);
}

Taken run_measured(const std::function<int()>& work) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(work());
  return pid < 0 ? Taken{} : taken_by(pid);
}

Taken median_run(const std::vector<std::string>& command, int times) {
  std::vector<Taken> runs;
  double peak = 0;
  for (int i = 0; i < times; ++i) {
    runs.push_back(run_measured(command));
    if (runs.back().status != 0) return runs.back();
    peak = std::max(peak, runs.back().peak_mib);
  }
  std::ranges::sort(runs, {}, &Taken::seconds);
  Taken median = runs[runs.size() / 2];
  median.peak_mib = peak;
  return median;
}

}  // namespace conglang::bench
