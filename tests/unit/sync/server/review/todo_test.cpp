// What waits for whom: every kind of thing to do, whom it is told to, and the page that it leads to.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sync/server/fleet/kiosks.h"
#include "sync/server/kiosk_todo.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
using std::chrono::hours;

namespace {

/// What `who` has to do of one kind.
std::vector<Json> todo(const DeskScene& scene, const std::string& who, const std::string& kind) {
  const Said said = scene.get("/api/todo", who);
  CAPTURE(said.bytes);
  REQUIRE(said.status == 200);
  std::vector<Json> items;
  for (const Json& item : said.body)
    if (item["kind"] == kind) items.push_back(item);
  return items;
}

bool has_to(const DeskScene& scene, const std::string& who, const std::string& kind) {
  return !todo(scene, who, kind).empty();
}

/// What is to be done about one file of content.
std::vector<Json> about(const DeskScene& scene, const std::string& kind, const std::string& path) {
  std::vector<Json> items = todo(scene, "an", kind);
  std::erase_if(items, [&](const Json& item) { return item["about"] != path; });
  return items;
}

void find_broken_link(const DeskScene& scene, const std::vector<std::string>& files) {
  REQUIRE(scene.store->write([&](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run(
        "INSERT INTO broken_links (url, standing, vi, en, files, since) "
        "VALUES ('https://dichvucong.gov.vn/cu', 'broken', 'không còn trang này', 'the page is gone', ?, 1)",
        Json(files).dump()));
    return {};
  }));
}

/// A kiosk of `commune` that was claimed two hours ago and not heard of since.
void enrol_silent_kiosk(const DeskScene& scene, const std::string& commune) {
  REQUIRE(scene.store->write([&](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(
        transaction.run("INSERT INTO kiosks (commune, name, place, claimed_by, claimed_at) "
                        "VALUES (?, 'Máy cửa chính', 'thuong-thap', 1, ?)",
                        commune, scene.now - hours(2)));
    return server::fleet::look_round(transaction, scene.now);
  }));
}

}  // namespace

TEST_CASE("a draft waits for the person whose step is next, and leads to itself", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.draft("an");
  CHECK_FALSE(has_to(scene, "binh", "review"));
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  CHECK_FALSE(has_to(scene, "an", "review"));
  const std::vector<Json> review = todo(scene, "binh", "review");
  REQUIRE(review.size() == 1);
  CHECK(review[0]["link"] == fmt::format("#/drafts/{}", id));
  CHECK(review[0]["about"] == kPatch);
  CHECK(review[0]["since"] == format_instant(scene.now));
  CHECK(review[0]["text"]["vi"].get<std::string>().starts_with("Chờ bạn duyệt: "));
  CHECK(review[0]["text"]["en"].get<std::string>().starts_with("Waits for your review: "));

  SECTION("changes that were asked for are their author's") {
    REQUIRE(scene.step(id, "ask-changes", "binh", {{"comment", "thêm một câu"}}).status == 200);
    CHECK_FALSE(has_to(scene, "binh", "changes"));
    CHECK_FALSE(has_to(scene, "binh", "review"));
    REQUIRE(todo(scene, "an", "changes").size() == 1);
    CHECK(todo(scene, "an", "changes")[0]["link"] == fmt::format("#/drafts/{}", id));
  }
  SECTION("what is approved is to be proposed, until it is") {
    REQUIRE(scene.step(id, "approve", "binh").status == 200);
    REQUIRE(todo(scene, "an", "propose").size() == 1);
    CHECK(todo(scene, "an", "propose")[0]["link"] == fmt::format("#/drafts/{}", id));
    REQUIRE(scene.propose(id).status == 201);
    CHECK_FALSE(has_to(scene, "an", "propose"));
  }
  SECTION("what goes out in haste is looked at by somebody else afterwards") {
    REQUIRE(scene.step(id, "publish-now", "binh", {{"reason", "bão"}}).status == 200);
    CHECK_FALSE(has_to(scene, "binh", "unreviewed"));
    CHECK_FALSE(has_to(scene, "chi", "review"));
    REQUIRE(todo(scene, "chi", "unreviewed").size() == 1);
    CHECK(todo(scene, "chi", "unreviewed")[0]["link"] == fmt::format("#/drafts/{}", id));
    REQUIRE(scene.step(id, "approve", "chi").status == 200);
    CHECK_FALSE(has_to(scene, "chi", "unreviewed"));
  }
}

TEST_CASE("a proposal waits for each signer until they signed, and for nobody without a key", "[review]") {
  const DeskScene scene;
  const Said made = scene.propose(scene.approved_draft());
  REQUIRE(made.status == 201);
  REQUIRE(todo(scene, "chi", "sign").size() == 1);
  CHECK(todo(scene, "chi", "sign")[0]["link"] == fmt::format("#/proposals/{}", made.body["id"].get<int>()));
  REQUIRE(scene.sign(made.body, "chi").status == 200);
  CHECK_FALSE(has_to(scene, "chi", "sign"));
  CHECK(has_to(scene, "an", "sign"));
  REQUIRE(scene.store->write([](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run("UPDATE signer_keys SET state = 'revoked' WHERE account_id = 1"));
    return {};
  }));
  CHECK_FALSE(has_to(scene, "an", "sign"));
  CHECK(has_to(scene, "binh", "sign"));
}

