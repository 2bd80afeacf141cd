// What needs the `conglang` tool: pictures made anew and drafts drawn.

#include "sync/server/review/tool.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstdint>

#include "content/guide/local_layer.h"
#include "content/guide/picture.h"
#include "sync/server/review/link_check.h"
#include "sync/tuf/digest.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kTool = CONGLANG_BIN_DIR "/conglang";
constexpr const char* kAlt = "%C4%90%C3%ACnh%20l%C3%A0ng";  // "Đình làng"

struct ToolScene : DeskScene {
  ToolScene() {
    tool = kTool;
    restart();
  }
  Said upload(const std::string& bytes, const std::string& type, const char* alt = kAlt,
              const char* who = "an") const {
    return send("POST", "/api/pictures", who, bytes, type, {{"X-Conglang-Alt", alt}});
  }
};

std::string starter_picture(const std::string& name = "gao.png") {
  return read_file(fs::path(CONGLANG_SOURCE_DIR) / "content/starter/communes/09784/pictures" / name, 1 << 20)
      .value();
}

std::string other_picture() {
  return starter_picture("nem.png");
}

// A PNG that says it is `side` pixels wide and high, in a few bytes.
std::string bomb(std::uint32_t side) {
  std::string png = starter_picture();
  for (const std::size_t at : {16U, 20U}) {
    for (unsigned i = 0; i < 4; ++i) png[at + i] = static_cast<char>((side >> (24 - 8 * i)) & 0xFFU);
  }
  return png;
}

}  // namespace

TEST_CASE("a picture is made anew and shown, and needs words for who cannot see it", "[review]") {
  const ToolScene scene;
  CHECK(scene.upload(starter_picture(), "image/png", "").code() == "alt");
  CHECK(scene.upload(starter_picture(), "image/png", "%20").code() == "alt");
  const Said added = scene.upload(starter_picture(), "image/png");
  CAPTURE(added.bytes);
  REQUIRE(added.status == 201);
  CHECK(added.body["alt"] == "Đình làng");
  const std::string file = added.body["file"].get<std::string>();
  CHECK(guide::is_picture_name(file));
  const Said shown = scene.get("/api/pictures/" + file, "binh");
  CHECK(shown.status == 200);
  CHECK(shown.bytes.size() == added.body["bytes"].get<std::size_t>());
  CHECK(shown.bytes != starter_picture());
  CHECK(scene.get("/api/pictures/" + file + "?commune=00004", "la").status == 404);
}

