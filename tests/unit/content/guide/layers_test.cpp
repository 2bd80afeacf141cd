// The province's layer, and everything of a commune that is no guide.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/guide/local_layer.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

Assembled assembled_of(const Files& files, std::string_view commune = kSampleCommune) {
  auto assembled = assemble(files, commune);
  if (!assembled) FAIL(assembled.error().message);
  return std::move(*assembled);
}

// The full bundle with `path` holding `bytes`.
Assembled assembled_with(const std::string& path, std::string bytes) {
  Files files = full_bundle();
  files[path] = std::move(bytes);
  return assembled_of(files);
}

std::vector<std::string> set_aside_paths(const Assembled& assembled) {
  std::vector<std::string> paths;
  for (const SetAside& one : assembled.set_aside) paths.push_back(one.path);
  return paths;
}

const Guide& guide_of(const Assembled& assembled, std::string_view id) {
  const auto& guides = assembled.content.guides;
  const auto found =
      std::find_if(guides.begin(), guides.end(), [&](const Guide& one) { return one.id == id; });
  if (found == guides.end()) FAIL("no guide " << id);
  return *found;
}

std::vector<std::string> ids_of(const auto& items) {
  std::vector<std::string> ids;
  for (const auto& one : items) ids.push_back(one.id);
  return ids;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("all three layers come together with nothing set aside", "[guide][layers]") {
  const Assembled assembled = assembled_of(full_bundle());
  for (const SetAside& one : assembled.set_aside) FAIL_CHECK(one.error.message);
  const Content& content = assembled.content;
  CHECK(ids_of(content.guides) == Paths{"dang-ky-loa", "khai-sinh", "khai-tu", "xe-buyt"});
  CHECK(ids_of(content.notices) == Paths{"cat-dien", "mua-bao"});
  CHECK(ids_of(content.places) == Paths{"dich-trung", "thuong-thap"});
  CHECK(ids_of(content.heritage) == Paths{"dinh-lang"});
  CHECK(ids_of(content.products) == Paths{"dau-phu"});
  CHECK(ids_of(content.sectors) == Paths{"tu-phap", "tai-chinh"});
  CHECK(content.catalogue.entries.size() == 3);
  REQUIRE(content.province);
  CHECK(content.province->name.in("vi") == "Thành phố Hà Nội");
  REQUIRE(content.pictures.size() == 2);
  CHECK(content.pictures[0] == Picture{"dinh-lang.jpg", Picture::Format::jpeg, 1600, 1200,
                                       assembled.media.pictures.at("dinh-lang.jpg").size()});
  CHECK(content.heritage[0].pictures.size() == 2);
  CHECK(content.products[0].link);
  CHECK(content.places[0].zalo_groups.size() == 1);
}

TEST_CASE("a commune's patch applies to the guide as the province's patch left it", "[guide][layers]") {
  const Assembled assembled = assembled_of(full_bundle());
  const Guide& guide = guide_of(assembled, "khai-sinh");
  CHECK(guide.competent_authority.in("vi") == "Ủy ban nhân dân xã Đan Phượng");
  REQUIRE(guide.notes.size() == 1);
  CHECK(guide.notes[0].in("vi") == "Hà Nội không thu lệ phí.");
}

TEST_CASE("a commune may patch a guide of its province", "[guide][layers]") {
  const Assembled assembled =
      assembled_with("communes/09784/patches/xe-buyt.json", R"({"changeNote": {"vi": "Bến mới"}})");
  CHECK(assembled.set_aside.empty());
  CHECK(guide_of(assembled, "xe-buyt").change_note.in("vi") == "Bến mới");
}

TEST_CASE("a province's content is for the communes that it lists", "[guide][layers]") {
  const Assembled other = assembled_of(full_bundle(), "09817");
  CHECK_FALSE(other.content.province);
  CHECK(ids_of(other.content.guides) == Paths{"khai-sinh", "khai-tu"});
  CHECK(other.content.notices.empty());
  CHECK(other.content.link_policy.hosts.size() == 2);
  const Assembled sister = assembled_of(full_bundle(), "00004");
  REQUIRE(sister.content.province);
  CHECK(ids_of(sister.content.notices) == Paths{"mua-bao"});
  CHECK(sister.content.places.empty());
}

TEST_CASE("a province's links are added to the nation's", "[guide][layers]") {
  const LinkPolicy policy = assembled_of(full_bundle()).content.link_policy;
  CHECK(check_link(policy, "https://www.hanoi.gov.vn/"));
  CHECK(check_link(policy, "https://dichvucong.gov.vn/"));
  CHECK(check_link(policy, "https://zalo.me/1234567890"));
  CHECK(check_link(policy, "https://zalo.me/g/thuongthap"));
  CHECK(expand_link(policy, "hanoi-search", "1.001193"));
  CHECK(expand_link(policy, "portal-search", "1.001193"));
}

TEST_CASE("a province's template of the nation's name takes its place", "[guide][layers]") {
  const Assembled assembled = assembled_with("provinces/01/links.json", R"({"templates": [
    {"id": "portal-search", "url": "https://dichvucong.gov.vn/moi?ma={code}", "owner": {"vi": "Cổng"}}]})");
  CHECK(set_aside_paths(assembled) ==
        Paths{"communes/09784/place/dich-trung.json", "communes/09784/products/dau-phu.json"});
  const auto link = expand_link(assembled.content.link_policy, "portal-search", "1.001193");
  REQUIRE(link);
  CHECK(link->url == "https://dichvucong.gov.vn/moi?ma=1.001193");
}

