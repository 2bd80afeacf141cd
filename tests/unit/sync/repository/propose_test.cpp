#include "sync/repository/propose.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/repository/metadata_writer.h"
#include "sync/repository/pending.h"
#include "sync/tuf/names.h"
#include "tests/unit/sync/repository/people.h"

using namespace conglang;
using namespace conglang::repository;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kHouse = "communes/09784/place/thuong-thap.json";
constexpr const char* kNotice = "communes/09784/notices/cat-dien.json";
constexpr const char* kRole = TwoPersonScene::kRole;

std::string text_now(const Scene& scene, const std::string& path) {
  const auto found = scene.read().targets_found();
  return read_file(scene.tree.blob(path, found.at(path).file.hashes.sha256), 1000).value();
}

// What a person's browser does: signs the bytes, keeps the key.
tuf::Signature signature_of(const Person& person, const std::string& signed_bytes,
                            const std::string& role = kRole) {
  const auto key = std::move(person.keys.load(role).value().front());
  return {key.public_key().id(), key.sign(signed_bytes)};
}

// The server of `scene`: its keys are those of snapshot and timestamp alone.
struct Online {
  explicit Online(const Scene& scene) : keys(scene.folder / "online", "mật khẩu", kCheap) {
    REQUIRE(make_folders(keys.path()));
    for (const char* role : {"snapshot", "timestamp"})
      fs::copy_file(scene.keys.key_path(role), keys.key_path(role));
    REQUIRE(keys.store_trusted_root(scene.root()));
  }
  KeyFolder keys;
};

FileEdits new_house(const std::string& text = "nhà mới") {
  return {{{kHouse, text}}, {}};
}

}  // namespace

TEST_CASE("two persons sign elsewhere, and the change is public at the second signature", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(proposal);
  CHECK(proposal->version == scene.read().listed(kRole)->version + 1);
  CHECK(proposal->signers == 0);
  CHECK(proposal->threshold == 2);
  CHECK(proposal->key_ids.size() == 3);
  CHECK(proposal->files.changed == std::vector<std::string>{kHouse});

  const auto first =
      attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, proposal->signed_bytes), kMade);
  REQUIRE(first);
  CHECK(first->signers == 1);
  CHECK_FALSE(first->timestamp);
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");

  const auto second = attach_signature(scene.tree, online.keys, kRole,
                                       signature_of(scene.binh, proposal->signed_bytes), kMade);
  REQUIRE(second);
  CHECK(second->timestamp);
  CHECK(text_now(scene, kHouse) == "nhà mới");
  CHECK_FALSE(fs::exists(pending_path(scene.tree, kRole)));
}

TEST_CASE("what a proposal adds and removes leaves everything else as it was", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto adding = propose(scene.tree, online.keys, kRole, {{{kNotice, "cắt điện"}}, {}}, kMade);
  REQUIRE(adding);
  CHECK(adding->files.added == std::vector<std::string>{kNotice});
  for (const Person* one : {&scene.an, &scene.chi})
    REQUIRE(
        attach_signature(scene.tree, online.keys, kRole, signature_of(*one, adding->signed_bytes), kMade));
  CHECK(text_now(scene, kNotice) == "cắt điện");
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");

  const auto removing = propose(scene.tree, online.keys, kRole, {{}, {kNotice}}, kMade);
  REQUIRE(removing);
  CHECK(removing->files.removed == std::vector<std::string>{kNotice});
  for (const Person* one : {&scene.an, &scene.chi})
    REQUIRE(
        attach_signature(scene.tree, online.keys, kRole, signature_of(*one, removing->signed_bytes), kMade));
  CHECK_FALSE(scene.read().targets_found().contains(kNotice));
}

