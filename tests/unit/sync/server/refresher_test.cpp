#include "sync/server/refresher.h"

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "content/base/file.h"
#include "sync/repository/create.h"
#include "sync/repository/lifetimes.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");
constexpr tuf::ScryptCost kCheap{16, 1, 1};

/// A repository, the keys of everybody in one folder and those of a server in another.
struct Province {
  Province() : tree(folder / "repository") {
    const repository::KeyFolder all(folder / "all", "secret", kCheap);
    REQUIRE(repository::create_repository(tree, all, "09784", kNow));
    fs::create_directory(folder / "keys");
    for (const char* name : {"snapshot.pem", "timestamp.pem", "root.json"})
      fs::copy_file(folder / "all" / name, folder / "keys" / name);
    std::ofstream(folder / "keys/passphrase") << "secret\n";
  }
  TemporaryFolder folder;
  repository::Tree tree;
};

/// What the refresher told last.
struct Seen {
  void look(const Result<repository::Refreshed>& refreshed) {
    const std::lock_guard lock(mutex);
    last = refreshed;
    ++times;
    changed.notify_all();
  }
  Result<repository::Refreshed> wait(int count = 1) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::seconds(10), [&] { return times >= count; });
    return last;
  }
  int count() {
    const std::lock_guard lock(mutex);
    return times;
  }
  std::mutex mutex;
  std::condition_variable changed;
  Result<repository::Refreshed> last = repository::Refreshed{};
  int times = 0;
};

Result<repository::Refreshed> refreshed_at(const Province& province, Instant now) {
  Seen seen;
  server::Refresher::Options options;
  options.clock = [now] { return now; };
  auto keys = server::online_keys(province.folder / "keys", {});
  REQUIRE(keys);
  const server::Refresher refresher(province.tree, std::move(*keys), options,
                                    [&](const auto& refreshed) { seen.look(refreshed); });
  return seen.wait();
}

}  // namespace

TEST_CASE("the server signs its timestamp again by itself, and its snapshot when that is due", "[desk]") {
  const Province province;
  CHECK_FALSE(refreshed_at(province, kNow + std::chrono::hours(1))->timestamp);
  const auto next_day = refreshed_at(province, kNow + std::chrono::hours(24));
  REQUIRE(next_day);
  CHECK(next_day->timestamp);
  CHECK_FALSE(next_day->snapshot);
  CHECK(refreshed_at(province, kNow + std::chrono::hours(24 * 16))->snapshot);
  CHECK(fs::exists(province.tree.metadata("2.snapshot.json")));
}

TEST_CASE("it goes on until it is stopped, and tries again after a failure", "[desk]") {
  const Province province;
  Seen seen;
  server::Refresher::Options options;
  options.every = options.again = std::chrono::milliseconds(5);
  options.clock = [] { return kNow; };
  const fs::path timestamp = province.tree.metadata("timestamp.json");
  const std::string good = read_file(timestamp, 1UL << 20U).value();
  {
    server::Refresher refresher(province.tree, server::online_keys(province.folder / "keys", {}).value(),
                                options, [&](const auto& refreshed) { seen.look(refreshed); });
    CHECK(seen.wait(3));
    REQUIRE(write_file_atomically(timestamp, "{}"));
    CHECK_FALSE(seen.wait(seen.count() + 2));
    REQUIRE(write_file_atomically(timestamp, good));
    CHECK(seen.wait(seen.count() + 2));
  }
  CHECK(seen.count() >= 7);
}

TEST_CASE("an alarm is raised at half of a timestamp's life, for people's roles, and for a failure",
          "[desk]") {
  repository::Refreshed well;
  well.timestamp_expires = kNow + repository::kTimestampLifetime;
  CHECK_FALSE(server::is_alarming(well, kNow));
  CHECK_FALSE(server::is_alarming(well, kNow + std::chrono::days(7)));
  CHECK(server::is_alarming(well, kNow + std::chrono::days(7) + std::chrono::seconds(1)));
  CHECK(server::is_alarming(fail(Errc::io, "no"), kNow));
  well.expiring.push_back({"targets", kNow + std::chrono::days(100)});
  CHECK(server::is_alarming(well, kNow));
}

TEST_CASE("attack: a server does not start with a key on its disk that could forge", "[desk]") {
  const Province province;
  CHECK(server::online_keys(province.folder / "keys", {}));
  for (const char* name : {"root.pem", "targets.pem", "commune-09784.pem", "emergency.pem"}) {
    fs::copy_file(province.folder / "all/targets.pem", province.folder / "keys" / name);
    const auto refused = server::online_keys(province.folder / "keys", {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::forbidden);
    CHECK(refused.error().message.find(name) != std::string::npos);
    fs::remove(province.folder / "keys" / name);
  }
  CHECK_FALSE(server::online_keys(province.folder / "all", province.folder / "keys/passphrase"));
  fs::remove(province.folder / "keys/timestamp.pem");
  CHECK(server::online_keys(province.folder / "keys", {}).error().code == Errc::not_found);
}