TEST_CASE("attack: bombs, broken files and other files are no pictures", "[review][security]") {
  const ToolScene scene;
  for (const std::string& bytes :
       {bomb(8000), bomb(60000), bomb(0xFFFFFFFF), starter_picture().substr(0, 200),
        std::string("MZ\x90\x00", 4), std::string("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        std::string("PK\x03\x04"), std::string("\xff\xd8\xff"), std::string(), std::string("GIF89a")}) {
    CAPTURE(bytes.size());
    const Said refused = scene.upload(bytes, "image/png");
    CHECK(refused.status == 422);
    CHECK(refused.code() == "picture");
  }
  CHECK(scene.upload(starter_picture(), "text/html").status == 422);
  CHECK(scene.count("SELECT COUNT(*) FROM pictures") == 0);
}

TEST_CASE("a commune whose store of pictures is full is told so, and keeps what it has", "[review]") {
  const ToolScene scene;
  const Said added = scene.upload(starter_picture(), "image/png");
  REQUIRE(added.status == 201);
  const std::size_t room = 2 * guide::kMaxPicturesBytes - added.body["bytes"].get<std::size_t>();
  scene.run(
      "INSERT INTO pictures (commune, file, bytes, width, height, alt, account_id, at) "
      "VALUES ('09784', 'anh-lon.jpg', zeroblob(?), 1, 1, 'x', 1, 0)",
      static_cast<std::int64_t>(room));
  const Said refused = scene.upload(other_picture(), "image/png");
  CAPTURE(refused.bytes);
  CHECK(refused.status == 413);
  CHECK(refused.code() == "quota");
  CHECK(scene.count("SELECT COUNT(*) FROM pictures") == 2);
  CHECK(scene.get("/api/pictures/" + added.body["file"].get<std::string>(), "an").status == 200);
  CHECK(scene.upload(starter_picture(), "image/png").status == 201);  // it is there already
  CHECK(scene.upload(other_picture(), "image/png", kAlt, "la").status == 201);
  scene.run("DELETE FROM pictures WHERE width = ?", std::int64_t{1});
  CHECK(scene.upload(other_picture(), "image/png").status == 201);
}

TEST_CASE("attack: what hides behind a picture's last byte does not come along", "[review][security]") {
  const ToolScene scene;
  const Said added = scene.upload(starter_picture() + "<script>alert(1)</script>", "image/png");
  REQUIRE(added.status == 201);
  const Said shown = scene.get("/api/pictures/" + added.body["file"].get<std::string>(), "an");
  CHECK(shown.bytes.find("script") == std::string::npos);
}

TEST_CASE("a draft is drawn by the kiosk's own renderer, upright and wide", "[review]") {
  const ToolScene scene;
  const std::int64_t id = scene.draft("an", "Bản mới.");
  const std::string target = fmt::format("/api/drafts/{}/preview/", id);
  const Said wide = scene.get(target + "landscape.png", "binh");
  CAPTURE(wide.bytes.substr(0, 300));
  REQUIRE(wide.status == 200);
  CHECK(wide.bytes.starts_with("\x89PNG"));
  const Said tall = scene.get(target + "portrait.png?page=steps&lang=en", "binh");
  CHECK(tall.status == 200);
  CHECK(tall.bytes != wide.bytes);
  CHECK(scene.get(target + "landscape.png?page=--help%20x&lang=..", "binh").bytes == wide.bytes);
}

TEST_CASE("every kind that a clerk writes is drawn as its draft stands, upright and wide", "[review]") {
  const ToolScene scene;
  struct Kind {
    const char* path;
    const char* field;  ///< a text of it that stands on its page
    std::vector<const char*> pages;
  };
  const Kind kind = GENERATE(
      Kind{"notices/cat-nuoc", "title", {"own", "list", "rest"}},
      Kind{"notices/mua-bao", "title", {"urgent", "own"}}, Kind{"heritage/dinh-lang", "title", {"own"}},
      Kind{"products/gao", "name", {"own", "list"}}, Kind{"place/thuong-thap", "name", {"own", "rest"}});
  CAPTURE(kind.path);
  const Said made =
      scene.post("/api/drafts", "an", {{"path", fmt::format("communes/09784/{}.json", kind.path)}});
  REQUIRE(made.status < 300);
  Json content = made.body["content"];
  if (content.contains("from")) content["from"] = content["until"] = "2090-01-01";
  const std::int64_t id = made.body["id"].get<std::int64_t>();
  Json revision = made.body["revision"];
  const auto draw = [&](const char* words) {
    content[kind.field]["vi"] = words;
    const Said saved = scene.ask("PUT", fmt::format("/api/drafts/{}", id), "an",
                                 {{"revision", revision}, {"content", content}, {"note", "sửa"}});
    REQUIRE(saved.status == 200);
    revision = saved.body["revision"];
    std::vector<std::string> pictures;
    for (const char* page : kind.pages) {
      for (const char* shape : {"landscape", "portrait"}) {
        const Said picture = scene.get(fmt::format("/api/drafts/{}/preview/{}.png?revision={}&page={}", id,
                                                   shape, revision.dump(), page),
                                       "binh");
        CAPTURE(page, picture.bytes.substr(0, 300));
        REQUIRE(picture.status == 200);
        REQUIRE(picture.bytes.starts_with("\x89PNG"));
        pictures.push_back(picture.bytes);
      }
    }
    return pictures;
  };
  const auto before = draw("Lời trước");
  const auto after = draw("Lời sau khi sửa");
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i] != after[i]);
}

