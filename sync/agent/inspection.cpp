// The agent's look at its own disk, once a day: what has rotted is built or fetched anew, and reported.

#include <filesystem>
#include <system_error>

#include "content/database/guide_database.h"
#include "sync/agent/agent.h"
#include "sync/agent/build_guides.h"

namespace conglang::agent {
namespace {

// A failing disk is noticed within a day.
constexpr std::chrono::hours kBetweenInspections{24};

}  // namespace

// A blob that was damaged is removed, and so is among what the next update fetches.
void Agent::inspect_blobs(const client::Generation& active) {
  for (const auto& [path, file] : active.manifest.files) {
    if (!blobs_.has(file)) continue;
    const auto read = blobs_.read("targets/" + path, file);
    if (!read)
      surroundings_.say(fmt::format("damaged on this disk, to be fetched again: {}", read.error().message));
  }
}

// Nobody finds out only on the day of turning back that there is nothing to turn back to.
void Agent::inspect_previous(std::int64_t number, const std::string& commune) {
  status_.damaged.clear();
  const std::filesystem::path database = generations_.database(number);
  std::error_code ignored;
  if (number == 0 || !std::filesystem::exists(database, ignored)) return;
  const auto loaded = database::load(database);
  if (loaded) return;
  surroundings_.say(fmt::format("the content before the active one is damaged: {}", loaded.error().message));
  const auto build = [&](const std::filesystem::path& path, const client::Files& bytes,
                         const client::NewGeneration& generation) -> Result<void> {
    TRY_VOID(build_guides(path, bytes, commune, generation, generation.activated_at));
    return {};
  };
  const auto built = generations_.build_again(number, build);
  if (built) return surroundings_.say("it was built anew");
  surroundings_.say(fmt::format("it cannot be built from this disk: {}", built.error().message));
  status_.damaged.push_back({database.filename().string(), "", built.error().message});
}

// The active generation, looked at when that is due.
std::optional<client::Generation> Agent::inspected(Instant now, const std::string& commune) {
  auto active = generations_.active();
  const bool is_due = !inspected_at_ || now - *inspected_at_ >= kBetweenInspections || now < *inspected_at_;
  if (!active || !is_due) return active;
  inspected_at_ = now;
  inspect_blobs(*active);
  inspect_previous(active->manifest.previous, commune);
  const auto loaded = database::load(generations_.database(active->number));
  unsound_ = !loaded;
  if (unsound_) {
    surroundings_.say(fmt::format("the active content will be built anew: {}", loaded.error().message));
  }
  return active;
}

// No repository could be asked: a database that the disk has damaged is built anew from what is here. The try
// has failed all the same.
Result<void> Agent::mend(const std::optional<client::Generation>& active, const std::string& commune,
                         Instant now, const Result<void>& why_not_anew) {
  if (!active || !unsound_) return why_not_anew;
  const Instant published = parse_instant(active->manifest.activated_at).value_or(now);
  const auto mended = activate(active->manifest.files, commune, recipe_for(commune), now, published);
  if (!mended)
    surroundings_.say(fmt::format("it cannot be built from this disk: {}", mended.error().message));
  return why_not_anew;
}

}  // namespace conglang::agent
