#include "sync/agent/follower.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "sync/repository/lifetimes.h"
#include "sync/tuf/limits.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;

bool owns(const client::RepositoryMap& map, const std::string& name, std::string_view path) {
  const std::string* owner = map.owner(path);
  return owner != nullptr && *owner == name;
}

// Our publisher gives every timestamp the same life, so its end tells when it was signed.
Instant signing_time(Instant timestamp_expires, Instant now) {
  return std::min(now, timestamp_expires - repository::kTimestampLifetime);
}

}  // namespace

Follower::Follower(std::string name, fs::path root, client::Fetcher& fetcher, client::MetadataStore metadata)
    : name_(std::move(name)), root_(std::move(root)), fetcher_(&fetcher), metadata_(std::move(metadata)) {}

Result<Follower> Follower::open(const fs::path& data, const std::string& name, client::Fetcher& fetcher) {
  const fs::path root = name.empty() ? data / "root.json" : data / "roots" / (name + ".json");
  const fs::path folder = name.empty() ? data / "metadata" : data / "metadata" / name;
  TRY(client::MetadataStore metadata, client::MetadataStore::open(folder));
  return Follower(name, root, fetcher, std::move(metadata));
}

Result<client::Update> Follower::ask(const Wish& wish, client::Fetcher& fetcher,
                                     const client::BlobStore& blobs, const client::FileSet& active,
                                     std::int64_t room) {
  TRY(std::string anchor, read_file(root_, tuf::kMaxRootBytes));
  client::UpdateRequest request;
  request.metadata = {std::move(anchor),
                      {"national/", "provinces/", fmt::format("communes/{}/", wish.commune),
                       std::string(client::kEmergencyPrefix)},
                      wish.now};
  request.owns = [this, &wish](std::string_view path) { return owns(wish.map, name_, path); };
  request.machine = wish.machine;
  request.room = room;
  request.media = wish.media;
  request.watch = wish.watch;
  return client::update(request, fetcher, metadata_, blobs, active, timestamp_tag_);
}

Result<client::Update> Follower::update(const Wish& wish, client::Fetcher& fetcher,
                                        const client::BlobStore& blobs, const client::FileSet& active,
                                        std::int64_t room) {
  auto updated = ask(wish, fetcher, blobs, active, room);
  heard_ = fetcher.take_heard();
  if (!updated && !name_.empty()) updated = with_context(std::move(updated).error(), name_);
  trouble_ = updated ? "" : updated.error().message;
  if (updated) {
    last_ = *updated;
    signed_at_ = signing_time(updated->timestamp_expires, wish.now);
  }
  return updated;
}

client::FileSet Follower::files(const client::RepositoryMap& map, const client::FileSet& active) const {
  if (signed_at_) return last_.files;
  client::FileSet mine;
  for (const auto& [path, file] : active) {
    if (owns(map, name_, path)) mine.emplace(path, file);
  }
  return mine;
}

}  // namespace conglang::agent