TEST_CASE("attack: a signature by a key that is not delegated is refused", "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const Person stranger(scene, "la", kRole);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(proposal);
  const std::string before = read_file(pending_path(scene.tree, kRole), 100000).value();
  const auto refused =
      attach_signature(scene.tree, online.keys, kRole, signature_of(stranger, proposal->signed_bytes), kMade);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Errc::forbidden);
  SECTION("nor under the name of one that is") {
    tuf::Signature forged = signature_of(stranger, proposal->signed_bytes);
    forged.key_id = scene.an.half().id();
    const auto result = attach_signature(scene.tree, online.keys, kRole, forged, kMade);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::bad_signature);
  }
  CHECK(read_file(pending_path(scene.tree, kRole), 100000).value() == before);
}

TEST_CASE("attack: a signature of an old proposal does not sign the next", "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto old = propose(scene.tree, online.keys, kRole, new_house("nhà giả"), kMade);
  REQUIRE(old);
  const tuf::Signature replayed = signature_of(scene.an, old->signed_bytes);
  REQUIRE(drop_waiting(scene.tree, kRole));
  REQUIRE(propose(scene.tree, online.keys, kRole, new_house(), kMade));
  const auto refused = attach_signature(scene.tree, online.keys, kRole, replayed, kMade);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Errc::bad_signature);
}

TEST_CASE("attack: signed files put back out of order are a conflict, and what is public stays",
          "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto older = propose(scene.tree, online.keys, kRole, new_house("nhà cũ"), kMade);
  REQUIRE(older);
  REQUIRE(
      attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, older->signed_bytes), kMade));
  const std::string waited = read_file(pending_path(scene.tree, kRole), 100000).value();
  REQUIRE(drop_waiting(scene.tree, kRole));
  const auto newer = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  for (const Person* one : {&scene.an, &scene.binh})
    REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(*one, newer->signed_bytes), kMade));
  REQUIRE(write_file_atomically(pending_path(scene.tree, kRole), waited));
  const auto late =
      attach_signature(scene.tree, online.keys, kRole, signature_of(scene.binh, older->signed_bytes), kMade);
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Errc::conflict);
  CHECK(text_now(scene, kHouse) == "nhà mới");
}

TEST_CASE("attack: a commune's proposal reaches no path outside its own", "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  for (const char* path :
       {"communes/00004/place/x.json", "national/links.json", "emergency/screen.json",
        "communes/09784/../00004/x.json", "/communes/09784/place/x.json", "communes/09784/a/b/c.json",
        "communes/09784/place/%2e%2e.json", "communes/09784/place/xã.json", "../../etc/passwd", ""}) {
    CAPTURE(path);
    const auto before = scene.files();
    const auto putting = propose(scene.tree, online.keys, kRole, {{{path, "x"}}, {}}, kMade);
    REQUIRE_FALSE(putting);
    CHECK(putting.error().code == Errc::forbidden);
    const auto removing = propose(scene.tree, online.keys, kRole, {{}, {path}}, kMade);
    REQUIRE_FALSE(removing);
    CHECK(removing.error().code == Errc::forbidden);
    CHECK(scene.files() == before);
  }
}

TEST_CASE("attack: one key counts once, however often it signs", "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(proposal);
  for (int time = 0; time < 3; ++time) {
    const auto again = attach_signature(scene.tree, online.keys, kRole,
                                        signature_of(scene.an, proposal->signed_bytes), kMade);
    REQUIRE(again);
    CHECK(again->signers == 1);
    CHECK(again->signed_by.size() == 1);
    CHECK_FALSE(again->timestamp);
  }
}

