#include "sync/client/metadata_store.h"

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

// No role's file: those end in .json.
constexpr std::string_view kAnchorDigest = "anchor.sha256";

}  // namespace

MetadataStore::MetadataStore(fs::path folder) : folder_(std::move(folder)) {}

Result<MetadataStore> MetadataStore::open(const fs::path& folder) {
  TRY_VOID(make_folders(folder));
  return MetadataStore(folder);
}

std::optional<std::string> MetadataStore::load(std::string_view role) const {
  auto bytes = read_file(folder_ / tuf::metadata_name(role), tuf::kMaxTargetsBytes);
  return bytes ? std::optional<std::string>(std::move(*bytes)) : std::nullopt;
}

Result<void> MetadataStore::store(std::string_view role, std::string_view bytes) const {
  return write_file_atomically(folder_ / tuf::metadata_name(role), bytes);
}

Result<void> MetadataStore::forget(std::string_view role) const {
  TRY_VOID(remove_file(folder_ / tuf::metadata_name(role)));
  return {};
}

Result<void> MetadataStore::grow_from(std::string_view anchor) const {
  const std::string digest = tuf::sha256_hex(anchor) + "\n";
  const auto known = read_file(folder_ / kAnchorDigest, digest.size());
  if (known && *known == digest) return {};
  TRY(const auto files, list_files(folder_));
  for (const std::string& file : files) {
    TRY_VOID(remove_file(folder_ / file));
  }
  return write_file_atomically(folder_ / kAnchorDigest, digest);
}

}  // namespace conglang::client
