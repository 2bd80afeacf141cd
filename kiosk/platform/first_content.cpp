#include "kiosk/platform/first_content.h"

#include "kiosk/platform/kiosk_files.h"

namespace conglang::platform {

FirstContent::FirstContent(const std::filesystem::path& data) {
  const auto database = active_database(data);
  if (!database) return;  // whoever takes it asks, too, and tells why
  database_ = *database;
  // Deferred: a machine that has no thread to spare reads it when it is taken.
  stored_ = std::async(std::launch::async | std::launch::deferred,
                       [path = database_] { return database::load(path); });
}

std::optional<Result<database::Stored>> FirstContent::take(const std::filesystem::path& database) {
  if (!stored_.valid() || database != database_) return std::nullopt;
  return stored_.get();
}

}  // namespace conglang::platform