TEST_CASE("attack: who stole the server's disk has its keys and cannot forge", "[repository][security]") {
  const TwoPersonScene scene;
  const Online stolen(scene);
  SECTION("by signing for the commune with them") {
    const auto proposal = propose(scene.tree, stolen.keys, kRole, new_house("nhà giả"), kMade);
    REQUIRE(proposal);
    for (const char* role : {"snapshot", "timestamp"}) {
      const auto key = std::move(stolen.keys.load(role).value().front());
      const auto refused = attach_signature(scene.tree, stolen.keys, kRole,
                                            {key.public_key().id(), key.sign(proposal->signed_bytes)}, kMade);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == Errc::forbidden);
    }
  }
  SECTION("by writing whatever he likes and turning it") {
    const auto proposal = propose(scene.tree, stolen.keys, kRole, new_house("nhà giả"), kMade);
    const auto snapshot = std::move(stolen.keys.load("snapshot").value());
    const std::string forged = add_signatures(proposal->bytes, signers_of(snapshot)).value();
    REQUIRE(scene.tree.write_metadata(tuf::versioned_metadata_name(kRole, proposal->version), forged));
    const tuf::TrustedSet current = scene.read();
    tuf::Snapshot next = *current.snapshot();
    next.version += 1;
    next.meta[std::string(kRole) + ".json"].version = proposal->version;
    const std::string bytes = write_signed(next, signers_of(snapshot)).value();
    REQUIRE(scene.tree.write_metadata(tuf::versioned_metadata_name("snapshot", next.version), bytes));
    const tuf::Timestamp timestamp{
        current.timestamp()->version + 1,
        current.timestamp()->expires,
        {next.version, static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}}};
    const auto keys = std::move(stolen.keys.load("timestamp").value());
    REQUIRE(scene.tree.write_metadata("timestamp.json", write_signed(timestamp, signers_of(keys)).value()));
    const auto client = scene.tree.load(scene.root(), kMade);
    REQUIRE_FALSE(client);
    CHECK(client.error().code == Errc::bad_signature);
  }
}

TEST_CASE("attack: a file changed on the disk after the first signature is not published",
          "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(proposal);
  REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, proposal->signed_bytes),
                           kMade));
  REQUIRE(write_file_atomically(scene.tree.blob(kHouse, tuf::sha256_hex("nhà mới")), "nhà giả"));
  const auto second = attach_signature(scene.tree, online.keys, kRole,
                                       signature_of(scene.binh, proposal->signed_bytes), kMade);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == Errc::bad_hash);
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");
}

TEST_CASE("attack: top-level roles are not proposed here", "[repository][security]") {
  const TwoPersonScene scene;
  const Online online(scene);
  for (const char* role : {"root", "targets", "snapshot", "timestamp"}) {
    const auto refused = propose(scene.tree, online.keys, role, {{{"national/links.json", "{}"}}, {}}, kMade);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::forbidden);
    CHECK(propose_again(scene.tree, online.keys, role, kMade).error().code == Errc::forbidden);
    CHECK(propose_version(scene.tree, online.keys, role, 1, kMade).error().code == Errc::forbidden);
  }
  CHECK(propose(scene.tree, online.keys, "commune-00009", new_house(), kMade).error().code ==
        Errc::not_found);
}

TEST_CASE("a second proposal waits its turn, and the signatures of the first stay", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto first = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(
      attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, first->signed_bytes), kMade));
  const auto second = propose(scene.tree, online.keys, kRole, new_house(), kMade + std::chrono::seconds(1));
  REQUIRE_FALSE(second);
  CHECK(second.error().code == Errc::conflict);
  CHECK(waiting_proposal(scene.tree, online.keys, kRole)->signers == 1);
}

TEST_CASE("a proposal of what is published already is refused", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto nothing = propose(scene.tree, online.keys, kRole, new_house("nhà văn hóa"), kMade);
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().code == Errc::invalid);
  CHECK(propose(scene.tree, online.keys, kRole, {{}, {kNotice}}, kMade).error().code == Errc::not_found);
}