TEST_CASE("a picture that was only sent stands in the preview of the page that names it", "[review]") {
  const ToolScene scene;
  const Said added = scene.upload(starter_picture(), "image/png");
  REQUIRE(added.status == 201);
  const Said made = scene.post("/api/drafts", "an", {{"path", "communes/09784/heritage/dinh-lang.json"}});
  const std::string target = fmt::format("/api/drafts/{}", made.body["id"].get<int>());
  Json content = made.body["content"];
  const auto draw = [&](const Json& revision, const Json& pictures) {
    content["pictures"] = pictures;
    REQUIRE(scene.ask("PUT", target, "an", {{"revision", revision}, {"content", content}}).status == 200);
    return scene.get(target + "/preview/landscape.png", "an").bytes;
  };
  const std::string without = draw(made.body["revision"], Json::array());
  const std::string with = draw(made.body["revision"].get<int>() + 1,
                                {{{"file", added.body["file"]}, {"alt", {{"vi", "Đình làng"}}}}});
  REQUIRE(without.starts_with("\x89PNG"));
  REQUIRE(with.starts_with("\x89PNG"));
  CHECK(with != without);
}

TEST_CASE("what does not read yet, or has no such page, is told in words and not drawn", "[review]") {
  const ToolScene scene;
  const Said begun =
      scene.post("/api/drafts", "an", {{"path", "communes/09784/heritage/moi.json"}, {"from", "empty"}});
  const Said unread =
      scene.get(fmt::format("/api/drafts/{}/preview/landscape.png", begun.body["id"].get<int>()), "an");
  CHECK(unread.status == 422);
  CHECK(unread.code() == "not-ready");
  const Said notice = scene.post("/api/drafts", "an", {{"path", "communes/09784/notices/cat-nuoc.json"}});
  const Said none = scene.get(
      fmt::format("/api/drafts/{}/preview/landscape.png?page=urgent", notice.body["id"].get<int>()), "an");
  CHECK(none.status == 422);
  const std::string told = none.body["error"]["message"]["vi"].get<std::string>();
  CHECK(told.find("mức khẩn") != std::string::npos);
  CHECK(told.find("conglang") == std::string::npos);
  CHECK(told.find(scene.folder.path().string()) == std::string::npos);
}

TEST_CASE("a tool that hangs is ended, and one that is not there is said so", "[review]") {
  const server::Tool sleeper("/bin/sleep");
  const auto late = sleeper.run({"60"}, std::chrono::milliseconds(200));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Errc::network);
  const server::Tool missing("/nonexistent/conglang");
  const auto none = missing.run({}, std::chrono::seconds(5));
  CHECK((!none || none->status == 127));
  const server::Tool echo("/bin/echo");
  const auto said = echo.run({"$(id); `id`"}, std::chrono::seconds(5));
  REQUIRE(said);
  CHECK(said->output == "$(id); `id`\n");  // no shell
}

TEST_CASE("a board, a leaflet and stickers of published guides come as PDF, of others not at all",
          "[review][security]") {
  const ToolScene scene;
  for (const char* kind : {"wall", "leaflet", "stickers"}) {
    const Said pdf = scene.get(fmt::format("/api/boards/{}.pdf?guides=khai-sinh", kind), "an");
    CAPTURE(kind, pdf.bytes.substr(0, 300));
    CHECK(pdf.status == 200);
    CHECK(pdf.bytes.starts_with("%PDF-"));
  }
  for (const char* attack : {"", "khong-co", "khai-sinh,", "--out", "../khai-sinh", "khai-sinh,--database"}) {
    INFO(attack);
    CHECK(scene.get(fmt::format("/api/boards/wall.pdf?guides={}", attack), "an").status == 422);
  }
  CHECK(scene.get("/api/boards/wall.pdf?guides=khai-sinh&commune=00004", "an").status == 403);
}

