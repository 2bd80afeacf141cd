// Recordings that staff send: made anew by the real program, played at the desk, and published with their
// page.

#include "sync/server/review/recordings.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/guide/local_layer.h"
#include "content/guide/recorded_words.h"
#include "content/guide/recording.h"
#include "content/publish/pages/base64.h"
#include "tests/support/sample_recording.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;

namespace {

constexpr const char* kPage = "communes/09784/heritage/dinh-thu.json";

struct RecordingScene : DeskScene {
  RecordingScene() {
    tool = CONGLANG_BIN_DIR "/conglang";  // conglang-recording lies beside it
    restart();
  }
  Said upload(const std::string& bytes, const std::string& type = "audio/wav") const {
    return send("POST", "/api/recordings", "an", bytes, type);
  }
  std::string uploaded() const {
    const Said added = upload(make_recording(2, RecordingKind::wav));
    CAPTURE(added.bytes);
    REQUIRE(added.status == 201);
    return added.body["file"].get<std::string>();
  }
  std::int64_t page() const {
    const Said made = post("/api/drafts", "an", {{"path", kPage}, {"from", "empty"}, {"title", "Đình thử"}});
    CAPTURE(made.bytes);
    REQUIRE(made.status < 300);
    return made.body["id"].get<std::int64_t>();
  }
  /// The page's content with `change`s on it, saved; what the desk finds wrong with its recordings.
  Json save(std::int64_t id, const Json& change) const {
    const Json draft = get(fmt::format("/api/drafts/{}", id), "an").body;
    Json content = draft["content"];
    content.merge_patch(change);
    const Said saved =
        ask("PUT", fmt::format("/api/drafts/{}", id), "an",
            {{"revision", draft["revision"]}, {"content", content}, {"note", "thêm giọng đọc"}});
    CAPTURE(saved.bytes);
    REQUIRE(saved.status == 200);
    Json rules = Json::array();
    const Json checked = get(fmt::format("/api/drafts/{}", id), "an").body;
    for (const Json& finding : checked["findings"]) {
      const std::string rule = finding["rule"].get<std::string>();
      if (rule.starts_with("recording")) rules.push_back(rule);
    }
    return rules;
  }
  Json readings(std::int64_t id) const {
    const Said told = get(fmt::format("/api/drafts/{}/words", id), "an");
    CAPTURE(told.bytes);
    REQUIRE(told.status == 200);
    return told.body["readings"];
  }
};

const Json kWords = {{"name", nullptr},
                     {"title", {{"vi", "Đình thử"}}},
                     {"summary", {{"vi", "Đình làng dựng năm 1700."}}},
                     {"body", Json::array({{{"vi", "Ba gian hai chái."}}})},
                     {"provenance", {{"confidence", "verified"}, {"source", "Lý lịch di tích"}}}};

}  // namespace

TEST_CASE("a commune whose store of recordings is full is told so, and keeps what it has", "[review]") {
  const RecordingScene scene;
  const std::string kept = scene.uploaded();
  const auto room = static_cast<std::int64_t>(2 * guide::kMaxRecordingsBytes) -
                    scene.count("SELECT SUM(LENGTH(bytes)) FROM recordings");
  scene.run(
      "INSERT INTO recordings (commune, file, bytes, seconds, account_id, at) "
      "VALUES ('09784', 'ban-thu-lon.opus', zeroblob(?), 1, 1, 0)",
      room);
  const std::string other = make_recording(3, RecordingKind::wav);
  const Said refused = scene.upload(other);
  CAPTURE(refused.bytes);
  CHECK(refused.status == 413);
  CHECK(refused.code() == "quota");
  CHECK(scene.count("SELECT COUNT(*) FROM recordings") == 2);
  CHECK(scene.get("/api/recordings/" + kept, "an").status == 200);
  scene.run("DELETE FROM recordings WHERE seconds = ?", std::int64_t{1});
  CHECK(scene.upload(other).status == 201);
}

