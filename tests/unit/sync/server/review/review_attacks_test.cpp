// What somebody with a session may try who is not who they should be.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;

namespace {

constexpr const char* kScript = "<script>alert(1)</script><img src=x onerror=alert(1)>";
constexpr const char* kSql = "'); DROP TABLE drafts; --";

}  // namespace

TEST_CASE("attack: a script in a text stays text, in answers and on the phone page", "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", kScript);
  REQUIRE(scene.post(fmt::format("/api/drafts/{}/comments", id), "binh", {{"comment", kScript}}).status ==
          200);
  const Said told = scene.get(fmt::format("/api/drafts/{}", id), "an");
  CHECK(told.body["content"]["description"]["vi"] == kScript);
  CHECK(told.body["comments"][0]["text"] == kScript);
  for (const http::Header& one : told.headers) {
    if (one.name == "Content-Type") CHECK(one.value.starts_with("application/json"));
    if (one.name == "X-Content-Type-Options") CHECK(one.value == "nosniff");
  }
  const Said page = scene.get(fmt::format("/api/drafts/{}/preview/phone.html", id), "an");
  REQUIRE(page.status == 200);
  CHECK(page.bytes.find("<script>alert") == std::string::npos);
  CHECK(page.bytes.find("<img src=x") == std::string::npos);
  CHECK(page.bytes.find("onerror") == std::string::npos);
  // What is between the tags is text like another; the tags themselves never reach a page.
  CHECK(page.bytes.find("<p class=\"lead\">alert(1)</p>") != std::string::npos);
  bool sandboxed = false;
  for (const http::Header& one : page.headers)
    sandboxed = sandboxed || (one.name == "Content-Security-Policy" && one.value.ends_with("sandbox"));
  CHECK(sandboxed);
}

TEST_CASE("attack: SQL in any field is a text like another", "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an", kSql);
  const std::string target = fmt::format("/api/drafts/{}", id);
  scene.post("/api/drafts", "an", {{"path", kSql}});
  scene.post("/api/drafts", "an",
             {{"path", "communes/09784/notices/hop.json"}, {"title", kSql}, {"note", kSql}, {"from", kSql}});
  scene.post("/api/drafts", "an",
             {{"path", "communes/09784/notices/hop.json"}, {"title", kSql}, {"note", kSql}});
  scene.post(target + "/comments", "binh", {{"comment", kSql}});
  scene.post(target + "/publish-now", "binh", {{"reason", kSql}, {"revision", 99}});
  scene.post(target + "/schedule", "binh", {{"at", kSql}});
  scene.get("/api/drafts?state=%27%20OR%201%3D1", "an");
  scene.get("/api/drafts?commune=%27%20OR%201%3D1", "an");
  scene.get("/api/guides/%27%20OR%201%3D1%20--", "an");
  scene.get("/api/drafts/1%20OR%201%3D1", "an");
  scene.post("/api/proposals", "an", {{"drafts", {kSql}}});
  scene.get("/api/pictures/%27%20OR%201%3D1", "an");
  CHECK(scene.get(target, "an").body["content"]["description"]["vi"] == kSql);
  CHECK(scene.get(target, "an").body["comments"][0]["text"] == kSql);
  CHECK(scene.count("SELECT COUNT(*) FROM drafts") == 2);
}

TEST_CASE("attack: no draft lies outside its commune's own folders", "[review][security]") {
  const DeskScene scene;
  for (const char* path :
       {"../../etc/passwd", "/etc/passwd", "communes/09784/../00004/guides/x.json",
        "communes/09784/guides/../x.json", "communes/09784/guides/x.json/../../y.json",
        "communes/09784/pictures/x.png", "communes/09784/guides/X.json", "communes/09784/guides/.json",
        "communes/09784/guides/x", "communes/09784//guides/x.json", "metadata/root.json",
        "communes/09784/guides/x.json\n", "communes/09784/guides/%2e%2e.json", "emergency/screen.json",
        "national/links.json", "national/topics.json", "provinces/01/links.json",
        "provinces/01/guides/x.json", "communes/00004/notices/x.json"}) {
    CAPTURE(path);
    const Said refused = scene.post("/api/drafts", "an", {{"path", path}});
    CHECK((refused.status == 422 || refused.status == 403));
    CHECK((scene.post("/api/removals", "an", {{"path", path}}).status >= 400));
  }
  CHECK(scene.count("SELECT COUNT(*) FROM drafts") == 0);
}

