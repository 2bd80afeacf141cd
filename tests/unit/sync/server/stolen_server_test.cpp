// What a thief of the server's whole disk can sign: its keys folder, its repository, its database. Tried by
// the very code that signs, against the very code that kiosks verify with.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <optional>

#include "sync/repository/create.h"
#include "sync/repository/lifetimes.h"
#include "sync/repository/metadata_writer.h"
#include "sync/repository/refresh.h"
#include "sync/server/refresher.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");
constexpr tuf::ScryptCost kCheap{16, 1, 1};
const std::string kRole = "commune-09784";

class Thief {
 public:
  Thief() : tree_(folder_ / "repository") {
    const repository::KeyFolder all(folder_ / "all", "secret", kCheap);
    REQUIRE(repository::create_repository(tree_, all, "09784", kNow));
    root_ = all.trusted_root().value();
    fs::create_directory(folder_ / "keys");
    for (const char* name : {"snapshot.pem", "timestamp.pem", "root.json"})
      fs::copy_file(folder_ / "all" / name, folder_ / "keys" / name);
    std::ofstream(folder_ / "keys/passphrase") << "secret\n";
    fs::remove_all(folder_ / "all");
    keys_.emplace(server::online_keys(folder_ / "keys", {}).value());
  }

  const repository::Tree& tree() const { return tree_; }
  const repository::KeyFolder& keys() const { return *keys_; }

  /// What a kiosk that trusts the province's root says of the tree as it is now.
  Result<tuf::TrustedSet> kiosk() const { return tree_.load(root_, kNow); }

  tuf::Targets published(const std::string& role) const {
    const auto set = kiosk().value();
    return role == "targets" ? *set.targets() : *set.delegated(role, "targets");
  }

  /// Publishes `forged` as the next file of `role`, with every signature that can be had here.
  void publish(const std::string& role, tuf::Targets forged) {
    const auto set = kiosk().value();
    const auto snapshot_keys = keys_->load("snapshot").value();
    const auto timestamp_keys = keys_->load("timestamp").value();
    const tuf::SigningKey own = tuf::SigningKey::generate().value();
    forged.version += 1;
    write(role, forged.version,
          repository::write_signed(forged, {&own, &snapshot_keys.front(), &timestamp_keys.front()}).value());
    tuf::Snapshot snapshot = *set.snapshot();
    snapshot.version += 1;
    snapshot.meta[role + ".json"] = {forged.version, std::nullopt, {}};
    const std::string bytes =
        repository::write_signed(snapshot, repository::signers_of(snapshot_keys)).value();
    write("snapshot", snapshot.version, bytes);
    const tuf::Timestamp timestamp{
        set.timestamp()->version + 1,
        kNow + repository::kTimestampLifetime,
        {snapshot.version, static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}}};
    REQUIRE(tree_.write_metadata(
        "timestamp.json",
        repository::write_signed(timestamp, repository::signers_of(timestamp_keys)).value()));
  }

 private:
  void write(const std::string& role, std::int64_t version, const std::string& bytes) const {
    REQUIRE(tree_.write_metadata(fmt::format("{}.{}.json", version, role), bytes));
  }

  TemporaryFolder folder_;
  repository::Tree tree_;
  std::string root_;
  std::optional<repository::KeyFolder> keys_;
};

tuf::TargetFile file_of(const std::string& text) {
  return {static_cast<std::int64_t>(text.size()), {tuf::sha256_hex(text), ""}, ""};
}

}  // namespace

TEST_CASE("attack: with a stolen server's keys no guide of a commune is forged", "[desk]") {
  Thief thief;
  tuf::Targets forged = thief.published(kRole);
  forged.targets["communes/09784/guides/khai-sinh.json"] = file_of("pay the thief");
  thief.publish(kRole, forged);
  const auto verdict = thief.kiosk();
  REQUIRE_FALSE(verdict);
  CHECK(verdict.error().code == Errc::bad_signature);
}

TEST_CASE("attack: with a stolen server's keys nobody is given the right to sign", "[desk]") {
  Thief thief;
  const tuf::SigningKey own = tuf::SigningKey::generate().value();
  tuf::Targets forged = thief.published("targets");
  REQUIRE(forged.delegations);
  forged.delegations->keys.emplace(own.public_key().id(), own.public_key());
  for (tuf::DelegatedRole& role : forged.delegations->roles) role.keys = {{own.public_key().id()}, 1};
  thief.publish("targets", forged);
  const auto verdict = thief.kiosk();
  REQUIRE_FALSE(verdict);
  CHECK(verdict.error().code == Errc::bad_signature);
}

TEST_CASE("attack: with a stolen server's keys no screen is blanked", "[desk]") {
  Thief thief;
  tuf::Targets forged = thief.published("emergency");
  forged.targets["emergency/order.json"] = file_of("{}");
  thief.publish("emergency", forged);
  CHECK_FALSE(thief.kiosk());
}

TEST_CASE("what the same keys are for goes on working: a thief gains no more than a delay", "[desk]") {
  const Thief thief;
  REQUIRE(thief.kiosk());
  CHECK(repository::refresh(thief.tree(), thief.keys(), kNow + std::chrono::hours(24))->timestamp);
  for (const char* role : {"root", "targets", "emergency", "commune-09784"})
    CHECK(thief.keys().load(role).error().code == Errc::not_found);
}
