#include "sync/server/review/ingest.h"

#include <utility>

#include "content/base/file.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/draft_check.h"

namespace conglang::server {
namespace {

std::string folder_of(const std::string& commune) {
  return fmt::format("communes/{}/", commune);
}

Result<void> check_prefix(const FileChangesToCheck& changes, const std::string& commune) {
  for (const auto& entry : changes) {
    if (entry.first.starts_with(folder_of(commune))) continue;
    return refuse({.status = 422,
                   .code = "path",
                   .vi = fmt::format("{}: không phải nội dung của xã {}.", entry.first, commune),
                   .en = fmt::format("{}: is not the commune {}'s.", entry.first, commune)});
  }
  return {};
}

Result<std::string> file_of(const repository::Tree& tree, const std::string& path,
                            const tuf::Targets& targets) {
  const tuf::TargetFile& file = targets.targets.at(path);
  TRY(std::string bytes, read_file(tree.blob(path, file.hashes.name()), repository::kMaxTargetBytes));
  TRY_VOID(tuf::check_file(path, bytes, file.length, file.hashes));
  return bytes;
}

}  // namespace

Result<void> check_version(PublishedContent& content, const std::string& commune, std::int64_t version,
                           Date today) {
  TRY(const PublishedNow published, content.of(commune));
  TRY(const tuf::Targets old, content.role_in(commune, version));
  FileChangesToCheck changes;
  for (const auto& [path, file] : old.targets) {
    if (published->hash_of(path) == file.hashes.sha256) continue;
    TRY(std::string bytes, content.file_in(commune, version, path));
    changes.emplace(path, std::move(bytes));
  }
  for (const auto& entry : published->files) {
    const bool is_own = entry.first.starts_with(folder_of(commune));
    if (is_own && !old.targets.contains(entry.first)) changes.emplace(entry.first, std::nullopt);
  }
  return check_publishable(*published, changes, today);
}

Result<void> check_again(PublishedContent& content, const std::string& commune, Date today) {
  TRY(const PublishedNow published, content.of(commune));
  FileChangesToCheck all;
  for (const auto& [path, bytes] : published->files) {
    if (path.starts_with(folder_of(commune))) all.emplace(path, bytes);
  }
  return check_publishable(*published, all, today);
}

Result<void> check_waiting(PublishedContent& content, const std::string& commune,
                           const repository::Proposal& waiting, Date today) {
  TRY(const PublishedNow published, content.of(commune));
  TRY(const tuf::Metadata<tuf::Targets> next, tuf::parse_targets(waiting.bytes));
  FileChangesToCheck changes;
  for (const auto* paths : {&waiting.files.added, &waiting.files.changed}) {
    for (const std::string& path : *paths) {
      TRY(std::string bytes, file_of(content.tree(), path, next.content));
      changes.emplace(path, std::move(bytes));
    }
  }
  for (const std::string& path : waiting.files.removed) changes.emplace(path, std::nullopt);
  TRY_VOID(check_prefix(changes, commune));
  return check_publishable(*published, changes, today);
}

}  // namespace conglang::server