TEST_CASE("a province's links that do not read leave the nation's", "[guide][layers]") {
  for (const char* links :
       {"{", R"({"hosts": [{"host": "zalo.me"}]})", R"({"hosts": [{"host": "gov.vn", "subdomains": true}]})",
        R"({"templates": [{"id": "x", "url": "https://evil.example/{code}", "owner": {"vi": "x"}}]})"}) {
    const Assembled assembled = assembled_with("provinces/01/links.json", links);
    CHECK(assembled.content.link_policy.hosts.size() == 2);
    CHECK(assembled.set_aside.at(0).path == "provinces/01/links.json");
    CHECK(ids_of(assembled.content.guides).size() == 4);
  }
}

TEST_CASE("a province that does not read is no province, and the rest shows", "[guide][layers]") {
  for (const std::string& province :
       {std::string("{"), with(kSampleProvince, R"("code": "01")", R"("code": "02")"),
        with(kSampleProvince, "\"00004\"", "\"09784\""), with(kSampleProvince, "\"00004\"", "\"../4\"")}) {
    const Assembled assembled = assembled_with("provinces/01/province.json", province);
    CHECK_FALSE(assembled.content.province);
    CHECK(assembled.set_aside.at(0).path == "provinces/01/province.json");
    CHECK(ids_of(assembled.content.guides) == Paths{"dang-ky-loa", "khai-sinh", "khai-tu"});
    CHECK(ids_of(assembled.content.notices) == Paths{"cat-dien"});
  }
}

TEST_CASE("of two provinces that list a commune the first stays, and the other is told", "[guide][layers]") {
  const Assembled assembled = assembled_with("provinces/02/province.json",
                                             with(kSampleProvince, R"("code": "01")", R"("code": "02")"));
  REQUIRE(assembled.content.province);
  CHECK(assembled.content.province->code == "01");
  CHECK(set_aside_paths(assembled) == Paths{"provinces/02/province.json"});
}

TEST_CASE("a province's patch that does not fit leaves the nation's text, and the commune's patch",
          "[guide][layers]") {
  const Assembled assembled = assembled_with("provinces/01/patches/khai-sinh.json", R"({"title": null})");
  CHECK(set_aside_paths(assembled) == Paths{"provinces/01/patches/khai-sinh.json"});
  CHECK(assembled.content.local_text_in_question == Paths{"khai-sinh"});
  CHECK(guide_of(assembled, "khai-sinh").competent_authority.in("vi") == "Ủy ban nhân dân xã Đan Phượng");
}

TEST_CASE("what a province takes away from a guide undoes the commune's patch, no more", "[guide][layers]") {
  Files files = full_bundle();
  files["communes/09784/patches/khai-sinh.json"] =
      R"({"cases": [{"id": "a", "costs": [{"answer": {"vi": "x"}, "channels": ["quay"],
          "provenance": {"confidence": "verified", "source": "x"}}]}]})";
  CHECK(assembled_of(files).set_aside.empty());
  const std::string channel =
      with(kSampleGuide.substr(kSampleGuide.find("\"channels\": [\n")), "\"quay\"", "\"truc-tuyen\"");
  files["provinces/01/patches/khai-sinh.json"] =
      "{\"cases\": [{\"id\": \"b\"}], " + channel.substr(0, channel.find("],") + 1) + "}";
  const Assembled assembled = assembled_of(files);
  CHECK(set_aside_paths(assembled) == Paths{"communes/09784/patches/khai-sinh.json"});
  CHECK(guide_of(assembled, "khai-sinh").channels.at(0).id == "truc-tuyen");
}

