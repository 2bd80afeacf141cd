#include "sync/agent/agent.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "sync/agent/build_guides.h"
#include "sync/agent/kiosk_config.h"
#include "sync/client/update.h"
#include "sync/repository/lifetimes.h"
#include "sync/tuf/limits.h"

namespace conglang::agent {
namespace {

// Our publisher gives every timestamp the same life, so its end tells when it was signed.
Instant signed_at(Instant timestamp_expires, Instant now) {
  return std::min(now, timestamp_expires - repository::kTimestampLifetime);
}

std::vector<NotShown> refused_of(const std::vector<client::NotUsed>& not_used) {
  std::vector<NotShown> refused;
  for (const client::NotUsed& one : not_used) refused.push_back({one.what, "", one.error.message});
  return refused;
}

}  // namespace

Agent::Agent(Surroundings surroundings, client::Fetcher& fetcher, client::DataLock lock,
             client::MetadataStore metadata, client::BlobStore blobs)
    : surroundings_(std::move(surroundings)),
      fetcher_(fetcher),
      lock_(std::move(lock)),
      metadata_(std::move(metadata)),
      blobs_(std::move(blobs)),
      generations_(surroundings_.data, blobs_),
      floor_(surroundings_.data),
      status_(load_status(surroundings_.data)) {}

Result<std::unique_ptr<Agent>> Agent::open(Surroundings surroundings, client::Fetcher& fetcher) {
  TRY(client::DataLock lock, client::DataLock::acquire(surroundings.data));
  TRY(client::MetadataStore metadata, client::MetadataStore::open(surroundings.data / "metadata"));
  TRY(client::BlobStore blobs, client::BlobStore::open(surroundings.data / "blobs"));
  return std::unique_ptr<Agent>(
      new Agent(std::move(surroundings), fetcher, std::move(lock), std::move(metadata), std::move(blobs)));
}

Result<void> Agent::try_once(Instant system) {
  const Instant now = floor_.trusted_now(system, surroundings_.built);
  if (now != system) {
    surroundings_.say(fmt::format("the clock says {}, which is too early; taking it for {}",
                                  format_instant(system), format_instant(now)));
  }
  auto done = sync(now);
  status_.last_try = format_instant(now);
  status_.error = done ? "" : done.error().message;
  if (done) status_.last_success = status_.last_try;
  const auto active = generations_.active();
  status_.generation = active ? active->number : 0;
  auto stored = store_status(surroundings_.data, status_);
  return done ? stored : done;
}

// A database that a failing disk has damaged is built anew: looked at once, when the agent starts.
std::optional<client::Generation> Agent::sound_active() {
  auto active = generations_.active();
  if (!active || std::exchange(checked_active_, true)) return active;
  const auto loaded = database::load(generations_.database(active->number));
  if (loaded) return active;
  surroundings_.say(fmt::format("the active content will be built anew: {}", loaded.error().message));
  return std::nullopt;
}

Result<void> Agent::sync(Instant now) {
  TRY(const KioskConfig config, load_config(surroundings_.data));
  TRY(std::string anchor, read_file(surroundings_.data / "root.json", tuf::kMaxRootBytes));
  const auto active = sound_active();
  const client::RefreshRequest request{
      std::move(anchor), {"national/", "provinces/", fmt::format("communes/{}/", config.commune)}, now};
  TRY(const client::Update updated,
      client::update(request, fetcher_, metadata_, blobs_,
                     active ? active->manifest.files : client::FileSet{}, timestamp_tag_));
  TRY_VOID(floor_.raise(now));
  status_.refused = refused_of(updated.not_used);
  for (const NotShown& one : status_.refused) surroundings_.say(fmt::format("not used: {}", one.reason));

  if (updated.files.empty()) {
    return fail(Errc::not_found, "the repository holds no content yet for commune {}: publish some",
                config.commune);
  }
  const std::string recipe = fmt::format("{} {}", surroundings_.version, config.commune);
  if (active && active->manifest.files == updated.files && active->manifest.recipe == recipe) {
    if (!std::exchange(said_nothing_new_, true)) {
      surroundings_.say(fmt::format("nothing new; guides-{}.db stays", active->number));
    }
  } else {
    said_nothing_new_ = false;
    surroundings_.say(
        fmt::format("{} files verified, {} of them fetched now", updated.files.size(), updated.fetched));
    TRY_VOID(activate(updated.files, config.commune, recipe, now, signed_at(updated.timestamp_expires, now)));
  }
  generations_.remove_unused();
  return {};
}

Result<void> Agent::activate(const client::FileSet& files, const std::string& commune,
                             const std::string& recipe, Instant now, Instant published_at) {
  std::vector<NotShown> set_aside;
  const auto build = [&](const std::filesystem::path& path, const client::Files& bytes,
                         const client::NewGeneration& generation) -> Result<void> {
    TRY(set_aside, build_guides(path, bytes, commune, generation, published_at));
    return {};
  };
  TRY(const client::Generation generation, generations_.activate(files, recipe, now, build));
  status_.set_aside = std::move(set_aside);
  for (const NotShown& one : status_.set_aside) {
    surroundings_.say(fmt::format("set aside: {}: {}", one.path, one.reason));
  }
  surroundings_.say(fmt::format("guides-{}.db is active", generation.number));
  return {};
}

}  // namespace conglang::agent
