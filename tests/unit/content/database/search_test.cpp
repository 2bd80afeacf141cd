#include "content/database/search.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::database;
using conglang::testing::TemporaryFolder;

namespace {

guide::Text vi(std::string text) {
  guide::Text out;
  out.by_language["vi"] = std::move(text);
  return out;
}

std::vector<std::string> ids(const std::vector<Hit>& hits) {
  std::vector<std::string> out;
  for (const Hit& hit : hits) out.push_back(hit.id);
  return out;
}

}  // namespace

TEST_CASE("bodies are asked when names give too little, with marks and đ folded", "[search][database]") {
  const TemporaryFolder folder;
  const auto assembled = guide::assemble(conglang::testing::sample_bundle(), "09784");
  REQUIRE(assembled);
  guide::Content content = assembled->content;
  content.guides[1].description = vi("Mang theo đơn có dấu đỏ");
  REQUIRE(build(folder / "a.db", content, {"09784", 1, ""}));
  const auto search = Search::open(folder / "a.db");
  REQUIRE(search);
  for (const char* typed : {"dau do", "dấu đỏ", "DẤU Đ", "mang đơn dấu đỏ"}) {
    CAPTURE(typed);
    const auto hits = search->find(typed);
    REQUIRE(hits);
    CHECK(ids(*hits) == std::vector<std::string>{content.guides[1].id});
    CHECK(hits->front().title == content.guides[1].title.in("vi"));
    CHECK(hits->front().score <= 0.3);
  }
  CHECK(search->find("dau zzzz")->empty());
}

TEST_CASE("attack: signs of the full-text language are words like others", "[search][security]") {
  const TemporaryFolder folder;
  const auto assembled = guide::assemble(conglang::testing::sample_bundle(), "09784");
  REQUIRE(assembled);
  REQUIRE(build(folder / "a.db", assembled->content, {"09784", 1, ""}));
  const auto search = Search::open(folder / "a.db");
  REQUIRE(search);
  for (const char* typed :
       {"\"", "qa\" OR \"qb", "NEAR(qq zz)", "words : xq", "xyz*", "^qbc", "QAND AND", "{qa qb}", "-qq",
        "'; DROP QTABLE qbody; --", "\" OR *", "id:qkhai", "rank", "qa + qb", "(", "*"}) {
    CAPTURE(typed);
    const auto hits = search->find(typed);
    REQUIRE(hits);
    CHECK(hits->empty());  // "OR *" and "id:" would give every guide
  }
  const auto near = search->find("NEAR(khai, sinh)");
  REQUIRE(near);
  CHECK(*near == *search->find("near khai sinh"));
}

TEST_CASE("searching a file that is not there or not ours says so", "[search][database]") {
  const TemporaryFolder folder;
  CHECK(Search::open(folder / "none.db").error().code == Errc::not_found);
  std::ofstream(folder / "text.db") << "text";
  CHECK(Search::open(folder / "text.db").error().code == Errc::invalid);
}

TEST_CASE("attack: a query of 10,000 characters is answered like its beginning", "[search][security]") {
  const TemporaryFolder folder;
  const auto assembled = guide::assemble(conglang::testing::sample_bundle(), "09784");
  REQUIRE(assembled);
  REQUIRE(build(folder / "a.db", assembled->content, {"09784", 1, ""}));
  const auto search = Search::open(folder / "a.db");
  REQUIRE(search);
  std::string typed = "khai sinh";
  while (typed.size() < 10'000) typed += " khai sinh";
  const auto hits = search->find(typed);
  REQUIRE(hits);
  CHECK(ids(*hits) == ids(*search->find("khai sinh ")));
  CHECK(search->find(std::string(10'000, 'k'))->empty());
  CHECK(search->find(std::string(10'000, '"'))->empty());
}