TEST_CASE("attack: another commune's staff sees and touches nothing", "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const std::string target = fmt::format("/api/drafts/{}", id);
  CHECK(scene.get(target, "la").status == 404);
  CHECK(scene.ask("PUT", target, "la", {{"revision", 2}, {"content", Json::object()}}).status == 404);
  for (const char* step :
       {"submit", "approve", "ask-changes", "comments", "schedule", "publish-now", "withdraw", "discard"}) {
    CAPTURE(step);
    const Said refused =
        scene.step(id, step, "la", {{"comment", "x"}, {"reason", "x"}, {"at", "2026-07-01T00:00:00Z"}});
    CHECK(refused.status == 404);
  }
  for (const char* view :
       {"difference", "preview/landscape.png", "preview/portrait.png", "preview/phone.html"})
    CHECK(scene.get(target + "/" + view, "la").status == 404);
  CHECK(scene.get("/api/guides?commune=09784", "la").status == 403);
  CHECK(scene.get("/api/drafts?commune=09784", "la").status == 403);
  CHECK(scene.get("/api/proposals?commune=09784", "la").status == 403);
  CHECK(scene.get("/api/todo?commune=09784", "la").status == 403);
  CHECK(scene.get("/api/pictures/x.png?commune=09784", "la").status == 403);
  CHECK(scene.post("/api/proposals", "la", {{"again", true}, {"commune", "09784"}}).status == 403);
  CHECK(scene.post("/api/proposals", "la", {{"rollbackTo", 1}, {"commune", "09784"}}).status == 403);
  CHECK(scene.post("/api/proposals", "la", {{"drafts", {id}}}).status == 404);
  CHECK(scene.get("/api/drafts", "la").body.empty());
  CHECK(scene.state(id) == "draft");
  const std::int64_t approved = [&] {
    REQUIRE(scene.step(id, "submit", "an").status == 200);
    REQUIRE(scene.step(id, "approve", "binh").status == 200);
    return id;
  }();
  const Said made = scene.propose(approved);
  const std::string proposal = fmt::format("/api/proposals/{}", made.body["id"].get<int>());
  CHECK(scene.get(proposal, "la").status == 404);
  CHECK(scene.post(proposal + "/drop", "la").status == 404);
  CHECK(scene.get("/api/proposals", "la").body.empty());
}

