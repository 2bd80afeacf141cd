#include "kiosk/platform/life.h"

#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "content/base/service_manager.h"
#include "kiosk/machine/outbox.h"

namespace conglang::platform {
namespace {

using std::chrono::seconds;

constexpr seconds kLivesAfter{60};
constexpr seconds kTurnBackLimit{10};

std::filesystem::path program_beside(const char* name) {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
}

void log_failure(const Result<void>& done) {
  if (!done) spdlog::error("{}", done.error().message);
}

}  // namespace

bool run_program(const std::filesystem::path& program, const std::vector<std::string>& words, seconds limit) {
  std::vector<std::string> kept = words;
  kept.insert(kept.begin(), program.string());
  std::vector<char*> arguments;
  for (std::string& word : kept) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = -1;
  if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) return false;
  const auto end = std::chrono::steady_clock::now() + limit;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) ::kill(child, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Life::Life(std::filesystem::path data) : data_(std::move(data)) {
  // Twice in the time that the watchdog gives.
  if (const auto interval = watchdog_interval())
    interval_ = std::max(seconds{1}, std::chrono::floor<seconds>(*interval / 2));
}

machine::Start Life::begin() {
  const std::string active = machine::active_name(data_);
  const machine::CrashBook book = machine::begin_run(data_);
  const machine::Start start = machine::decide(book, active);
  if (start == machine::Start::turn_back) turn_back(active);
  // A page that shows nothing of the content says nothing about it.
  safe_ = settled_ = start == machine::Start::safe_page;
  if (safe_) spdlog::error("{} starts in a row ended early: showing the safe page", book.short_runs - 1);
  return start;
}

void Life::turn_back(const std::string& from) const {
  spdlog::error("{} came with a crash loop: turning back to the content before it", from);
  log_failure(machine::blame(data_, from));
  if (!run_program(program_beside("conglang-sync"), {"--data", data_.string(), "rollback"}, kTurnBackLimit))
    spdlog::error("conglang-sync could not turn back; see its message above");
  // A running agent was asked and takes a moment.
  const auto end = std::chrono::steady_clock::now() + kTurnBackLimit;
  while (machine::active_name(data_) == from && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const nlohmann::json report = {
      {"report", "crash-loop"}, {"turnedAwayFrom", from}, {"active", machine::active_name(data_)}};
  log_failure(machine::put_report(data_, "crash-loop", report.dump() + "\n"));
}

void Life::presented(machine::RunningTime now) {
  if (!last_ping_) {
    notify_service_manager("READY=1");
    living_since_ = living_since_.value_or(now);
  }
  if (!last_ping_ || now > *last_ping_) notify_service_manager("WATCHDOG=1");
  last_ping_ = now;
  if (settled_ || now < *living_since_ + kLivesAfter) return;
  settled_ = true;
  log_failure(machine::settle_run(data_, machine::active_name(data_)));
}

void Life::content_changed(machine::RunningTime now) {
  living_since_ = now;
  settled_ = false;
}

bool Life::is_present_due(machine::RunningTime now) const {
  // The minute's end settles a run that nobody touches.
  const bool settles = !settled_ && living_since_ && now >= *living_since_ + kLivesAfter;
  return settles || (interval_ && last_ping_ && now >= *last_ping_ + *interval_);
}

void Life::end() {
  notify_service_manager("STOPPING=1");
  log_failure(machine::end_run(data_));
}

}  // namespace conglang::platform
