#include "sync/agent/progress_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "content/base/file.h"

namespace conglang::agent {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr std::size_t kBarWidth = 20;
constexpr double kMegabyte = 1e6;
constexpr auto kBetweenDrawings = 200ms;
// The file lies on a card that wears out; short downloads are not worth one.
constexpr auto kBetweenWrites = 5s;

}  // namespace

std::optional<seconds> time_left(const client::Progress& progress, std::int64_t at_start,
                                 std::chrono::milliseconds elapsed) {
  const std::int64_t come = progress.bytes - at_start;
  if (come <= 0 || elapsed < 1s) return std::nullopt;
  const double rest = static_cast<double>(std::max<std::int64_t>(0, progress.of_bytes - progress.bytes));
  const double pace = static_cast<double>(come) / static_cast<double>(elapsed.count());
  return std::chrono::ceil<seconds>(std::chrono::duration<double, std::milli>(rest / pace));
}

std::string progress_bar(const client::Progress& progress, std::optional<seconds> left) {
  const auto of = static_cast<std::size_t>(std::max<std::int64_t>(1, progress.of_bytes));
  const auto bytes = std::min(of, static_cast<std::size_t>(std::max<std::int64_t>(0, progress.bytes)));
  const std::size_t full = bytes * kBarWidth / of;
  std::string bar = fmt::format(
      "[{}{}] {:3} %  {:.1f} of {:.1f} MB, {} of {} files", std::string(full, '#'),
      std::string(kBarWidth - full, '.'), bytes * 100 / of, static_cast<double>(bytes) / kMegabyte,
      static_cast<double>(progress.of_bytes) / kMegabyte, progress.files, progress.of_files);
  if (left) bar += fmt::format(", {}:{:02} left", left->count() / 60, left->count() % 60);
  return bar;
}

std::string progress_json(const client::Progress& progress, std::optional<seconds> left) {
  nlohmann::json object = {{"bytes", progress.bytes},
                           {"ofBytes", progress.of_bytes},
                           {"files", progress.files},
                           {"ofFiles", progress.of_files}};
  if (left) object["secondsLeft"] = left->count();
  return object.dump() + "\n";
}

ProgressReport::ProgressReport(std::filesystem::path data, Terminal terminal)
    : path_(std::move(data) / "sync-progress.json"), terminal_(terminal) {}

ProgressReport::~ProgressReport() {
  std::error_code ignored;
  if (is_written_) std::filesystem::remove(path_, ignored);
  if (is_drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressReport::show(const client::Progress& progress) {
  const auto now = Clock::now();
  if (!at_start_) {
    at_start_ = progress.bytes;
    began_ = written_ = now;
  }
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - began_);
  const auto left = time_left(progress, *at_start_, elapsed);
  if (terminal_ == Terminal::standard_error && now - drawn_ >= kBetweenDrawings) {
    drawn_ = now;
    is_drawn_ = true;
    fmt::print(stderr, "\r\x1b[K{}", progress_bar(progress, left));
  }
  if (now - written_ < kBetweenWrites) return;
  written_ = now;
  // A report that cannot be written stops no download.
  is_written_ = write_file_atomically(path_, progress_json(progress, left)).has_value() || is_written_;
}

}  // namespace conglang::agent