TEST_CASE("a page is to be looked at again from the day after its last good day", "[review]") {
  struct Aged {
    const char* path;
    const char* last_day;
    const char* day_after;
    const char* page;
  };
  const Aged aged =
      GENERATE(Aged{kPatch, "2027-03-01T03:00:00Z", "2027-03-01T17:00:00Z", "#/guides/khai-sinh"},
               Aged{"communes/09784/notices/cat-nuoc.json", "2026-11-27T03:00:00Z", "2026-11-27T17:00:00Z",
                    "#/guides/notice.cat-nuoc"});
  CAPTURE(aged.path);
  DeskScene scene;
  scene.now = *parse_instant(aged.last_day);
  CHECK(about(scene, "stale", aged.path).empty());
  scene.now = *parse_instant(aged.day_after);  // midnight in Việt Nam
  const std::vector<Json> stale = about(scene, "stale", aged.path);
  REQUIRE(stale.size() == 1);
  CHECK(stale[0]["link"] == aged.page);
  CHECK(stale[0]["text"]["vi"].get<std::string>().starts_with("Quá hạn xem lại: "));
  CHECK(scene.get(fmt::format("/api/guides/{}", std::string(aged.page).substr(9)), "an").status == 200);
}

TEST_CASE("a change of the law is told from sixty days before until its day", "[review]") {
  DeskScene scene;
  const auto coming = [&](const char* instant) {
    scene.now = *parse_instant(instant);
    return about(scene, "coming-change", kPatch);
  };
  CHECK(coming("2026-12-30T16:59:59Z").empty());
  const std::vector<Json> first = coming("2026-12-30T17:00:00Z");  // the last day of the year in Việt Nam
  REQUIRE(first.size() == 1);  // two things change that day: one page to look at
  CHECK(first[0]["link"] == "#/guides/khai-sinh");
  CHECK(first[0]["text"]["vi"].get<std::string>().starts_with("Từ 2027-03-01 có thay đổi: "));
  CHECK(coming("2027-03-01T16:59:59Z").size() == 1);
  CHECK(coming("2027-03-01T17:00:00Z").empty());
}

TEST_CASE("a broken link leads to the page that shows it, whatever kind of page that is", "[review]") {
  struct Place {
    std::vector<std::string> files;
    const char* page;
  };
  const Place place =
      GENERATE(Place{{"national/guides/khai-sinh.json"}, "khai-sinh"}, Place{{kPatch}, "khai-sinh"},
               Place{{"communes/09784/notices/cat-nuoc.json"}, "notice.cat-nuoc"},
               Place{{"communes/09784/place/thuong-thap.json"}, "place.thuong-thap"},
               Place{{"communes/09784/heritage/dinh-lang.json"}, "heritage.dinh-lang"},
               Place{{"communes/09784/products/gao.json"}, "product.gao"},
               Place{{"national/links.json", "communes/09784/notices/cat-nuoc.json"}, "notice.cat-nuoc"},
               Place{{"communes/00004/guides/la.json", "communes/09784/products/gao.json"}, "product.gao"});
  CAPTURE(place.page);
  const DeskScene scene;
  find_broken_link(scene, place.files);
  const std::vector<Json> links = todo(scene, "an", "link");
  REQUIRE(links.size() == 1);
  CHECK(links[0]["link"] == fmt::format("#/guides/{}", place.page));
  CHECK(links[0]["text"]["vi"].get<std::string>().find("không còn trang này") != std::string::npos);
  CHECK(scene.get(fmt::format("/api/guides/{}", place.page), "an").status == 200);
}

TEST_CASE("a broken link of no page of the commune's leads to the list of pages", "[review]") {
  const std::string file = GENERATE("national/links.json", "provinces/01/notices/cat-nuoc.json");
  const DeskScene scene;
  find_broken_link(scene, {file});
  REQUIRE(todo(scene, "an", "link").size() == 1);
  CHECK(todo(scene, "an", "link")[0]["link"] == "#/guides");
}

TEST_CASE("a kiosk that does not answer is something to do for its own commune", "[review]") {
  DeskScene scene;
  scene.desk->add_todo(server::kiosks_to_look_after(*scene.store));
  CHECK_FALSE(has_to(scene, "an", "kiosk"));
  enrol_silent_kiosk(scene, "00004");
  CHECK_FALSE(has_to(scene, "an", "kiosk"));
  enrol_silent_kiosk(scene, "09784");
  const std::vector<Json> kiosks = todo(scene, "an", "kiosk");
  REQUIRE(kiosks.size() == 1);
  CHECK(kiosks[0]["link"] == "#/kiosks/2");
  CHECK(kiosks[0]["about"] == "Máy cửa chính");
  CHECK(kiosks[0]["text"]["vi"] == "Màn hình Máy cửa chính: Không trả lời");
  CHECK(kiosks[0]["text"]["en"] == "Kiosk Máy cửa chính: Does not answer");
  CHECK(kiosks[0]["since"] == format_instant(scene.now));
}
