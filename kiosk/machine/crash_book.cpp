#include "kiosk/machine/crash_book.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::machine {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMaxBookBytes = 4096;
constexpr std::uintmax_t kMaxPointerBytes = 256;
constexpr int kMostCounted = 1'000'000;

std::filesystem::path book_file(const std::filesystem::path& data) {
  return data / "crashes.json";
}

std::string text(const json& document, const char* name) {
  const auto found = document.find(name);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> write(const std::filesystem::path& data, const CrashBook& book) {
  const json document = {{"shortRuns", book.short_runs},
                         {"settledWith", book.settled_with},
                         {"turnedAwayFrom", book.turned_away_from}};
  return write_file_atomically(book_file(data),
                               document.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

}  // namespace

Start decide(const CrashBook& book, const std::string& active) {
  const bool blamed = active == book.turned_away_from;
  const bool is_new = !active.empty() && active != book.settled_with && !blamed;
  // Counted from the fourth start on: three did not settle.
  const int failed = book.short_runs - 1;
  if (failed >= kRunsBeforeSafePage) return Start::safe_page;
  return failed >= kRunsBeforeTurnBack && is_new && !book.settled_with.empty() ? Start::turn_back
                                                                               : Start::normal;
}

CrashBook read_crash_book(const std::filesystem::path& data) {
  CrashBook book;
  const auto bytes = read_file(book_file(data), kMaxBookBytes);
  if (!bytes) return book;
  const json document = json::parse(*bytes, nullptr, false);
  if (!document.is_object()) return book;
  book.settled_with = text(document, "settledWith");
  book.turned_away_from = text(document, "turnedAwayFrom");
  const auto runs = document.find("shortRuns");
  if (runs != document.end() && runs->is_number_integer())
    book.short_runs = static_cast<int>(std::clamp<std::int64_t>(runs->get<std::int64_t>(), 0, kMostCounted));
  return book;
}

CrashBook begin_run(const std::filesystem::path& data) {
  CrashBook book = read_crash_book(data);
  ++book.short_runs;
  // On a full disk the count stands still: better than a screen that does not start.
  [[maybe_unused]] const auto written = write(data, book);
  return book;
}

Result<void> settle_run(const std::filesystem::path& data, const std::string& active) {
  CrashBook book = read_crash_book(data);
  const CrashBook settled{0, active, book.turned_away_from};
  return book == settled ? Result<void>() : write(data, settled);
}

Result<void> end_run(const std::filesystem::path& data) {
  CrashBook book = read_crash_book(data);
  if (book.short_runs == 0) return {};
  --book.short_runs;
  return write(data, book);
}

Result<void> try_again_after_safe_page(const std::filesystem::path& data) {
  CrashBook book = read_crash_book(data);
  book.short_runs = kRunsBeforeSafePage - 1;
  return write(data, book);
}

Result<void> blame(const std::filesystem::path& data, const std::string& active) {
  CrashBook book = read_crash_book(data);
  book.turned_away_from = active;
  return write(data, book);
}

std::string active_name(const std::filesystem::path& data) {
  const auto pointer = read_file(data / "current", kMaxPointerBytes);
  return pointer ? pointer->substr(0, pointer->find('\n')) : std::string();
}

}  // namespace conglang::machine
