#include "sync/server/review/proposal_view.h"

#include "content/base/file.h"
#include "content/publish/pages/base64.h"
#include "sync/repository/pending.h"
#include "sync/repository/tree_diff.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::server {
namespace {

using repository::TargetFiles;

Result<std::string> role_file(const repository::Tree& tree, const std::string& role, std::int64_t version) {
  return read_file(tree.metadata(tuf::versioned_metadata_name(role, version)),
                   static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes));
}

// The file that the proposal is: among those that wait, or published.
std::optional<std::string> next_file(const PublishedContent& content, const ProposalRow& row) {
  auto bytes = row.state == "waiting" ? read_file(repository::pending_path(content.tree(), row.role),
                                                  static_cast<std::uintmax_t>(tuf::kMaxTargetsBytes))
                                      : role_file(content.tree(), row.role, row.version);
  const auto parsed = bytes ? tuf::parse_targets(*bytes) : fail(Errc::not_found, "");
  if (!parsed || tuf::sha256_hex(parsed->signed_bytes) != row.signed_sha256) return std::nullopt;
  return std::move(*bytes);
}

// What the role said before it: what is listed now, or the newest version that is lower.
std::optional<std::string> file_before(const PublishedContent& content, const ProposalRow& row,
                                       const tuf::TrustedSet& set) {
  const tuf::MetaFile* listed = set.listed(row.role);
  std::int64_t version = row.state == "waiting" ? (listed == nullptr ? 0 : listed->version) : row.version - 1;
  for (; version > 0; --version) {
    auto bytes = role_file(content.tree(), row.role, version);
    if (bytes) return std::move(*bytes);
    if (row.state == "waiting") break;
  }
  return std::nullopt;
}

Result<TargetFiles> targets_in(const std::optional<std::string>& file) {
  if (!file) return TargetFiles{};
  TRY(tuf::Metadata<tuf::Targets> parsed, tuf::parse_targets(*file));
  return std::move(parsed.content.targets);
}

Result<std::optional<std::string>> blob_of(const repository::Tree& tree, const std::string& path,
                                           const TargetFiles& files) {
  const auto found = files.find(path);
  if (found == files.end() || !tuf::is_safe_target_path(path)) return std::optional<std::string>();
  auto bytes = read_file(tree.blob(path, found->second.hashes.name()), repository::kMaxTargetBytes);
  if (!bytes && bytes.error().code == Errc::not_found) return std::optional<std::string>();
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  TRY_VOID(tuf::check_file(path, *bytes, found->second.length, found->second.hashes));
  return std::optional<std::string>(std::move(*bytes));
}

Json text_or_null(const std::optional<std::string>& bytes) {
  return bytes ? Json(*bytes) : Json();
}

Json base64_or_null(const std::optional<std::string>& bytes) {
  return bytes ? Json(publish::base64(*bytes)) : Json();
}

Result<Json> change(const repository::Tree& tree, const std::string& path, const TargetFiles& before,
                    const TargetFiles& after) {
  TRY(const auto old, blob_of(tree, path, before));
  TRY(const auto now, blob_of(tree, path, after));
  if (path.ends_with(".json"))
    return Json{{"path", path}, {"before", text_or_null(old)}, {"after", text_or_null(now)}};
  return Json{{"path", path},
              {"before", nullptr},
              {"after", nullptr},
              {"binary", {{"before", base64_or_null(old)}, {"after", base64_or_null(now)}}}};
}

}  // namespace

Result<Json> proposal_content(const PublishedContent& content, const ProposalRow& row) {
  TRY(const std::string root, content.keys().trusted_root());
  TRY(const tuf::TrustedSet set, content.tree().load(root, repository::kIgnoreExpiry));
  Json key_ids = Json::array();
  Json keys = Json::object();  // so that the signer judges the file that is public now by itself
  if (const auto authority = repository::authority_over(set, row.role)) {
    for (const std::string& id : authority->role.key_ids) {
      key_ids.push_back(id);
      const auto key = authority->keys.find(id);
      if (key != authority->keys.end()) keys[id] = Json::parse(key->second.object(), nullptr, false);
    }
  }
  const auto next = next_file(content, row);
  Json json = {{"keyIds", std::move(key_ids)},
               {"keys", std::move(keys)},
               {"current", nullptr},
               {"changes", Json::array()},
               {"removed", Json::array()}};
  if (!next) return json;
  const auto before = file_before(content, row, set);
  TRY(const TargetFiles old_files, targets_in(before));
  TRY(const TargetFiles new_files, targets_in(next));
  const repository::FileChanges files = repository::compare_files(old_files, new_files);
  json["current"] = text_or_null(before);
  for (const auto& list : {files.added, files.changed}) {
    for (const std::string& path : list) {
      TRY(Json one, change(content.tree(), path, old_files, new_files));
      json["changes"].push_back(std::move(one));
    }
  }
  for (const std::string& path : files.removed) json["removed"].push_back(path);
  return json;
}

}  // namespace conglang::server