TEST_CASE("a place shows only the groups whose addresses are listed", "[guide][layers]") {
  const Assembled assembled =
      assembled_with("communes/09784/place/dich-trung.json", with(kSampleHouse, "1234567890", "9999999999"));
  CHECK(set_aside_paths(assembled) == Paths{"communes/09784/place/dich-trung.json"});
  CHECK(assembled.content.places[0].zalo_groups.empty());
  CHECK(assembled.content.places[0].wifi.ssid == "NVH Dich Trung");
}

TEST_CASE("a page whose picture is missing or too wide shows without it", "[guide][layers]") {
  Files files = full_bundle();
  files.erase("communes/09784/pictures/dinh-lang.jpg");
  files["communes/09784/heritage/dinh-lang.json"] = with(kSampleHeritage, ", \"panorama\": true", "");
  const Assembled assembled = assembled_of(files);
  CHECK(assembled.set_aside.size() == 3);
  CHECK(assembled.content.heritage.at(0).pictures.empty());
  CHECK(assembled.content.products.at(0).pictures.empty());
}

TEST_CASE("attack: a file that is no picture, or too large a one, is set aside",
          "[guide][layers][security]") {
  const std::string path = "communes/09784/pictures/moi.png";
  for (const std::string& bytes :
       {std::string(), std::string("<svg onload='x'/>"), sample_jpeg(10, 10), sample_png(0, 10),
        sample_png(4097, 4096), sample_png(8193, 10), sample_png(8192, 2049), sample_png(0x80000000U, 1),
        sample_png(10, 10).substr(0, 20), sample_png(10, 10) + std::string(kMaxPictureBytes, 'x')}) {
    const Assembled assembled = assembled_with(path, bytes);
    CHECK(set_aside_paths(assembled) == Paths{path});
    CHECK_FALSE(assembled.media.pictures.contains("moi.png"));
  }
}

TEST_CASE("attack: pictures beyond all measure do not fill the kiosk", "[guide][layers][security]") {
  Files files = full_bundle();
  const std::string large = sample_png(10, 10) + std::string(kMaxPictureBytes - 1000, 'x');
  const std::size_t count = kMaxPicturesBytes / large.size() + 3;
  for (std::size_t i = 0; i < count; ++i) files[fmt::format("communes/09784/pictures/x-{}.png", i)] = large;
  const Assembled assembled = assembled_of(files);
  CHECK(assembled.set_aside.size() == 3);
  std::size_t total = 0;
  for (const auto& entry : assembled.media.pictures) total += entry.second.size();
  CHECK(total <= kMaxPicturesBytes);
}

TEST_CASE("attack: a picture's name cannot step out of its folder", "[guide][layers][security]") {
  for (const char* name : {"../x.png", "..png", ".png", "a/b.png", "A.png", "a.PNG", "a.svg", "a.png.exe",
                           "a b.jpg", "%2e%2e.png", "a.jpeg", "png"}) {
    CAPTURE(name);
    CHECK_FALSE(is_picture_name(name));
    CHECK_FALSE(parse_bundle_path(std::string("communes/09784/pictures/") + name));
    const Assembled assembled = assembled_with("communes/09784/heritage/dinh-lang.json",
                                               with(kSampleHeritage, "dinh-lang.jpg", name));
    CHECK(set_aside_paths(assembled) == Paths{"communes/09784/heritage/dinh-lang.json"});
  }
}

