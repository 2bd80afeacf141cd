#pragma once
// One repository as this machine follows it: its root, its metadata, and what it last vouched for. Followers
// know nothing of each other; they share the blob store alone.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/client/blob_store.h"
#include "sync/client/fetcher.h"
#include "sync/client/metadata_store.h"
#include "sync/client/repository_map.h"
#include "sync/client/update.h"

namespace conglang::agent {

/// What all repositories are asked for in one try.
struct Wish {
  const client::RepositoryMap& map;
  std::string commune;
  std::string machine;
  Instant now;
  client::Media media = client::Media::now;
  client::DownloadWatch watch;
};

class Follower {
 public:
  /// `name`: empty for a machine's only repository, whose root is DATA/root.json and metadata DATA/metadata;
  /// else DATA/roots/NAME.json and DATA/metadata/NAME. `fetcher` must outlive this. Errors: io, no_space.
  static Result<Follower> open(const std::filesystem::path& data, const std::string& name,
                               client::Fetcher& fetcher);

  const std::string& name() const { return name_; }
  client::Fetcher& fetcher() const { return *fetcher_; }
  const client::MetadataStore& metadata() const { return metadata_; }

  /// One update by `fetcher`: its own, or a stick's. `room`: what its files may take. Errors: not_found,
  /// too_large (the root's file); client::update()'s; all begin with the repository's name where there are
  /// several.
  Result<client::Update> update(const Wish& wish, client::Fetcher& fetcher, const client::BlobStore& blobs,
                                const client::FileSet& active, std::int64_t room);

  /// What it vouches for: as it last said since this program began, else its part of `active`.
  client::FileSet files(const client::RepositoryMap& map, const client::FileSet& active) const;

  /// The last update that succeeded since this program began; empty before.
  const client::Update& last() const { return last_; }
  /// Why its last update failed; empty when it did not.
  const std::string& trouble() const { return trouble_; }
  /// When its newest signed file was signed; nothing before the first update.
  std::optional<Instant> signed_at() const { return signed_at_; }
  /// What its server said when it was last asked.
  const client::Heard& heard() const { return heard_; }

 private:
  Follower(std::string name, std::filesystem::path root, client::Fetcher& fetcher,
           client::MetadataStore metadata);
  Result<client::Update> ask(const Wish& wish, client::Fetcher& fetcher, const client::BlobStore& blobs,
                             const client::FileSet& active, std::int64_t room);

  std::string name_;
  std::filesystem::path root_;
  client::Fetcher* fetcher_;
  client::MetadataStore metadata_;
  std::string timestamp_tag_;
  client::Update last_;
  std::optional<Instant> signed_at_;  // nothing: there is no last one yet
  std::string trouble_;
  client::Heard heard_;
};

}  // namespace conglang::agent