TEST_CASE("a recording is made anew, told by its length, and played to the commune's staff alone",
          "[review]") {
  const RecordingScene scene;
  const std::string sent = make_recording(2.5, RecordingKind::mp3);
  const Said added = scene.upload(sent, "audio/mpeg");
  CAPTURE(added.bytes);
  REQUIRE(added.status == 201);
  CHECK(added.body["seconds"] == 3);
  const std::string file = added.body["file"].get<std::string>();
  CHECK(guide::is_recording_name(file));
  CHECK(added.body["path"] == "communes/09784/audio/" + file);
  const Said played = scene.get("/api/recordings/" + file, "binh");
  REQUIRE(played.status == 200);
  CHECK(guide::inspect_recording(played.bytes, file)->seconds == 3);
  CHECK(std::ranges::any_of(played.headers, [](const http::Header& header) {
    return header.name == "Content-Type" && header.value == "audio/ogg";
  }));
  CHECK(scene.get("/api/recordings/" + file + "?commune=00004", "la").status == 404);
  CHECK(scene.get("/api/recordings/" + file + "?commune=09784", "la").status == 403);
}

TEST_CASE("what is no recording is refused in words that say what to do", "[review]") {
  const RecordingScene scene;
  const auto refused = [&](const std::string& bytes, const char* code, const char* words) {
    const Said said = scene.upload(bytes);
    CAPTURE(said.bytes);
    CHECK(said.status == 422);
    CHECK(said.code() == code);
    CHECK(said.body["error"]["message"]["vi"].get<std::string>().find(words) != std::string::npos);
    CHECK(said.bytes.find(scene.folder.path().string()) == std::string::npos);
  };
  refused("không phải âm thanh", "recording", "WAV, MP3, FLAC");
  refused(make_recording(guide::kMaxRecordingSeconds + 2, RecordingKind::flac), "too-long", "180 giây");
  refused(make_recording(2, RecordingKind::wav, {.amplitude = 0}), "silent", "micrô");
  CHECK(scene.upload(make_recording(1, RecordingKind::wav), "text/html").code() == "content-type");
  CHECK(scene.upload(make_recording(1, RecordingKind::wav), "image/png").code() == "content-type");
  CHECK(scene.count("SELECT COUNT(*) FROM recordings") == 0);
}

TEST_CASE("attack: a bomb, a page in sound's clothing and another kind's file leave nothing behind",
          "[review][security]") {
  const RecordingScene scene;
  CHECK(scene.upload(flac_of_silence(3600), "audio/flac").code() == "too-long");
  CHECK(scene.upload(flac_of_silence(1, 1e6), "audio/flac").code() == "too-long");
  for (const char* bytes : {"<html><script>alert(1)</script>", "\x89PNG\r\n\x1a\n", "PK\x03\x04", "MZ", ""})
    CHECK(scene.upload(bytes, "audio/ogg").code() == "recording");
  CHECK(scene.count("SELECT COUNT(*) FROM recordings") == 0);

  const Said added = scene.upload(make_recording(1, RecordingKind::wav) + "<script>alert(1)</script>");
  if (added.status == 201) {
    const Said played = scene.get("/api/recordings/" + added.body["file"].get<std::string>(), "an");
    CHECK(played.bytes.find("script") == std::string::npos);
  }
  // The kind is in the bytes: a wrong word for it neither helps nor harms.
  CHECK(scene.upload(make_recording(1, RecordingKind::flac), "audio/wav").status == 201);
}

