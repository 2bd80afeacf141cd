#pragma once
// DATA/usage.db: counters by day, procedure and action, and what of them waits to be handed to the agent.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "content/database/sqlite.h"

namespace conglang::usage {

/// What is counted: `subject` is a procedure, or the words of a search without result.
enum class Kind { use, rating, search };

struct Entry {
  Kind kind = Kind::use;
  Date day{};
  std::string subject;
  std::string action;  ///< "opened", "code-shown"; "helped", a reason why not; empty for a search

  bool operator==(const Entry&) const = default;
};

class UsageFile {
 public:
  /// A file that is no database is put away and a new one begun. Errors: no_space, io.
  static Result<UsageFile> open(const std::filesystem::path& path);

  /// One more of `entry`, durable when this returns. Errors: no_space, io, invalid; nothing is counted then.
  Result<void> count(const Entry& entry);

  /// Counts that never got into the file, for the record.
  Result<void> add_lost(std::int64_t lost);

  /// Writes what was counted on days before `today` into `outbox`, as one file with an id of its own, and
  /// takes it out here. Cut off at any point, the next call writes the same file again or finds it done.
  /// Errors: no_space, io; nothing is lost then.
  Result<void> hand_over(Date today, const std::filesystem::path& outbox);

 private:
  explicit UsageFile(database::Connection connection) : connection_(std::move(connection)) {}

  Result<void> mark(Date today);
  Result<void> write_batch(const std::string& id, const std::filesystem::path& outbox);

  database::Connection connection_;
};

}  // namespace conglang::usage
