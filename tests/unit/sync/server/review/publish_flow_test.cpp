// From a clerk's words to a kiosk, and every way that is not one.

#include "sync/server/review/proposals.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/repository/pending.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

TEST_CASE("a change is drafted, approved by a colleague, signed by two and fetched by a kiosk", "[review]") {
  const DeskScene scene;
  const std::string before = scene.on_kiosk(kPatch);
  CHECK(before.find("Bản mới.") == std::string::npos);
  const std::int64_t id = scene.draft("an");
  CHECK(scene.state(id) == "draft");
  CHECK(scene.step(id, "submit", "an").status == 200);
  CHECK(scene.state(id) == "submitted");
  CHECK(scene.step(id, "approve", "binh").status == 200);

  const Said made = scene.propose(id);
  CAPTURE(made.bytes);
  REQUIRE(made.status == 201);
  CHECK(made.body["state"] == "waiting");
  CHECK(made.body["threshold"] == 2);
  CHECK(made.body["keyIds"].size() == 3);
  REQUIRE(made.body["changes"].size() == 1);
  CHECK(made.body["changes"][0]["path"] == kPatch);
  CHECK(made.body["changes"][0]["before"] == before);
  CHECK(scene.state(id) == "signing");

  const Said first = scene.sign(made.body, "an");
  CAPTURE(first.bytes);
  REQUIRE(first.status == 200);
  CHECK(first.body["signers"] == 1);
  CHECK(first.body["state"] == "waiting");
  CHECK(scene.on_kiosk(kPatch) == before);

  const Said second = scene.sign(made.body, "chi");
  REQUIRE(second.status == 200);
  CHECK(second.body["state"] == "published");
  CHECK(second.body["timestamp"].is_number());
  CHECK(scene.state(id) == "published");
  CHECK(scene.on_kiosk(kPatch).find("Bản mới.") != std::string::npos);

  SECTION("a later one takes its place, and the history tells of both") {
    const std::int64_t next = scene.approved_draft("Bản sau.");
    const Said again = scene.propose(next);
    REQUIRE(again.status == 201);
    scene.sign(again.body, "an");
    REQUIRE(scene.sign(again.body, "binh").body["state"] == "published");
    CHECK(scene.state(id) == "superseded");
    const Said guide = scene.get("/api/guides/khai-sinh", "an");
    REQUIRE(guide.body["history"].size() >= 3);
    CHECK(guide.body["history"][0]["who"] == "Cán bộ an");
    CHECK(guide.body["history"][0]["note"] == "sửa mô tả");
    CHECK(guide.body["merged"]["description"]["vi"] == "Bản sau.");

    const Said back = scene.post("/api/proposals", "binh", {{"rollbackTo", made.body["next"]["version"]}});
    REQUIRE(back.status == 201);
    CHECK(back.body["next"]["version"].get<int>() > again.body["next"]["version"].get<int>());
    scene.sign(back.body, "an");
    REQUIRE(scene.sign(back.body, "chi").body["state"] == "published");
    CHECK(scene.on_kiosk(kPatch).find("Bản mới.") != std::string::npos);
  }
  SECTION("it is withdrawn as it came: reviewed, and signed by two") {
    const Said asked = scene.step(id, "withdraw", "an");
    CAPTURE(asked.bytes);
    REQUIRE(asked.status == 200);
    CHECK(asked.body["removal"] == true);
    CHECK(asked.body["state"] == "submitted");
    const auto removal = asked.body["id"].get<std::int64_t>();
    CHECK(scene.step(removal, "approve", "an").status == 403);
    REQUIRE(scene.step(removal, "approve", "chi").status == 200);
    const Said taking = scene.propose(removal);
    CAPTURE(taking.bytes);
    REQUIRE(taking.status == 201);
    CHECK(taking.body["removed"] == Json::array({kPatch}));
    scene.sign(taking.body, "an");
    REQUIRE(scene.sign(taking.body, "binh").body["state"] == "published");
    CHECK(scene.on_kiosk(kPatch).empty());
    CHECK(scene.state(id) == "withdrawn");
  }
}

TEST_CASE("attack: one person's two keys are one person", "[review][security]") {
  const DeskScene scene;
  const Person second(scene, "an-may-khac", kCommuneRole);
  const auto enrolled = scene.store->write([&](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(
        transaction.run("INSERT INTO signer_keys (key_id, public_key, public_value, label, account_id, "
                        "state, enrolled_at) VALUES (?, ?, ?, '', ?, 'approved', ?)",
                        second.half().id(), second.half().object(), second.half().value(),
                        scene.staff.at("an").account.id, kMade));
    return {};
  });
  REQUIRE(enrolled);
  const Said made = scene.propose(scene.approved_draft());
  REQUIRE(scene.sign(made.body, "an").status == 200);
  const auto key = std::move(second.keys.load(kCommuneRole).value().front());
  const Said refused = scene.post(
      fmt::format("/api/proposals/{}/signatures", made.body["id"].get<int>()), "an",
      {{"keyId", key.public_key().id()}, {"sig", to_hex(key.sign(DeskScene::to_sign(made.body)))}});
  CHECK(refused.status == 409);
  CHECK(refused.code() == "signed-already");
}