TEST_CASE("a publish stopped before the timestamp goes on with the signatures it had", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  const tuf::Signature an = signature_of(scene.an, proposal->signed_bytes);
  const tuf::Signature binh = signature_of(scene.binh, proposal->signed_bytes);
  REQUIRE(attach_signature(scene.tree, online.keys, kRole, an, kMade));
  fs::rename(online.keys.key_path("timestamp"), scene.folder / "away.pem");
  SECTION("the keys were not here") {
    REQUIRE(attach_signature(scene.tree, online.keys, kRole, binh, kMade));
    fs::rename(scene.folder / "away.pem", online.keys.key_path("timestamp"));
  }
  SECTION("the role's file was put already") {
    REQUIRE(attach_signature(scene.tree, online.keys, kRole, binh, kMade));
    fs::rename(scene.folder / "away.pem", online.keys.key_path("timestamp"));
    const std::string bytes = read_file(pending_path(scene.tree, kRole), 100000).value();
    REQUIRE(scene.tree.write_metadata(tuf::versioned_metadata_name(kRole, proposal->version), bytes));
  }
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");
  const auto done = publish_proposal(scene.tree, online.keys, kRole, kMade);
  REQUIRE(done);
  CHECK(done->timestamp);
  CHECK(text_now(scene, kHouse) == "nhà mới");
}

TEST_CASE("a publish stopped right after the timestamp does not keep the next proposal waiting",
          "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, proposal->signed_bytes),
                           kMade));
  const std::string waiting = read_file(pending_path(scene.tree, kRole), 100000).value();
  REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(scene.binh, proposal->signed_bytes),
                           kMade));
  REQUIRE(write_file_atomically(pending_path(scene.tree, kRole), waiting));
  CHECK(propose(scene.tree, online.keys, kRole, new_house("nhà sau"), kMade));
}

TEST_CASE("an earlier version comes back as a new, higher one", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const std::int64_t before = scene.read().listed(kRole)->version;
  const auto wrong = propose(scene.tree, online.keys, kRole, new_house("sai"), kMade);
  for (const Person* one : {&scene.an, &scene.binh})
    REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(*one, wrong->signed_bytes), kMade));
  CHECK(text_now(scene, kHouse) == "sai");
  const auto back = propose_version(scene.tree, online.keys, kRole, before, kMade);
  REQUIRE(back);
  CHECK(back->version == before + 2);
  for (const Person* one : {&scene.an, &scene.binh})
    REQUIRE(attach_signature(scene.tree, online.keys, kRole, signature_of(*one, back->signed_bytes), kMade));
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");
  CHECK(propose_version(scene.tree, online.keys, kRole, 99, kMade).error().code == Errc::not_found);
}

TEST_CASE("new keys sign here before they are delegated to, and count from then on", "[repository]") {
  const Scene scene;
  REQUIRE(scene.publish());
  const Online online(scene);
  const Person an(scene, "an", kRole);
  const Person binh(scene, "binh", kRole);
  const tuf::Keys coming = {{an.half().id(), an.half()}, {binh.half().id(), binh.half()}};
  const auto again = propose_again(scene.tree, online.keys, kRole, kMade);
  REQUIRE(again);
  const auto early =
      attach_signature(scene.tree, online.keys, kRole, signature_of(an, again->signed_bytes), kMade);
  REQUIRE_FALSE(early);  // nobody said that it will be delegated to
  for (const Person* one : {&an, &binh}) {
    const auto kept = attach_signature(scene.tree, online.keys, kRole,
                                       signature_of(*one, again->signed_bytes), kMade, coming);
    REQUIRE(kept);
    CHECK(kept->signers == 0);
    CHECK_FALSE(kept->timestamp);
  }
  const auto delegated = delegate(scene.tree, scene.keys, {"09784", {an.half(), binh.half()}, 2}, kMade);
  REQUIRE(delegated);
  CHECK(delegated->timestamp);
  CHECK(scene.read().listed(kRole)->version == again->version);
  CHECK(text_now(scene, kHouse) == "nhà văn hóa");
}

TEST_CASE("a proposal that waited for half a year is not published", "[repository]") {
  const TwoPersonScene scene;
  const Online online(scene);
  const auto proposal = propose(scene.tree, online.keys, kRole, new_house(), kMade);
  const auto late =
      attach_signature(scene.tree, online.keys, kRole, signature_of(scene.an, proposal->signed_bytes),
                       kMade + std::chrono::days(190));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Errc::expired);
}
