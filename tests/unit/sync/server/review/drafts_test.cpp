// Writing together: nothing that anybody typed is lost.

#include "sync/server/review/drafts.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;

namespace {

Said save(const DeskScene& scene, std::int64_t id, const std::string& who, const Json& revision,
          const Json& content) {
  return scene.ask("PUT", fmt::format("/api/drafts/{}", id), who,
                   {{"revision", revision}, {"content", content}, {"note", "sửa"}});
}

Json draft_of(const DeskScene& scene, std::int64_t id) {
  return scene.get(fmt::format("/api/drafts/{}", id), "an").body;
}

}  // namespace

TEST_CASE("two people who write at once both keep their words", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", "Lời của An.");
  const Json start = draft_of(scene, id);
  Json mine = start["content"];
  mine["description"]["vi"] = "Lời của Bình.";
  REQUIRE(save(scene, id, "binh", start["revision"], mine).status == 200);
  mine["description"]["vi"] = "Lời sau của An.";
  const Said late = save(scene, id, "an", start["revision"], mine);
  CHECK(late.status == 409);
  CHECK(late.code() == "conflict");
  CHECK(late.body["theirs"]["who"] == "Cán bộ binh");
  CHECK(late.body["theirs"]["content"]["description"]["vi"] == "Lời của Bình.");
  CHECK(draft_of(scene, id)["content"]["description"]["vi"] == "Lời của Bình.");
  CHECK(save(scene, id, "an", late.body["theirs"]["revision"], mine).status == 200);
}

TEST_CASE("a save whose answer got lost is made again without a conflict", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const Json start = draft_of(scene, id);
  Json mine = start["content"];
  mine["description"]["vi"] = "Một lần.";
  REQUIRE(save(scene, id, "an", start["revision"], mine).status == 200);
  const Said again = save(scene, id, "an", start["revision"], mine);
  CHECK(again.status == 200);
  CHECK(again.body["revision"] == start["revision"].get<int>() + 1);
}

TEST_CASE("what is saved survives the server, and begun again it is the same draft", "[review]") {
  DeskScene scene;
  const std::int64_t id = scene.draft("an", "Còn đây.");
  scene.restart();
  CHECK(draft_of(scene, id)["content"]["description"]["vi"] == "Còn đây.");
  const Said again = scene.post("/api/drafts", "binh", {{"path", "national/guides/khai-sinh.json"}});
  CHECK(again.status == 200);
  CHECK(again.body["id"] == id);
}

TEST_CASE("a hundred autosaves keep one revision for ten minutes, and every one that was submitted",
          "[review]") {
  DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const auto write = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      Json content = {{"description", {{"vi", fmt::format("Lần {}.", i)}, {"en", "x"}}}};
      REQUIRE(save(scene, id, "an", draft_of(scene, id)["revision"], content).status == 200);
    }
  };
  write(0, 10);
  CHECK(scene.count("SELECT COUNT(*) FROM draft_revisions") == 2);  // the first is what it began with
  scene.now += std::chrono::minutes(11);
  write(10, 12);
  CHECK(scene.count("SELECT COUNT(*) FROM draft_revisions") == 3);
  CHECK(draft_of(scene, id)["content"]["description"]["vi"] == "Lần 11.");
}

TEST_CASE("a draft tells what it lacks, and with an error it is not sent to a colleague", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const Json start = draft_of(scene, id);
  const Said saved = save(scene, id, "an", start["revision"], {{"titel", {{"vi", "Sai tên"}}}});
  REQUIRE(saved.status == 200);
  REQUIRE_FALSE(saved.body["findings"].empty());
  CHECK(saved.body["findings"][0]["level"] == "error");
  CHECK(saved.body["findings"][0]["field"] == "/titel");
  CHECK_FALSE(saved.body["findings"][0]["message"]["en"].get<std::string>().empty());
  const Said refused = scene.step(id, "submit", "an");
  CHECK(refused.status == 422);
  CHECK(refused.body["findings"].size() == saved.body["findings"].size());
}

TEST_CASE("the difference is told in a clerk's words", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", "Bản mới.");
  const Said told = scene.get(fmt::format("/api/drafts/{}/difference", id), "binh");
  CAPTURE(told.bytes);
  REQUIRE(told.body.size() == 1);
  CHECK(told.body[0]["field"] == "/description/vi");
  CHECK(told.body[0]["after"] == "Bản mới.");
  CHECK_FALSE(told.body[0]["before"].get<std::string>().empty());
}

TEST_CASE("the list shows every page with its freshness and whose draft is on its way", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const Said list = scene.get("/api/guides", "binh");
  REQUIRE(list.status == 200);
  bool found = false;
  for (const Json& one : list.body) {
    if (one["id"] != "khai-sinh") continue;
    found = true;
    CHECK(one["layer"] == "commune");
    CHECK(one["kind"] == "patch");
    CHECK(one["state"] == "draft");
    CHECK(one["draft"] == id);
    CHECK(one["who"] == "Cán bộ an");
    CHECK(one["title"]["vi"].is_string());
  }
  CHECK(found);
  const Said todo = scene.get("/api/todo", "binh");
  CHECK(todo.status == 200);
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  CHECK(scene.get("/api/todo", "binh").bytes.find("\"review\"") != std::string::npos);
  CHECK(scene.get("/api/todo", "an").bytes.find("\"review\"") == std::string::npos);
}

TEST_CASE("the phone page beside the editor is the draft's", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", "Bản mới trên điện thoại.");
  const Said page = scene.get(fmt::format("/api/drafts/{}/preview/phone.html", id), "binh");
  CHECK(page.status == 200);
  CHECK(page.bytes.find("Bản mới trên điện thoại.") != std::string::npos);
}