TEST_CASE("attack: one person's second key signs in the repository itself, and the server does not publish",
          "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.approved_draft();
  const Said made = scene.propose(id);
  REQUIRE(scene.sign(made.body, "an").status == 200);
  // Chi's key was An's all along.
  REQUIRE(scene.store->write([&](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run("UPDATE signer_keys SET account_id = ? WHERE key_id = ?",
                             scene.staff.at("an").account.id, scene.staff.at("chi").person->half().id()));
    return {};
  }));
  REQUIRE(repository::sign_waiting(scene.tree, scene.staff.at("chi").person->keys, kCommuneRole, scene.now));
  scene.tick();
  CHECK(scene.state(id) == "signing");
  CHECK(scene.on_kiosk(kPatch).find("Bản mới.") == std::string::npos);
  const std::string proposal = fmt::format("/api/proposals/{}", made.body["id"].get<int>());
  for (const Json& one : scene.get(proposal, "an").body["signatures"]) CHECK(one["who"] == "Cán bộ an");
  CHECK(scene.sign(made.body, "binh").code() == "signed-already");  // nothing is added to what is complete
  REQUIRE(scene.post(proposal + "/drop", "an").status == 200);
  const Said again = scene.propose(id);
  REQUIRE(scene.sign(again.body, "an").status == 200);
  CHECK(scene.sign(again.body, "binh").body["state"] == "published");
}

TEST_CASE("a commune that wants a tool's signature publishes with one of each, not with two browsers'",
          "[review][security]") {
  const DeskScene scene;
  scene.hold_key("chi", "tool");
  scene.want_tool();
  const std::int64_t id = scene.approved_draft();
  const Said made = scene.propose(id);
  CHECK(made.body["wantsTool"] == true);
  REQUIRE(scene.sign(made.body, "an").status == 200);
  const Said refused = scene.sign(made.body, "binh");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "tool-needed");
  CHECK(scene.state(id) == "signing");
  CHECK(scene.on_kiosk(kPatch).find("Bản mới.") == std::string::npos);
  SECTION("a tool's signature that is sent to the desk is the one that was missing") {
    CHECK(scene.sign(made.body, "chi").body["state"] == "published");
  }
  SECTION("so is one that is put to the change in the repository") {
    REQUIRE(
        repository::sign_waiting(scene.tree, scene.staff.at("chi").person->keys, kCommuneRole, scene.now));
    scene.tick();
    CHECK(scene.state(id) == "published");
  }
  SECTION("when the admin takes the wish back, two browsers are enough") {
    scene.want_tool(server::signing_rule::Wish::any_keys);
    CHECK(scene.sign(made.body, "binh").body["state"] == "published");
  }
}

TEST_CASE("the wish for a tool's signature holds for what browsers had signed before it",
          "[review][security]") {
  DeskScene scene;
  const std::int64_t id = scene.approved_draft();
  const Said made = scene.propose(id);
  REQUIRE(scene.sign(made.body, "an").status == 200);
  fs::rename(scene.online.key_path("timestamp"), scene.folder / "away.pem");  // so that it waits, complete
  REQUIRE(scene.sign(made.body, "binh").body["state"] == "waiting");
  scene.hold_key("chi", "tool");
  scene.want_tool();
  fs::rename(scene.folder / "away.pem", scene.online.key_path("timestamp"));
  scene.restart();
  scene.tick();
  CHECK(scene.state(id) == "signing");
  CHECK(scene.on_kiosk(kPatch).find("Bản mới.") == std::string::npos);
}

