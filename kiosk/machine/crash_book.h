#pragma once
// DATA/crashes.json: how many starts in a row did not live long, and with which content. Read and written at
// each start, before anything else is tried: from it follow the turn back to the content before and the safe
// page. Counts, no times: a board may wake up in any year.

#include <cstdint>
#include <filesystem>
#include <string>

#include "content/base/result.h"

namespace conglang::machine {

struct CrashBook {
  int short_runs = 0;            ///< starts in a row that did not settle; the one under way included
  std::string settled_with;      ///< what `current` named in the last run that lived long; empty: none yet
  std::string turned_away_from;  ///< content that was blamed for a crash loop; empty: none

  bool operator==(const CrashBook&) const = default;
};

inline constexpr int kRunsBeforeTurnBack = 3;
inline constexpr int kRunsBeforeSafePage = 5;

enum class Start {
  normal,
  turn_back,  ///< to the content before, then as usual: new content came with the crashes
  safe_page,
};

/// What to do in the start that `book` counts, when `current` names `active`.
Start decide(const CrashBook& book, const std::string& active);

/// A damaged or missing file is an empty book.
CrashBook read_crash_book(const std::filesystem::path& data);

/// Counts a start and writes it down. What cannot be written is counted all the same.
CrashBook begin_run(const std::filesystem::path& data);

/// The run lived long enough, showing `active`: starts count from none again.
/// Errors: no_space, io.
Result<void> settle_run(const std::filesystem::path& data, const std::string& active);

/// The run ended because it was told to: it does not count.
/// Errors: no_space, io.
Result<void> end_run(const std::filesystem::path& data);

/// The safe page was shown for long enough: the next start is an ordinary one, and when it fails too the safe
/// page comes back at once. Errors: no_space, io.
Result<void> try_again_after_safe_page(const std::filesystem::path& data);

/// Remembers that `active` was turned away from. Errors: no_space, io.
Result<void> blame(const std::filesystem::path& data, const std::string& active);

/// What DATA/current names, without its line end; empty: nothing yet.
std::string active_name(const std::filesystem::path& data);

}  // namespace conglang::machine
