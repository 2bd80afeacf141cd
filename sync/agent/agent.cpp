#include "sync/agent/agent.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "sync/agent/build_guides.h"
#include "sync/agent/kiosk_config.h"
#include "sync/client/file_fetcher.h"
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
  return attempt(fetcher_, system);
}

// The tree's timestamp beside the stored one. Not verified: it decides alone how a refusal is told.
Result<std::strong_ordering> Agent::age_of(client::Fetcher& tree) const {
  TRY(const client::FetchedBytes fetched, client::fetch_bytes(tree, {.path = "metadata/timestamp.json",
                                                                     .max_bytes = tuf::kMaxTimestampBytes,
                                                                     .offset = 0,
                                                                     .known_tag = {}}));
  TRY(const auto there, tuf::parse_timestamp(fetched.bytes));
  const auto stored = metadata_.load("timestamp");
  if (!stored) return std::strong_ordering::greater;
  const auto here = tuf::parse_timestamp(*stored);
  return here ? there.content.version <=> here->content.version : std::strong_ordering::greater;
}

Result<Imported> Agent::import_tree(const std::filesystem::path& tree, Instant system) {
  client::FileFetcher fetcher(tree);
  const auto age = age_of(fetcher);
  if (!age) return with_context(age.error(), tree.string() + ": holds no repository");
  auto done = *age < 0 ? Result<void>() : attempt(fetcher, system);
  const bool as_old = !done && done.error().code == Errc::expired && *age == 0 && generations_.active();
  if (*age < 0 || as_old) {
    surroundings_.say(fmt::format("{}: holds nothing newer than what is here", tree.string()));
    return Imported::kept;
  }
  if (!done) return with_context(std::move(done).error(), tree.string());
  return Imported::taken;
}

Result<void> Agent::turn_back() {
  TRY(const client::Generation before, generations_.turn_back());
  surroundings_.say(fmt::format("turned back to guides-{}.db", before.number));
  status_.generation = before.number;
  status_.turned_away = true;
  return store_status(surroundings_.data, status_);
}

Result<void> Agent::attempt(client::Fetcher& fetcher, Instant system) {
  const Instant now = floor_.trusted_now(system, surroundings_.built);
  if (now != system) {
    surroundings_.say(fmt::format("the clock says {}, which is too early; taking it for {}",
                                  format_instant(system), format_instant(now)));
  }
  auto done = sync(fetcher, now);
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

Result<void> Agent::sync(client::Fetcher& fetcher, Instant now) {
  TRY(const KioskConfig config, load_config(surroundings_.data));
  TRY(std::string anchor, read_file(surroundings_.data / "root.json", tuf::kMaxRootBytes));
  const auto active = sound_active();
  const client::RefreshRequest request{
      std::move(anchor), {"national/", "provinces/", fmt::format("communes/{}/", config.commune)}, now};
  TRY(const client::Update updated,
      client::update(request, fetcher, metadata_, blobs_, active ? active->manifest.files : client::FileSet{},
                     timestamp_tag_));
  TRY_VOID(floor_.raise(now));
  status_.refused = refused_of(updated.not_used);
  for (const NotShown& one : status_.refused) surroundings_.say(fmt::format("not used: {}", one.reason));

  if (updated.files.empty()) {
    return fail(Errc::not_found, "the repository holds no content yet for commune {}: publish some",
                config.commune);
  }
  TRY_VOID(use(updated, active, config.commune, now));
  generations_.remove_unused();
  return {};
}

// Puts what was verified on the screen, unless it is there or was turned away from.
Result<void> Agent::use(const client::Update& updated, const std::optional<client::Generation>& active,
                        const std::string& commune, Instant now) {
  const std::string recipe = fmt::format("{} {}", surroundings_.version, commune);
  status_.turned_away = active && generations_.is_turned_away(updated.files, recipe);
  const bool is_active =
      active && active->manifest.files == updated.files && active->manifest.recipe == recipe;
  if (is_active || status_.turned_away) {
    if (!std::exchange(said_nothing_new_, true)) {
      surroundings_.say(fmt::format("{}; guides-{}.db stays",
                                    is_active ? "nothing new" : "the newest content was turned away from",
                                    active->number));
    }
    return {};
  }
  said_nothing_new_ = false;
  surroundings_.say(
      fmt::format("{} files verified, {} of them fetched now", updated.files.size(), updated.fetched));
  return activate(updated.files, commune, recipe, now, signed_at(updated.timestamp_expires, now));
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
