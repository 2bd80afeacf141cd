#include "content/guide/bundle.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

std::vector<std::string> guide_ids(const Content& content) {
  std::vector<std::string> ids;
  for (const Guide& guide : content.guides) ids.push_back(guide.id);
  return ids;
}

const Guide& guide_of(const Assembled& assembled, std::string_view id) {
  for (const Guide& guide : assembled.content.guides) {
    if (guide.id == id) return guide;
  }
  FAIL("no guide " << id);
  return assembled.content.guides.front();
}

// The one file set aside of the sample bundle with `path` holding `bytes`.
SetAside set_aside_with(const std::string& path, const std::string& bytes) {
  Files files = sample_bundle();
  files[path] = bytes;
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE(assembled);
  REQUIRE(assembled->set_aside.size() == 1);
  CHECK(assembled->set_aside[0].path == path);
  return assembled->set_aside[0];
}

}  // namespace

TEST_CASE("layers come together: national guides, the commune's own, its patches and places", "[guide]") {
  const auto assembled = assemble(sample_bundle(), kSampleCommune);
  REQUIRE(assembled);
  CHECK(assembled->set_aside.empty());
  const Content& content = assembled->content;
  CHECK(guide_ids(content) == std::vector<std::string>{"dang-ky-loa", "khai-sinh", "khai-tu"});
  CHECK(guide_of(*assembled, "khai-sinh").competent_authority.in("vi") == "Ủy ban nhân dân xã Đan Phượng");
  CHECK(guide_of(*assembled, "khai-tu").competent_authority.empty());
  REQUIRE(content.places.size() == 1);
  CHECK(content.places[0].id == "thuong-thap");
  CHECK(content.topics.size() == 2);
  CHECK(content.most_asked == std::vector<std::string>{"khai-sinh"});
  CHECK(content.link_policy.hosts.size() == 2);
  CHECK(content.local_text_in_question.empty());
}

TEST_CASE("without a commune only the nation's content shows", "[guide]") {
  const auto assembled = assemble(sample_bundle(), "");
  REQUIRE(assembled);
  CHECK(guide_ids(assembled->content) == std::vector<std::string>{"khai-sinh", "khai-tu"});
  CHECK(assembled->content.places.empty());
}

TEST_CASE("another commune's files do nothing here", "[guide]") {
  Files files = sample_bundle();
  files["communes/09817/patches/khai-sinh.json"] = "not JSON";
  files["communes/097840/guides/x.json"] = "not JSON";
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE(assembled);
  CHECK(assembled->set_aside.empty());
}

TEST_CASE("a guide that is not in force is kept and not shown, nor in what is asked most", "[guide]") {
  Files files = sample_bundle();
  files["national/guides/khai-sinh.json"] =
      with(kSampleGuide, "\"title\"", "\"status\": \"withdrawn\", \"title\"");
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE(assembled);
  CHECK(guide_ids(assembled->content) == std::vector<std::string>{"dang-ky-loa", "khai-tu"});
  CHECK(assembled->content.most_asked.empty());
  REQUIRE(assembled->content.retired.size() == 1);
  CHECK(assembled->content.retired[0].id == "khai-sinh");
}

TEST_CASE("a broken national file is its publisher's to mend, and every problem is told", "[guide]") {
  Files files = sample_bundle();
  files["national/guides/khai-tu.json"] = "{";
  files["national/guides/khai-sinh.json"] = sample_guide_named("khai-sinh-khac");
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE_FALSE(assembled);
  CHECK(assembled.error().message.find("national/guides/khai-tu.json:1: ") != std::string::npos);
  CHECK(assembled.error().message.find("national/guides/khai-sinh.json:4: /id: ") != std::string::npos);
}

TEST_CASE("a bundle without its link policy or topics is refused", "[guide]") {
  for (const char* path : {"national/links.json", "national/topics.json"}) {
    Files files = sample_bundle();
    files.erase(path);
    const auto assembled = assemble(files, kSampleCommune);
    REQUIRE_FALSE(assembled);
    CHECK(assembled.error().code == Errc::not_found);
    CHECK(assembled.error().message.find(path) != std::string::npos);
  }
}

