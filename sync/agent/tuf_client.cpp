#include "sync/agent/tuf_client.h"

#include <system_error>

#include "content/base/file.h"
#include "sync/client/metadata_store.h"
#include "sync/client/refresh.h"
#include "sync/client/verified_download.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMetadata = "metadata/";
constexpr std::string_view kTargets = "targets/";

// The address of a target: each part of its path encoded, so that no name can mean another place or a query.
std::string encoded_path(std::string_view path) {
  std::string encoded;
  for (;;) {
    const std::size_t slash = path.find('/');
    encoded += tuf::percent_encode(path.substr(0, slash));
    if (slash == std::string_view::npos) return encoded;
    encoded += '/';
    path.remove_prefix(slash + 1);
  }
}

Result<tuf::TrustedSet> refresh(const client::MetadataStore& store, client::Fetcher& fetcher, Instant now) {
  const auto root = store.load("root");
  if (!root) return fail(Errc::not_found, "the metadata folder has no root.json; run init first");
  TRY(tuf::TrustedSet start, tuf::TrustedSet::create(*root));
  std::string no_tag;
  return client::refresh_top_level(std::move(start), now, fetcher, store, no_tag);
}

bool is_there(const fs::path& path, const std::string& name, const tuf::TargetFile& file) {
  std::error_code error;
  const auto length = fs::file_size(path, error);
  if (error || length != static_cast<std::uintmax_t>(file.length)) return false;
  const auto bytes = read_file(path, length);
  return bytes && tuf::check_file(name, *bytes, file.length, file.hashes);
}

Result<void> download_target(const tuf::TargetFile& file, const std::string& path, bool hashed_names,
                             client::Fetcher& fetcher, const fs::path& folder) {
  const fs::path destination = folder / tuf::percent_encode(path);
  if (is_there(destination, path, file)) return {};
  const std::string served = hashed_names ? tuf::hashed_target_path(path, file.hashes.name()) : path;
  return client::download_all(fetcher,
                              {{std::string(kTargets) + encoded_path(served), path, file, destination}},
                              client::CutOff::remove);
}

}  // namespace

Result<client::Fetched> TwoAddresses::fetch(const client::Wanted& wanted, client::Sink& sink) {
  const bool is_metadata = wanted.path.starts_with(kMetadata);
  if (!is_metadata && targets_ == nullptr) {
    return fail(Errc::internal, "{}: no address was given for targets", wanted.path);
  }
  client::Wanted there = wanted;
  there.path.erase(0, is_metadata ? kMetadata.size() : kTargets.size());
  return is_metadata ? metadata_.fetch(there, sink) : targets_->fetch(there, sink);
}

Result<void> init_tuf_client(const fs::path& metadata, const fs::path& root) {
  TRY(const std::string bytes, read_file(root, tuf::kMaxRootBytes));
  if (const auto trusted = tuf::TrustedSet::create(bytes); !trusted) {
    return with_context(trusted.error(), root.string());
  }
  TRY(const client::MetadataStore store, client::MetadataStore::open(metadata));
  if (const auto there = store.load("root")) {
    if (*there == bytes) return {};
    return fail(Errc::conflict, "{}: has a root already; another repository needs another folder",
                metadata.string());
  }
  return store.store("root", bytes);
}

Result<void> refresh_tuf_client(const fs::path& metadata, client::Fetcher& fetcher, Instant now) {
  TRY(const client::MetadataStore store, client::MetadataStore::open(metadata));
  const auto refreshed = refresh(store, fetcher, now);
  if (!refreshed) return tl::unexpected<Error>(refreshed.error());
  return {};
}

Result<void> download_targets(const fs::path& metadata, client::Fetcher& fetcher, Instant now,
                              const std::vector<std::string>& targets, const fs::path& folder) {
  TRY(const client::MetadataStore store, client::MetadataStore::open(metadata));
  TRY(tuf::TrustedSet trusted, refresh(store, fetcher, now));
  TRY_VOID(make_folders(folder));
  for (const std::string& target : targets) {
    TRY(const auto found, client::find_target(trusted, target, now, fetcher, store));
    if (!found) return fail(Errc::not_found, "{}: no role of the repository signs it", target);
    TRY_VOID(download_target(found->file, target, trusted.root().consistent_snapshot, fetcher, folder));
  }
  return {};
}

}  // namespace conglang::agent
