#include "content/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace conglang::cli {

Progress::Progress(std::size_t all, std::string what)
    : all_(all), what_(std::move(what)), on_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_ && on_terminal_) fmt::print(stderr, "\n");
}

void Progress::step(std::size_t count) {
  done_ += count;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::seconds(1)) return;
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

}  // namespace conglang::cli