TEST_CASE("a portal's record becomes a draft of the commune, and what is there stays as it is", "[review]") {
  const ToolScene scene;
  const std::string record =
      read_file(fs::path(CONGLANG_SOURCE_DIR) / "tests/data/portal/1.004194.json", 1 << 20).value();
  const Said made = scene.post("/api/imports", "an", {{"kind", "portal"}, {"text", record}});
  CAPTURE(made.bytes);
  REQUIRE(made.status == 201);
  REQUIRE(made.body["drafts"].size() == 1);
  CHECK(made.body["drafts"][0]["path"] == "communes/09784/guides/dang-ky-tam-tru.json");
  CHECK(scene.state(made.body["drafts"][0]["id"].get<int>()) == "draft");
  CHECK(made.body["report"].get<std::string>().find("/") != 0);

  const Said again = scene.post("/api/imports", "an", {{"kind", "portal"}, {"text", record}});
  CHECK(again.body["drafts"].empty());
  CHECK(again.body["left"] == Json{"communes/09784/guides/dang-ky-tam-tru.json"});
}

TEST_CASE("a list that is none is refused with what the reader said, and writes nothing",
          "[review][security]") {
  const ToolScene scene;
  const std::int64_t before = scene.count("SELECT COUNT(*) FROM drafts");
  for (const Json& attack : {Json{{"kind", "csv"}, {"text", "không;phải\nmột;danh sách"}},
                             Json{{"kind", "portal"}, {"text", "{\"data\":"}},
                             Json{{"kind", "--out"}, {"text", "x"}}, Json{{"kind", "csv"}}}) {
    INFO(attack.dump());
    const Said refused = scene.post("/api/imports", "an", attack);
    CHECK(refused.status == 422);
    CHECK(refused.bytes.find(scene.folder.path().string()) == std::string::npos);
  }
  CHECK(scene.count("SELECT COUNT(*) FROM drafts") == before);
}

TEST_CASE("links are visited once a night, and not by day", "[review]") {
  const ToolScene scene;
  const auto due = [&](const char* instant) {
    bool is = false;
    REQUIRE(scene.store->read([&](server::Transaction& transaction) -> Result<void> {
      TRY(is, server::link_check::is_due(transaction, *parse_instant(instant)));
      return {};
    }));
    return is;
  };
  CHECK(due("2026-11-27T19:30:00Z"));  // half past two in the morning of Việt Nam
  CHECK_FALSE(due("2026-11-27T03:00:00Z"));
  REQUIRE(scene.store->write([](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run("INSERT INTO link_visits (visited_at) VALUES (?)",
                             *parse_instant("2026-11-27T19:00:00Z")));
    return {};
  }));
  CHECK_FALSE(due("2026-11-27T19:30:00Z"));
  CHECK(due("2026-11-28T18:00:00Z"));
}

TEST_CASE("a link that no server answers for is something to do, and stays so when a night's visit fails",
          "[review]") {
  ToolScene scene;
  // No name server, no network: nothing is broken for sure, and nothing is said to be.
  REQUIRE(scene.store->write([](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run(
        "INSERT INTO broken_links (url, standing, vi, en, files, since) VALUES (?, 'broken', ?, ?, ?, 1)",
        "https://dichvucong.gov.vn/cu", "không còn trang này", "the page is gone",
        R"(["national/guides/khai-sinh.json","communes/00004/guides/la.json"])"));
    return {};
  }));
  scene.tool = "/bin/false";
  scene.restart();
  CHECK_FALSE(server::link_check::visit(*scene.desk, scene.now));
  const Json list = scene.get("/api/todo", "an").body;
  const auto link = std::ranges::find_if(list, [](const Json& item) { return item["kind"] == "link"; });
  REQUIRE(link != list.end());
  CHECK((*link)["link"] == "#/guides/khai-sinh");
  CHECK((*link)["text"]["vi"].get<std::string>().find("không còn trang này") != std::string::npos);
}
