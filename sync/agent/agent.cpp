#include "sync/agent/agent.h"

#include <algorithm>
#include <utility>

#include "sync/agent/build_guides.h"
#include "sync/agent/kiosk_config.h"
#include "sync/agent/line_policy.h"
#include "sync/agent/meter.h"
#include "sync/agent/remote_settings.h"
#include "sync/agent/reports.h"

namespace conglang::agent {
namespace {

// Clocks of good machines differ by less.
constexpr std::chrono::hours kClockTolerance{1};

}  // namespace

Agent::Agent(Surroundings surroundings, client::RepositoryMap map, client::DataLock lock,
             client::BlobStore blobs, std::vector<Follower> followers)
    : surroundings_(std::move(surroundings)),
      map_(std::move(map)),
      lock_(std::move(lock)),
      blobs_(std::move(blobs)),
      generations_(surroundings_.data, blobs_),
      floor_(surroundings_.data),
      followers_(std::move(followers)),
      status_(load_status(surroundings_.data)),
      told_(status_) {}

Result<std::unique_ptr<Agent>> Agent::open(Surroundings surroundings, client::RepositoryMap map,
                                           const Fetchers& fetchers) {
  TRY(client::DataLock lock, client::DataLock::acquire(surroundings.data));
  TRY(client::BlobStore blobs, client::BlobStore::open(surroundings.data / "blobs"));
  std::vector<Follower> followers;
  for (const auto& repository : map.repositories()) {
    TRY(Follower follower, Follower::open(surroundings.data, repository.name, *fetchers.at(repository.name)));
    followers.push_back(std::move(follower));
  }
  std::unique_ptr<Agent> agent(new Agent(std::move(surroundings), std::move(map), std::move(lock),
                                         std::move(blobs), std::move(followers)));
  TRY(const auto restored, agent->generations_.restore_pointer());
  if (restored) {
    agent->surroundings_.say(fmt::format("the pointer was damaged; guides-{}.db is active again", *restored));
  }
  return agent;
}

Result<std::unique_ptr<Agent>> Agent::open(Surroundings surroundings, client::Fetcher& fetcher) {
  return open(std::move(surroundings), client::RepositoryMap::of_one(""), {{"", &fetcher}});
}

Result<void> Agent::try_once(Instant system) {
  std::vector<std::string> names;
  for (const Follower& follower : followers_) names.push_back(follower.name());
  return try_some(names, system);
}

Result<void> Agent::try_some(const std::vector<std::string>& names, Instant system) {
  std::vector<Asked> asked;
  for (Follower& follower : followers_) {
    if (std::ranges::find(names, follower.name()) == names.end()) continue;
    asked.push_back({&follower, &follower.fetcher()});
  }
  return attempt(asked, system);
}

Result<void> Agent::turn_back(Instant system) {
  TRY(const client::Generation before, generations_.turn_back());
  surroundings_.say(fmt::format("turned back to guides-{}.db", before.number));
  status_.generation = before.number;
  status_.turned_away = true;
  return tell(floor_.trusted_now(system, surroundings_.built));
}

// The status is for the screen and for staff here, the report for whoever looks after the machines.
Result<void> Agent::tell(Instant now) {
  TRY_VOID(store_status(surroundings_.data, status_));
  TRY_VOID(report_change(surroundings_.data, told_, status_, now));
  told_ = status_;
  return {};
}

Result<void> Agent::attempt(const std::vector<Asked>& asked, Instant system) {
  const Instant now = floor_.trusted_now(system, surroundings_.built);
  if (now != system) {
    surroundings_.say(fmt::format("the clock says {}, which is too early; taking it for {}",
                                  format_instant(system), format_instant(now)));
  }
  auto done = sync(asked, now);
  report_clock(asked, system, done);
  status_.last_try = format_instant(now);
  status_.error = done ? "" : done.error().message;
  if (done) status_.last_success = status_.last_try;
  status_.troubles.clear();
  for (const Follower& follower : followers_) {
    if (!follower.trouble().empty()) status_.troubles.push_back({follower.name(), follower.trouble()});
  }
  const auto active = generations_.active();
  status_.generation = active ? active->number : 0;
  auto told = tell(now);
  return done ? told : done;
}

// A clock that runs ahead makes everything look expired, as an attack would. The server's clock tells the two
// apart for people; nothing is decided by it.
void Agent::report_clock(const std::vector<Asked>& asked, Instant system, Result<void>& done) {
  for (const Asked& one : asked) {
    const auto& date = one.follower->heard().date;
    if (!date) continue;
    const auto ahead = std::chrono::floor<std::chrono::hours>(system - *date);
    status_.clock_ahead_hours = ahead >= kClockTolerance ? ahead.count() : 0;
    if (status_.clock_ahead_hours == 0) continue;
    const std::string what = fmt::format(
        "this machine's clock is {} hours ahead of the server's: set it; nothing was taken for an attack",
        ahead.count());
    surroundings_.say(what);
    if (!done && done.error().code == Errc::expired) done.error().message += "; " + what;
    return;
  }
}

// What each repository left out when it last answered.
void Agent::note_left_out() {
  status_.refused.clear();
  status_.waiting.clear();
  for (const Follower& follower : followers_) {
    const client::Update& last = follower.last();
    for (const client::NotUsed& one : last.not_used) {
      status_.refused.push_back({one.what, "", one.error.message});
    }
    for (const std::string& path : last.held_back) {
      status_.waiting.push_back({path, "", "other machines take it first"});
    }
    for (const std::string& path : last.deferred) {
      status_.waiting.push_back({path, "", "media come at the hours set in sync.json"});
    }
  }
}

// Succeeds when any repository was asked with success; errors of the others are their followers' troubles.
Result<void> Agent::ask_each(const std::vector<Asked>& asked, const Wish& wish,
                             const client::FileSet& active) {
  fetched_ = 0;
  std::optional<Error> first;
  std::size_t failures = 0;
  for (const Asked& one : asked) {
    std::int64_t room = client::kMaxContentBytes;
    for (const Follower& other : followers_) {
      if (&other == one.follower) break;  // those before it are served first
      for (const auto& entry : other.files(map_, active)) room -= entry.second.length;
    }
    const auto updated = one.follower->update(wish, *one.fetcher, blobs_, active, room);
    if (updated) {
      fetched_ += updated->fetched;
      for (const auto& left_out : updated->not_used) {
        surroundings_.say(fmt::format("not used: {}", left_out.error.message));
      }
    } else {
      ++failures;
      if (!first) first = updated.error();
      if (asked.size() > 1) surroundings_.say(updated.error().message);
    }
  }
  if (first && failures == asked.size()) return tl::unexpected<Error>(std::move(*first));
  note_left_out();
  return {};
}

client::FileSet Agent::all_files(const client::FileSet& active) const {
  client::FileSet files;
  for (const Follower& follower : followers_) files.merge(follower.files(map_, active));
  return files;
}

Result<void> Agent::sync(const std::vector<Asked>& asked, Instant now) {
  TRY(const KioskConfig config, load_config(surroundings_.data));
  TRY(LinePolicy policy, load_policy(surroundings_.data));
  // What was set at the machine knows its line best.
  if (const auto window = remote_sync_window(surroundings_.data); window && !policy.media_hours)
    policy.media_hours = Hours{window->from, window->to};
  const auto active = inspected(now, config.commune);
  const client::FileSet shown = active ? active->manifest.files : client::FileSet{};
  ProgressReport progress(surroundings_.data, surroundings_.terminal);
  std::optional<Meter> meter;
  Wish wish{map_, config.commune, config.machine, now, client::Media::now, {}};
  if (!is_media_time(policy, now)) wish.media = client::Media::later;
  wish.watch.on_progress = [&progress](const client::Progress& so_far) { progress.show(so_far); };
  if (policy.metered_bytes_per_day) {
    meter.emplace(surroundings_.data, *policy.metered_bytes_per_day, now);
    wish.watch.allow = [&meter](std::int64_t bytes) { return meter->allow(bytes); };
  }
  if (auto brought = ask_each(asked, wish, shown); !brought)
    return mend(active, config.commune, now, brought);
  TRY_VOID(floor_.raise(now));
  const client::FileSet files = all_files(shown);
  if (files.empty()) {
    return fail(Errc::not_found, "the repository holds no content yet for commune {}: publish some",
                config.commune);
  }
  TRY_VOID(use(files, active, config.commune, now));
  use_settings(files, config, now);
  generations_.remove_unused();
  for (const Asked& one : asked) {
    if (!one.follower->trouble().empty()) return fail(Errc::network, "{}", one.follower->trouble());
  }
  return {};
}

// They are no content: trouble with them keeps nothing off the screen.
void Agent::use_settings(const client::FileSet& files, const KioskConfig& config, Instant now) {
  const std::string path = settings_path(config.commune);
  std::optional<std::string> bytes;
  if (const auto found = files.find(path); found != files.end()) {
    auto read = blobs_.read("targets/" + path, found->second);
    if (!read) return surroundings_.say(read.error().message);
    bytes = std::move(*read);
  }
  const auto kept = keep_remote_settings(surroundings_.data, bytes, config.place, now);
  if (!kept) surroundings_.say(kept.error().message);
}

std::string Agent::recipe_for(const std::string& commune) const {
  return fmt::format("{} {}", surroundings_.version, commune);
}

// Puts what was verified on the screen, unless it is there or was turned away from.
Result<void> Agent::use(const client::FileSet& files, const std::optional<client::Generation>& active,
                        const std::string& commune, Instant now) {
  const std::string recipe = recipe_for(commune);
  status_.turned_away = active && generations_.is_turned_away(files, recipe);
  const bool is_active =
      active && !unsound_ && active->manifest.files == files && active->manifest.recipe == recipe;
  if (is_active || status_.turned_away) {
    if (!std::exchange(said_nothing_new_, true)) {
      surroundings_.say(fmt::format("{}; guides-{}.db stays",
                                    is_active ? "nothing new" : "the newest content was turned away from",
                                    active->number));
    }
    return {};
  }
  said_nothing_new_ = false;
  surroundings_.say(fmt::format("{} files verified, {} of them fetched now", files.size(), fetched_));
  return activate(files, commune, recipe, now, published_at(now));
}

Instant Agent::published_at(Instant now) const {
  std::optional<Instant> newest;
  for (const Follower& follower : followers_) newest = std::max(newest, follower.signed_at());
  return newest.value_or(now);
}

Result<void> Agent::activate(const client::FileSet& files, const std::string& commune,
                             const std::string& recipe, Instant now, Instant published) {
  std::vector<NotShown> set_aside;
  const auto build = [&](const std::filesystem::path& path, const client::Files& bytes,
                         const client::NewGeneration& generation) -> Result<void> {
    TRY(set_aside, build_guides(path, bytes, commune, generation, published));
    return {};
  };
  TRY(const client::Generation generation, generations_.activate(files, recipe, now, build));
  unsound_ = false;
  status_.set_aside = std::move(set_aside);
  for (const NotShown& one : status_.set_aside) {
    surroundings_.say(fmt::format("set aside: {}: {}", one.path, one.reason));
  }
  surroundings_.say(fmt::format("guides-{}.db is active", generation.number));
  return {};
}

}  // namespace conglang::agent