TEST_CASE("attack: nobody climbs the workflow", "[review][security]") {
  const DeskScene scene;
  const std::int64_t own = scene.draft("binh");
  REQUIRE(scene.step(own, "submit", "binh").status == 200);
  SECTION("a reviewer does not approve what they wrote, nor an author anything") {
    CHECK(scene.step(own, "approve", "binh").code() == "own-work");
    CHECK(scene.step(own, "approve", "an").status == 403);
    CHECK(scene.step(own, "ask-changes", "an", {{"comment", "x"}}).status == 403);
    CHECK(scene.step(own, "schedule", "an", {{"at", "2026-07-01T00:00:00Z"}}).status == 403);
    CHECK(scene.step(own, "publish-now", "an", {{"reason", "x"}}).status == 403);
  }
  SECTION("one word in somebody's draft makes it one's own") {
    const std::int64_t id = own;
    REQUIRE(scene.step(id, "ask-changes", "chi", {{"comment", "thêm một câu"}}).status == 200);
    Json draft = scene.get(fmt::format("/api/drafts/{}", id), "chi").body;
    draft["content"]["description"]["vi"] = "Chi thêm.";
    REQUIRE(scene
                .ask("PUT", fmt::format("/api/drafts/{}", id), "chi",
                     {{"revision", draft["revision"]}, {"content", draft["content"]}})
                .status == 200);
    REQUIRE(scene.step(id, "submit", "binh").status == 200);
    CHECK(scene.step(id, "approve", "chi").code() == "own-work");
  }
  SECTION("nothing is written or proposed that is being reviewed") {
    CHECK(scene
              .ask("PUT", fmt::format("/api/drafts/{}", own), "an",
                   {{"revision", 2}, {"content", Json::object()}})
              .status == 409);
    CHECK(scene.propose(own).status == 409);
    CHECK(scene.state(own) == "submitted");
  }
  SECTION("what is approved is what was read") {
    CHECK(scene.step(own, "approve", "chi", {{"revision", 1}}).status == 409);
    CHECK(scene.step(own, "approve", "chi", {{"revision", 2}}).status == 200);
  }
  SECTION("in haste it goes out flagged, and who pushed it does not lift the flag") {
    const Said pushed = scene.step(own, "publish-now", "binh", {{"reason", "bão"}});
    CAPTURE(pushed.bytes);
    REQUIRE(pushed.status == 200);
    CHECK(pushed.body["state"] == "signing");
    CHECK(pushed.body["unreviewed"] == true);
    CHECK(pushed.body["reason"] == "bão");
    CHECK(scene.step(own, "approve", "binh").code() == "own-work");
    REQUIRE(scene.step(own, "approve", "chi").status == 200);
    CHECK(scene.get(fmt::format("/api/drafts/{}", own), "chi").body["unreviewed"] == false);
  }
  SECTION("an author takes nothing back to an earlier version") {
    CHECK(scene.post("/api/proposals", "an", {{"rollbackTo", 1}}).status == 403);
    CHECK(scene.post("/api/emergency", "an", {{"kind", "blank"}}).status == 403);
  }
}

TEST_CASE("attack: a link outside the allow-list is not proposed", "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const Json start = scene.get(fmt::format("/api/drafts/{}", id), "an").body;
  Json content = start["content"];
  content["links"] = {{{"url", "https://dichvucong.gov.vn.evil.example/x"}}};
  const Said saved = scene.ask("PUT", fmt::format("/api/drafts/{}", id), "an",
                               {{"revision", start["revision"]}, {"content", content}});
  REQUIRE(saved.status == 200);
  REQUIRE_FALSE(saved.body["findings"].empty());
  CHECK(saved.body["findings"][0]["level"] == "error");
  CHECK(scene.step(id, "submit", "an").status == 422);
  // Pushed past every colleague it still does not reach a signer.
  const Said pushed = scene.step(id, "publish-now", "binh", {{"reason", "x"}});
  REQUIRE(pushed.status == 200);
  CHECK(pushed.body["state"] == "approved");
  CHECK(pushed.body["notProposed"]["code"] == "content");
  CHECK(scene.get("/api/proposals", "an").body.empty());
}

TEST_CASE("attack: bodies of a wrong shape are refused, not guessed at", "[review][security]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  const std::string target = fmt::format("/api/drafts/{}", id);
  for (const Json& body :
       {Json{{"revision", "2"}, {"content", Json::object()}}, Json{{"revision", 2}, {"content", "x"}},
        Json{{"revision", 2}, {"content", Json::array()}}, Json{{"content", Json::object()}},
        Json{{"revision", 2.5}, {"content", Json::object()}}, Json{{"revision", 2}},
        Json{{"revision", 2}, {"content", Json::object()}, {"note", 7}}}) {
    CAPTURE(body.dump());
    CHECK(scene.ask("PUT", target, "an", body).status == 422);
  }
  CHECK(scene.post("/api/drafts", "an", {{"path", 7}}).status == 422);
  CHECK(scene.post("/api/proposals", "an", {{"drafts", "all"}}).status == 422);
  CHECK(scene.post("/api/proposals", "an", {{"drafts", {1.5}}}).status == 422);
  CHECK(scene.post("/api/proposals", "an").status == 422);
  CHECK(scene.post("/api/proposals", "binh", {{"rollbackTo", 999}}).status == 404);
  CHECK(scene.post("/api/proposals", "binh", {{"rollbackTo", -1}}).status == 404);
  CHECK(scene.ask("PUT", target, "an", {{"revision", 2}, {"content", {{"x", std::string(600'000, 'x')}}}})
            .status == 413);
}