TEST_CASE("attack: a recording's name cannot lead out of its folder", "[review][security]") {
  const RecordingScene scene;
  for (const char* name : {"..%2F..%2Fserver.db", "%2e%2e%2fserver.db", "..", "a.wav", "a.opus%00.ogg",
                           "A.opus", "%27%20OR%201%3D1", "server.db"}) {
    CAPTURE(name);
    CHECK(scene.get(std::string("/api/recordings/") + name, "an").status == 404);
  }
  const std::int64_t id = scene.page();
  for (const char* file : {"../server.db", "/etc/passwd", "..\\x.opus", "a/b.opus"}) {
    scene.save(id, {{"recordings", Json::array({{{"file", file}, {"language", "vi"}}})}});
    CAPTURE(file);
    CHECK(scene.step(id, "submit", "an").status == 422);
  }
}

TEST_CASE("a page tells the words to read, and whether its recording was made of them", "[review]") {
  const RecordingScene scene;
  const std::string file = scene.uploaded();
  const std::int64_t id = scene.page();
  const Json none = Json::array();
  CHECK(scene.save(id, kWords) == none);
  const Json words = scene.readings(id);
  REQUIRE(words.size() == 2);
  CHECK(words[0]["language"] == "vi");
  CHECK(words[0]["lines"] == Json{"Đình thử", "Đình làng dựng năm 1700.", "Ba gian hai chái."});

  Json use = {{"file", file}, {"language", "vi"}};
  CHECK(scene.save(id, {{"recordings", {use}}}) == Json{"recording-stale"});
  use["words"] = words[0]["words"];
  CHECK(scene.save(id, {{"recordings", {use}}}) == none);
  CHECK(scene.save(id, {{"title", {{"vi", "Đình khác"}}}}) == Json{"recording-stale"});
  CHECK(scene.readings(id)[0]["words"] != words[0]["words"]);
  use["file"] = "khong-co.opus";
  CHECK(scene.save(id, {{"recordings", {use}}}).dump().find("recording-missing") != std::string::npos);
}

TEST_CASE("a guide's words are those of one case, with the commune's own on the nation's", "[review]") {
  const RecordingScene scene;
  const std::int64_t id = scene.draft("an");
  const Json content = scene.get(fmt::format("/api/drafts/{}", id), "an").body;
  const std::size_t cases = content["national"]["cases"].size();
  const Json words = scene.readings(id);
  REQUIRE(cases > 1);
  REQUIRE(words.size() == 2 * cases);
  CHECK(words[0]["case"] == content["national"]["cases"][0]["id"]);
  CHECK(words[0]["lines"][0] == content["national"]["title"]["vi"]);
  const std::string all = words[0]["lines"].dump();
  CHECK(all.find("bản chính") != std::string::npos);  // as somebody would say it
  CHECK(scene.get(fmt::format("/api/drafts/{}/words", id), "la").status == 404);
}

TEST_CASE("a page is published with its recording, which the signers have before them", "[review]") {
  const RecordingScene scene;
  const std::string file = scene.uploaded();
  const std::string bytes = scene.get("/api/recordings/" + file, "an").bytes;
  const std::int64_t id = scene.page();
  scene.save(id, kWords);
  const Json words = scene.readings(id)[0]["words"];
  const Json none = Json::array();
  REQUIRE(scene.save(id, {{"recordings", {{{"file", file}, {"language", "vi"}, {"words", words}}}}}) == none);
  const Said submitted = scene.step(id, "submit", "an");
  CAPTURE(submitted.bytes);
  REQUIRE(submitted.status == 200);
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  const Said made = scene.propose(id);
  REQUIRE(made.status == 201);
  const Json proposal = scene.get(fmt::format("/api/proposals/{}", made.body["id"].get<int>()), "binh").body;
  const std::string path = "communes/09784/audio/" + file;
  const auto change =
      std::ranges::find_if(proposal["changes"], [&](const Json& one) { return one["path"] == path; });
  REQUIRE(change != proposal["changes"].end());
  CHECK((*change)["binary"]["after"] == publish::base64(bytes));
  REQUIRE(scene.sign(proposal, "an").status < 300);
  REQUIRE(scene.sign(proposal, "binh").status < 300);
  CHECK(scene.on_kiosk(path) == bytes);
}
