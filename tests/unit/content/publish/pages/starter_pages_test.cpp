// The pages of the starter content, all of them, as they would go out.

#include <catch2/catch_test_macros.hpp>

#include "content/publish/bundle_folder.h"
#include "content/publish/gzip_size.h"
#include "content/publish/pages/pages.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::publish;

namespace {

Pages starter_pages() {
  const auto files = read_source(std::string(CONGLANG_SOURCE_DIR) + "/content/starter");
  REQUIRE(files);
  const auto assembled = guide::assemble(*files, "09784");
  REQUIRE(assembled);
  Site site;
  site.content = assembled->content;
  site.today = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};
  site.base_url = "https://huong-dan.vn/";
  auto pages = make_pages(site);
  REQUIRE(pages);
  return *std::move(pages);
}

}  // namespace

TEST_CASE("every page of the starter content is under 14 KB by gzip, its style in it", "[pages]") {
  const Pages pages = starter_pages();
  CHECK(pages.pages.size() > 60);
  for (const PageInfo& page : pages.pages) {
    INFO(page.path);
    CHECK(page.gzip_bytes == gzip_size(pages.files.find(page.path)->second));
    CHECK(page.gzip_bytes > 1000);
    CHECK(page.gzip_bytes < 14'000);
  }
}

TEST_CASE("every page of the starter content has one h1, and no heading leaves out a level", "[pages]") {
  const Pages pages = starter_pages();
  for (const PageInfo& page : pages.pages) {
    INFO(page.path);
    const std::string& bytes = pages.files.find(page.path)->second;
    char level = '0';
    int titles = 0;
    for (std::size_t at = bytes.find("<h"); at != std::string::npos; at = bytes.find("<h", at + 1)) {
      const char next = bytes[at + 2];
      if (next < '1' || next > '6' || bytes[at + 3] != '>') continue;
      CHECK(next <= level + 1);
      titles += next == '1' ? 1 : 0;
      level = next;
    }
    CHECK(titles == 1);
  }
}

TEST_CASE("gzip's size of a page is far under its own", "[pages]") {
  const std::string repeated(10'000, 'a');
  CHECK(gzip_size(repeated) < 100);
  CHECK(gzip_size("") == 20);
}