TEST_CASE("attack: a commune cannot be a province, nor bring links or the nation's files",
          "[guide][layers][security]") {
  for (const char* name : {"province.json", "links.json", "catalogue.json", "sectors.json", "topics.json",
                           "synonyms.json", "provinces/01/province.json", "provinces/province.json"}) {
    const std::string path = std::string("communes/09784/") + name;
    CAPTURE(path);
    const Assembled assembled = assembled_with(path, std::string(kSampleProvinceLinks));
    CHECK(set_aside_paths(assembled) == Paths{path});
    CHECK(assembled.content.link_policy == assembled_of(full_bundle()).content.link_policy);
  }
}

TEST_CASE("attack: no layer takes the place of what a layer above it says", "[guide][layers][security]") {
  for (const char* path : {"provinces/01/guides/khai-tu.json", "communes/09784/guides/khai-tu.json"}) {
    CHECK(set_aside_paths(assembled_with(path, sample_guide_named("khai-tu"))) == Paths{path});
  }
  const std::string guide = "communes/09784/guides/xe-buyt.json";
  CHECK(set_aside_paths(assembled_with(guide, sample_guide_named("xe-buyt"))) == Paths{guide});
  const std::string notice = "communes/09784/notices/mua-bao.json";
  const Assembled assembled =
      assembled_with(notice, with(with(kSampleNotice, "cat-dien", "mua-bao"), "Cắt điện", "Không có bão"));
  CHECK(set_aside_paths(assembled) == Paths{notice});
  CHECK(assembled.content.notices.at(1).title.in("vi") == "Cắt điện sáng thứ bảy");
}

TEST_CASE("attack: a layer's patch cannot turn one guide into another", "[guide][layers][security]") {
  for (const std::string folder : {"provinces/01/patches/", "communes/09784/patches/"}) {
    for (const char* patch : {R"({"id": "khai-sinh"})", R"({"id": null})", R"({"type": "Notice"})",
                              R"({"$schema": "https://evil.example/guide.schema.json"})"}) {
      CHECK(set_aside_paths(assembled_with(folder + "khai-tu.json", patch)) ==
            Paths{folder + "khai-tu.json"});
    }
  }
}

TEST_CASE("attack: no file of a province or commune freezes the others", "[guide][layers][security]") {
  const Assembled sound = assembled_of(full_bundle());
  const std::string huge(kMaxLocalFileBytes + 1, ' ');
  for (const std::string path : {"provinces/01/guides/hong.json", "provinces/01/patches/khai-tu.json",
                                 "provinces/01/notices/hong.json", "provinces/01/la.json",
                                 "communes/09784/place/hong.json", "communes/09784/guides/hong.json",
                                 "communes/09784/patches/khai-tu.json", "communes/09784/notices/hong.json",
                                 "communes/09784/heritage/hong.json", "communes/09784/products/hong.json"}) {
    for (const std::string& bytes : {std::string("{"), std::string("[]"), std::string("\xff"),
                                     std::string(100000, '['), std::string(R"({"id": "hong"})"), huge}) {
      CAPTURE(path, bytes.substr(0, 20));
      Assembled assembled = assembled_with(path, bytes);
      CHECK(set_aside_paths(assembled) == Paths{path});
      assembled.content.local_text_in_question.clear();
      CHECK(assembled.content == sound.content);
    }
  }
}

TEST_CASE("lists are in order of id, whatever the order of the paths is", "[guide][layers]") {
  Files files = full_bundle();
  for (const char* id : {"a", "a-b"}) {
    files[fmt::format("communes/09784/place/{}.json", id)] = with(kSamplePlace, "thuong-thap", id);
    files[fmt::format("communes/09784/products/{}.json", id)] = with(kSampleProduct, "dau-phu", id);
  }
  const Assembled assembled = assembled_of(files);
  CHECK(assembled.set_aside.empty());
  CHECK(ids_of(assembled.content.places) == Paths{"a", "a-b", "dich-trung", "thuong-thap"});
  CHECK(ids_of(assembled.content.products) == Paths{"a", "a-b", "dau-phu"});
}