TEST_CASE("attack: nobody sends another's signature, a stranger's or one of something else",
          "[review][security]") {
  const DeskScene scene;
  const Said made = scene.propose(scene.approved_draft());
  const std::string target = fmt::format("/api/proposals/{}/signatures", made.body["id"].get<int>());
  const std::string bytes = DeskScene::to_sign(made.body);
  const auto key_of = [&](const char* who) {
    return std::move(scene.staff.at(who).person->keys.load(kCommuneRole).value().front());
  };
  const auto an = key_of("an");
  const auto stranger = key_of("la");
  const auto sent = [&](const char* who, const tuf::SigningKey& key, const std::string& over) {
    return scene.post(target, who, {{"keyId", key.public_key().id()}, {"sig", to_hex(key.sign(over))}});
  };
  CHECK(sent("binh", an, bytes).code() == "not-your-key");
  CHECK(sent("la", stranger, bytes).status == 404);  // another commune's proposal is none of theirs
  CHECK(sent("an", an, bytes + " ").status == 422);
  CHECK(sent("an", an, R"({"_type":"targets"})").status == 422);
  CHECK(scene.post(target, "an", {{"keyId", an.public_key().id()}, {"sig", "zz"}}).status == 422);
  CHECK(scene.post(target, "an", {{"keyId", an.public_key().id()}, {"sig", ""}}).status == 422);
  CHECK(scene.post(target, "an", {{"keyId", "' OR 1=1 --"}, {"sig", "00"}}).code() == "not-your-key");
  for (const char* state : {"enrolled", "revoked"}) {
    const auto changed = scene.store->write([&](server::Transaction& transaction) -> Result<void> {
      TRY_VOID(
          transaction.run("UPDATE signer_keys SET state = ? WHERE key_id = ?", state, an.public_key().id()));
      return {};
    });
    REQUIRE(changed);
    CHECK(sent("an", an, bytes).status == 403);
  }
  CHECK(scene.get(fmt::format("/api/proposals/{}", made.body["id"].get<int>()), "chi")
            .body["signatures"]
            .empty());
}

TEST_CASE("attack: signatures of an earlier proposal neither publish it again nor sign the next",
          "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.approved_draft("Bản giả.");
  const Said old = scene.propose(id);
  REQUIRE(scene.sign(old.body, "an").status == 200);
  REQUIRE(scene.post(fmt::format("/api/proposals/{}/drop", old.body["id"].get<int>()), "an").status == 200);
  CHECK(scene.state(id) == "approved");
  CHECK(scene.sign(old.body, "binh").code() == "not-waiting");
  const Said next = scene.propose(id);
  REQUIRE(next.status == 201);
  Json replayed = old.body;
  replayed["id"] = next.body["id"];
  replayed["next"]["expires"] = "2027-06-12T00:00:00Z";
  CHECK(scene.sign(replayed, "an").status == 422);
  REQUIRE(scene.sign(next.body, "an").status == 200);
  REQUIRE(scene.sign(next.body, "binh").body["state"] == "published");
  CHECK(scene.sign(next.body, "chi").code() == "not-waiting");
}

TEST_CASE("one proposal of a commune waits at a time, and the draft of the other stays approved",
          "[review]") {
  const DeskScene scene;
  const Said first = scene.propose(scene.approved_draft());
  REQUIRE(first.status == 201);
  const Said notice = scene.post("/api/drafts", "an",
                                 {{"path", "communes/09784/notices/hop-thon.json"}, {"title", "Họp thôn"}});
  REQUIRE(notice.status == 201);
  const auto id = notice.body["id"].get<std::int64_t>();
  const Said submitted = scene.step(id, "submit", "an");
  CAPTURE(submitted.bytes);
  REQUIRE(submitted.status == 200);
  REQUIRE(scene.step(id, "approve", "chi").status == 200);
  const Said second = scene.propose(id);
  CHECK(second.status == 409);
  CHECK(second.code() == "proposal-waits");
  CHECK(scene.state(id) == "approved");
}

TEST_CASE("what was published meanwhile is a conflict that keeps the work", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.approved_draft("Việc của tôi.");
  // Somebody publishes another text of the same page, at a command line.
  scene.put(kPatch, R"({"description": {"vi": "Bản ở dòng lệnh."}})");
  for (const char* part : {"national", "provinces"}) fs::remove_all(scene.bundle() / part);
  const auto published =
      repository::publish(scene.tree, scene.staff.at("an").person->keys, scene.bundle(), scene.now);
  if (!published) FAIL(published.error().message);
  REQUIRE(repository::sign_waiting(scene.tree, scene.staff.at("binh").person->keys, kCommuneRole, scene.now));
  REQUIRE(repository::publish_waiting(scene.tree, scene.keys, scene.now));
  const Said refused = scene.propose(id);
  CAPTURE(refused.bytes);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "conflict");
  const Said kept = scene.get(fmt::format("/api/drafts/{}", id), "an");
  CHECK(kept.body["state"] == "changes-asked");
  CHECK(kept.body["content"]["description"]["vi"] == "Việc của tôi.");
  CHECK(kept.body["base"]["description"]["vi"] == "Bản ở dòng lệnh.");
  CHECK(kept.body["comments"].size() == 1);
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  CHECK(scene.propose(id).status == 201);
}

