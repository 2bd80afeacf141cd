#include "content/links/link_list.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/careful_bundle.h"
#include "tests/support/starter_files.h"

using namespace conglang;
using namespace conglang::links;
using namespace conglang::testing;

namespace {

LinkList listed(const guide::Files& files, CatalogueLinks catalogue = CatalogueLinks::one) {
  auto list = list_links(files, catalogue);
  REQUIRE(list);
  return std::move(*list);
}

const ListedLink* find(const LinkList& list, std::string_view url) {
  const auto found = std::find_if(list.links.begin(), list.links.end(),
                                  [&](const ListedLink& link) { return link.url == url; });
  return found == list.links.end() ? nullptr : &*found;
}

bool stands_in(const ListedLink* link, std::string_view file) {
  return link != nullptr && std::find(link->files.begin(), link->files.end(), file) != link->files.end();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("every kind of link of the starter content is listed once, with the files it stands in",
          "[links]") {
  const LinkList list = listed(starter_files());
  const std::string search = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=";
  CHECK(stands_in(find(list, search + "1.001193"), "national/guides/khai-sinh.json"));
  const ListedLink* group = find(list, "https://zalo.me/g/du-lieu-mau-thuong-thap");
  CHECK(stands_in(group, "communes/09784/place/thuong-thap.json"));
  CHECK(stands_in(group, "provinces/01/links.json"));
  std::vector<std::string> urls;
  for (const ListedLink& link : list.links) {
    CHECK(link.refused.empty());
    CHECK_FALSE(link.files.empty());
    urls.push_back(link.url);
  }
  CHECK(std::is_sorted(urls.begin(), urls.end()));
  CHECK(std::adjacent_find(urls.begin(), urls.end()) == urls.end());
}

TEST_CASE("of the catalogue one address stands for all, or all are listed", "[links]") {
  const guide::Files files = starter_files();
  const LinkList one = listed(files);
  const LinkList all = listed(files, CatalogueLinks::all);
  CHECK(one.left_out > 5000);
  CHECK(all.left_out == 0);
  CHECK(all.links.size() > one.left_out);
}

TEST_CASE("one change of a template moves every address made by it, and no other", "[links]") {
  guide::Files files = starter_files();
  const LinkList before = listed(files, CatalogueLinks::all);
  const std::string old_address = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword={code}";
  const std::string new_address = "https://vpcp.dichvucong.gov.vn/tra-cuu/{code}";
  REQUIRE(files["national/links.json"].find(old_address) != std::string::npos);
  replace_all(files["national/links.json"], old_address, new_address);
  const LinkList after = listed(files, CatalogueLinks::all);
  REQUIRE(after.links.size() == before.links.size());
  std::size_t moved = 0;
  for (const ListedLink& link : after.links) {
    if (link.template_id == "portal-search") {
      ++moved;
      CHECK(link.url.starts_with("https://vpcp.dichvucong.gov.vn/tra-cuu/"));
    } else {
      const ListedLink* old = find(before, link.url);
      CHECK((old != nullptr && *old == link));
    }
  }
  CHECK(moved > 5000);
}

TEST_CASE("a link that a commune's patch changes is named with the patch", "[links]") {
  guide::Files files = careful_bundle();
  const std::string patch = "communes/09784/patches/khai-sinh.json";
  files[patch] = R"({"links": [{"url": "https://vneid.gov.vn/rieng"}]})";
  const LinkList list = listed(files);
  CHECK(stands_in(find(list, "https://vneid.gov.vn/rieng"), patch));
  CHECK(stands_in(find(list, "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193"),
                  "national/guides/khai-sinh.json"));
}

TEST_CASE("attack: a link outside the policy is listed as refused, so that nobody asks it", "[links]") {
  guide::Files files = careful_bundle();
  replace_all(files["national/guides/khai-sinh.json"], R"("links": [)",
              R"("links": [{"url": "https://evil.example/"}, {"template": "khong-co", "code": "1.001193"},)");
  const LinkList list = listed(files);
  const ListedLink* evil = find(list, "https://evil.example/");
  REQUIRE(evil != nullptr);
  CHECK(evil->refused.find("evil.example") != std::string::npos);
  const ListedLink* unknown = find(list, "khong-co 1.001193");
  REQUIRE(unknown != nullptr);
  CHECK_FALSE(unknown->refused.empty());
}