TEST_CASE("a national path of a newer publisher is left unread", "[guide]") {
  Files files = sample_bundle();
  files["national/notices/bao.json"] = "not for us";
  CHECK(assemble(files, kSampleCommune));
}

TEST_CASE("a patch that does not fit is set aside and the national text shows", "[guide]") {
  const std::string path = "communes/09784/patches/khai-tu.json";
  Files files = sample_bundle();
  for (const char* patch :
       {"not JSON", "[]", "null", R"({"titel": {"vi": "x"}})", R"({"title": null})", R"({"cases": []})",
        R"({"channels": null})", R"({"links": [{"template": "portal-search"}]})"}) {
    CAPTURE(patch);
    files[path] = patch;
    const auto assembled = assemble(files, kSampleCommune);
    REQUIRE(assembled);
    REQUIRE(assembled->set_aside.size() == 1);
    CHECK(assembled->set_aside[0].guide_id == "khai-tu");
    CHECK(assembled->set_aside[0].error.message.starts_with(path));
    CHECK(assembled->content.local_text_in_question == std::vector<std::string>{"khai-tu"});
    CHECK(guide_of(*assembled, "khai-tu").title.in("vi") == "Làm giấy khai sinh cho con");
  }
}

TEST_CASE("a patch's problem names the line of the patch", "[guide]") {
  const SetAside aside = set_aside_with("communes/09784/patches/khai-tu.json",
                                        "{\n  \"competentAuthority\": {\"vi\": \"x\"},\n  \"titel\": {}\n}");
  CHECK(aside.error.message.starts_with("communes/09784/patches/khai-tu.json:3: /titel: "));
}

TEST_CASE("a commune's broken place or guide is set aside alone", "[guide]") {
  CHECK(set_aside_with("communes/09784/place/thuong-thap.json", "{}").guide_id.empty());
  CHECK(set_aside_with("communes/09784/place/khac.json", std::string(kSamplePlace)).guide_id.empty());
  CHECK(set_aside_with("communes/09784/guides/dang-ky-loa.json", "{}").guide_id == "dang-ky-loa");
  CHECK(set_aside_with("communes/09784/patches/khong-co.json", "{}").error.code == Errc::not_found);
}

TEST_CASE("attack: a commune cannot replace a national guide by its own", "[guide][security]") {
  const SetAside aside = set_aside_with("communes/09784/guides/khai-tu.json", sample_guide_named("khai-tu"));
  CHECK(aside.guide_id == "khai-tu");
}

TEST_CASE("attack: a commune cannot widen the allow-list or step out of its folder", "[guide][security]") {
  for (const char* path : {"communes/09784/links.json", "communes/09784/national/links.json",
                           "communes/09784/topics.json", "communes/09784/guides/../../../national/links.json",
                           "communes/09784/guides/a/b.json", "communes/09784/guides/.json",
                           "communes/09784/guides/A.json", "communes/09784/patches/khai-sinh.txt"}) {
    CAPTURE(path);
    set_aside_with(path, std::string(kSampleLinks));
  }
}

TEST_CASE("attack: a patch cannot turn one guide into another", "[guide][security]") {
  const std::string path = "communes/09784/patches/khai-tu.json";
  for (const char* patch : {R"({"id": "khai-sinh"})", R"({"id": null})", R"({"type": "Notice"})",
                            R"({"$schema": "https://evil.example/guide.schema.json"})"}) {
    set_aside_with(path, patch);
  }
}

TEST_CASE("only the paths of a bundle are paths of a bundle", "[guide]") {
  CHECK(parse_bundle_path("national/guides/khai-sinh.json") ==
        BundlePath{BundlePath::Kind::guide, BundlePath::Layer::national, "", "khai-sinh"});
  CHECK(parse_bundle_path("communes/09784/patches/a.json") ==
        BundlePath{BundlePath::Kind::patch, BundlePath::Layer::commune, "09784", "a"});
  for (const char* path :
       {"", "/national/links.json", "national/links.json/", "national/Links.json", "national/guides/.json",
        "national/guides/a", "national/guides/a/b.json", "communes//guides/a.json",
        "communes/x/guides/a.json", "communes/09784/a.json", "communes/09784/guides/", "communes/09784"}) {
    CAPTURE(path);
    CHECK_FALSE(parse_bundle_path(path));
  }
}
