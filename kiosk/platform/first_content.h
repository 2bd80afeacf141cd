#pragma once
// The content of the first page, read while the window opens: on two cores neither waits for the other.

#include <filesystem>
#include <future>
#include <optional>

#include "content/database/guide_database.h"

namespace conglang::platform {

class FirstContent {
 public:
  /// Begins to read the database that DATA/current names.
  explicit FirstContent(const std::filesystem::path& data);

  /// Waits for the reading; once. Nothing for any other `database` than the one that is read: the agent may
  /// have turned the pointer meanwhile.
  /// Errors: as database::load().
  std::optional<Result<database::Stored>> take(const std::filesystem::path& database);

 private:
  std::filesystem::path database_;
  std::future<Result<database::Stored>> stored_;
};

}  // namespace conglang::platform
