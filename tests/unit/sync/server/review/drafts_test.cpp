// Writing together: nothing that anybody typed is lost.

#include "sync/server/review/drafts.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

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

// What the published schema of a kind lets stand in its files.
Json fields_known(const std::string& kind) {
  const auto path = std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/guide" / (kind + ".schema.json");
  return Json::parse(read_file(path, 1 << 20).value())["properties"];
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

TEST_CASE(
    "whatever is begun anew has only fields that its kind knows, and lacks only what a clerk must write",
    "[review]") {
  const DeskScene scene;
  struct Begun {
    const char* kind;
    const char* path;
    std::vector<const char*> left;  ///< required texts that nobody else can know
  };
  const Begun begun = GENERATE(Begun{"notice", "notices/cat-dien", {}}, Begun{"guide", "guides/loa", {}},
                               Begun{"place", "place/thon-moi", {}}, Begun{"kiosks", "settings/kiosks", {}},
                               Begun{"heritage", "heritage/gieng", {"summary"}},
                               Begun{"product", "products/banh", {"description", "producer"}});
  CAPTURE(begun.kind);
  const Said made = scene.post("/api/drafts", "an",
                               {{"path", fmt::format("communes/09784/{}.json", begun.path)},
                                {"from", "empty"},
                                {"title", "Bài mới"},
                                {"note", "viết mới"}});
  REQUIRE(made.status == 201);
  const Json known = fields_known(begun.kind);
  for (const auto& [name, value] : made.body["content"].items()) {
    INFO(name);
    CHECK(known.contains(name));
  }
  Json content = made.body["content"];
  for (const char* field : begun.left) content[field] = {{"vi", "Lời của cán bộ."}};
  const std::int64_t id = made.body["id"].get<std::int64_t>();
  const Said saved = save(scene, id, "an", made.body["revision"], content);
  for (const Json& finding : saved.body["findings"]) {
    INFO(finding.dump());
    CHECK(finding["level"] != "error");
  }
  CHECK(scene.step(id, "submit", "an").status == 200);
}

TEST_CASE("a new house is of the commune that its other houses name", "[review]") {
  const DeskScene scene;
  const Said made =
      scene.post("/api/drafts", "an", {{"path", "communes/09784/place/thon-moi.json"}, {"from", "empty"}});
  REQUIRE(made.status == 201);
  CHECK(made.body["content"]["commune"]["vi"] == "Xã Đan Phượng, Hà Nội");
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

TEST_CASE("a page's freshness is judged by the day it is to be reviewed by, which the list tells",
          "[review]") {
  DeskScene scene;
  const auto entry = [&] {
    const Said list = scene.get("/api/guides", "an");
    REQUIRE(list.status == 200);
    for (const Json& one : list.body)
      if (one["id"] == "khai-sinh") return one;
    return Json();
  };
  const auto review = parse_date(entry().value("reviewBy", ""));
  REQUIRE(review);
  CHECK(parse_date(entry().value("checkedOn", "")));
  const auto freshness_after = [&](int days) {
    scene.now = Instant(std::chrono::sys_days(*review) + std::chrono::days(days));
    return entry()["freshness"];
  };
  CHECK(freshness_after(-31) == "fresh");
  CHECK(freshness_after(-30) == "due");
  CHECK(freshness_after(0) == "due");
  CHECK(freshness_after(1) == "stale");
}

TEST_CASE("the phone page beside the editor is the draft's", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", "Bản mới trên điện thoại.");
  const Said page = scene.get(fmt::format("/api/drafts/{}/preview/phone.html", id), "binh");
  CHECK(page.status == 200);
  CHECK(page.bytes.find("Bản mới trên điện thoại.") != std::string::npos);
}