TEST_CASE("killed between the tree and the store, the server finds out what was published", "[review]") {
  DeskScene scene;
  const std::int64_t id = scene.approved_draft();
  const Said made = scene.propose(id);
  REQUIRE(scene.sign(made.body, "an").status == 200);
  SECTION("at the last signature") {
    // The tree turned, the store did not hear of it.
    const auto key = std::move(scene.staff.at("binh").person->keys.load(kCommuneRole).value().front());
    REQUIRE(repository::attach_signature(scene.tree, scene.online, kCommuneRole,
                                         {key.public_key().id(), key.sign(DeskScene::to_sign(made.body))},
                                         scene.now)
                ->timestamp);
    scene.restart();
    scene.tick();
    CHECK(scene.state(id) == "published");
  }
  SECTION("before the proposal was noted as one that waits") {
    const auto undone = scene.store->write([&](server::Transaction& transaction) -> Result<void> {
      TRY_VOID(transaction.run("UPDATE proposals SET state = 'making', version = 0, signed_sha256 = ''"));
      return {};
    });
    REQUIRE(undone);
    scene.restart();
    scene.tick();
    REQUIRE(scene.sign(made.body, "binh").status == 200);
    CHECK(scene.state(id) == "published");
  }
  SECTION("before the tree had it") {
    REQUIRE(repository::drop_waiting(scene.tree, kCommuneRole));
    scene.restart();
    scene.tick();
    CHECK(scene.state(id) == "approved");
    CHECK(scene.propose(id).status == 201);
  }
  SECTION("with its keys away, it publishes when they are back") {
    fs::rename(scene.online.key_path("timestamp"), scene.folder / "away.pem");
    const Said second = scene.sign(made.body, "binh");
    CHECK(second.body["state"] == "waiting");
    fs::rename(scene.folder / "away.pem", scene.online.key_path("timestamp"));
    scene.restart();
    scene.tick();
    CHECK(scene.state(id) == "published");
  }
}

TEST_CASE("a scheduled draft is proposed when its time comes, and not before", "[review]") {
  DeskScene scene;
  const std::int64_t id = scene.approved_draft();
  CHECK(scene.step(id, "schedule", "an", {{"at", "2026-06-12T00:00:00Z"}}).status == 403);
  CHECK(scene.step(id, "schedule", "binh", {{"at", "2026-06-01T00:00:00Z"}}).status == 422);
  REQUIRE(scene.step(id, "schedule", "binh", {{"at", "2026-06-12T00:00:00Z"}}).status == 200);
  scene.tick();
  CHECK(scene.state(id) == "scheduled");
  scene.now += std::chrono::days(2);
  scene.tick();
  CHECK(scene.state(id) == "signing");
}

TEST_CASE("an order for every screen is signed by the emergency role's keys alone", "[review][security]") {
  const DeskScene scene;
  CHECK(scene.post("/api/emergency", "binh", {{"kind", "blank"}}).status == 403);
  CHECK(scene.post("/api/emergency", "chi", {{"kind", "explode"}}).status == 422);
  CHECK(scene.post("/api/emergency", "chi", {{"kind", "replace"}}).status == 422);
  const Said made = scene.post(
      "/api/emergency", "chi",
      {{"kind", "replace"}, {"title", {{"vi", "Bão số 5"}}}, {"text", {{"vi", "Ở yên trong nhà."}}}});
  CAPTURE(made.bytes);
  REQUIRE(made.status == 201);
  CHECK(made.body["role"] == "emergency");
  CHECK(scene.sign(made.body, "an").status == 403);  // a commune's key is none of the emergency role's
  REQUIRE(repository::sign_waiting(scene.tree, scene.keys, "emergency", scene.now));
  scene.tick();
  const auto found = scene.tree.load(scene.root(), scene.now)->targets_found();
  CHECK(found.contains("emergency/screen.json"));
  CHECK(scene.get(fmt::format("/api/proposals/{}", made.body["id"].get<int>()), "an").body["state"] ==
        "published");
}

TEST_CASE("new keys sign at the desk what is published, before the province delegates to them", "[review]") {
  const DeskScene scene;
  const Person dung(scene, "dung", kCommuneRole);
  const auto enrolled = scene.store->write([&](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(
        transaction.run("INSERT INTO signer_keys (key_id, public_key, public_value, label, account_id, "
                        "state, enrolled_at) VALUES (?, ?, ?, '', 1, 'approved', ?)",
                        dung.half().id(), dung.half().object(), dung.half().value(), kMade));
    return {};
  });
  REQUIRE(enrolled);
  const Said again = scene.post("/api/proposals", "an", {{"again", true}});
  CAPTURE(again.bytes);
  REQUIRE(again.status == 201);
  CHECK(again.body["changes"].empty());
  const auto key = std::move(dung.keys.load(kCommuneRole).value().front());
  const Said kept = scene.post(
      fmt::format("/api/proposals/{}/signatures", again.body["id"].get<int>()), "an",
      {{"keyId", key.public_key().id()}, {"sig", to_hex(key.sign(DeskScene::to_sign(again.body)))}});
  CAPTURE(kept.bytes);
  REQUIRE(kept.status == 200);
  CHECK(kept.body["signers"] == 0);
  CHECK(kept.body["kept"] == 1);
}
