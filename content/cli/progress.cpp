#include "content/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace conglang::cli {
namespace {

bool is_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

// A program that keeps what we say for its own readers asks for the result alone.
bool is_wanted() {
  return std::getenv("CONGLANG_QUIET") == nullptr;
}

}  // namespace

Progress::Progress(std::size_t all, std::string what)
    : all_(all), what_(std::move(what)), on_terminal_(is_terminal()) {}

Progress::~Progress() {
  if (shown_ && on_terminal_) fmt::print(stderr, "\n");
}

void Progress::step(std::size_t count) {
  done_ += count;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::seconds(1) || !is_wanted()) return;
  last_ = now;
  shown_ = true;
  show();
}

void Progress::show() const {
  const std::string label = what_.empty() ? "" : what_ + " ";
  const std::string of_all = all_ == 0 ? "" : fmt::format("/{}", all_);
  fmt::print(stderr, "{}{}{}{}{}", on_terminal_ ? "\r" : "", label, done_, of_all, on_terminal_ ? "" : "\n");
  std::fflush(stderr);
}

Waiting::Waiting(std::string what, std::chrono::milliseconds every)
    : what_(std::move(what)), every_(every), teller_([this](const std::stop_token& done) { tell(done); }) {}

Waiting::~Waiting() {
  teller_.request_stop();
}

void Waiting::tell(const std::stop_token& done) {
  if (!is_wanted()) return;
  const bool on_terminal = is_terminal();
  std::unique_lock lock(mutex_);
  for (int round = 1;; ++round) {
    if (changed_.wait_for(lock, done, every_, [&] { return done.stop_requested(); })) {
      if (on_terminal && round > 1) fmt::print(stderr, "\n");
      return;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(every_ * round);
    fmt::print(stderr, "{}{} {} s{}", on_terminal ? "\r" : "", what_, seconds.count(),
               on_terminal ? "" : "\n");
    std::fflush(stderr);
  }
}

}  // namespace conglang::cli
