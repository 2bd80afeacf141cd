#include "content/publish/open_data/open_data.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/guide/bundle.h"
#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::publish;
using conglang::testing::sample_bundle;
using Rows = std::vector<std::vector<std::string>>;

namespace {

constexpr Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};

guide::Content sample() {
  const auto assembled = guide::assemble(sample_bundle(), "09784");
  REQUIRE(assembled);
  return assembled->content;
}

/// RFC 4180, read by its letter.
Rows read_csv(std::string_view text) {
  REQUIRE(text.starts_with("\xef\xbb\xbf"));
  text.remove_prefix(3);
  Rows rows(1);
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      rows.back().push_back(std::move(cell));
      cell.clear();
      if (c == '\n') rows.emplace_back();
    } else if (quoted || c != '\r') {
      cell += c;
    }
  }
  rows.pop_back();
  return rows;
}

guide::Guide& birth(guide::Content& content) {
  for (guide::Guide& guide : content.guides)
    if (guide.id == "khai-sinh") return guide;
  FAIL("the sample has khai-sinh");
  return content.guides.front();
}

Rows rows_of(const guide::Content& content) {
  return read_csv(to_csv(content, kToday).bytes);
}

const std::vector<std::string>& first_of_birth(const Rows& rows) {
  for (const auto& row : rows)
    if (row.front() == "khai-sinh") return row;
  FAIL("there is no row of khai-sinh");
  return rows.front();
}

}  // namespace

TEST_CASE("the table has a row for each guide and case, and says what each needs", "[open-data]") {
  const OpenData data = to_csv(sample(), kToday);
  const Rows rows = read_csv(data.bytes);
  CHECK(rows.front() == std::vector<std::string>{"id", "code", "title", "case", "papers", "fee", "time",
                                                 "where", "link", "checked-on", "confidence"});
  CHECK(data.rows == rows.size() - 1);
  const auto& row = first_of_birth(rows);
  CHECK(row == std::vector<std::string>{
                   "khai-sinh", "1.001193", "Làm giấy khai sinh cho con", "Chưa quá 60 ngày",
                   "Giấy chứng sinh, 1 bản chính; Giấy ủy quyền, 1 bản chính (Nhờ người khác đi làm thay?) "
                   "(Cần kiểm tra)",
                   "Miễn phí; Người thuộc hộ nghèo", "Xong trong ngày", "Trung tâm hành chính công",
                   "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193", "2026-11-23",
                   "recalled"});
}

TEST_CASE("a doubtful fee is not in the table", "[open-data]") {
  const std::string bytes = to_csv(sample(), kToday).bytes;
  CHECK(bytes.find("8.000") == std::string::npos);
  CHECK(bytes.find("Cần kiểm tra") != std::string::npos);
}

TEST_CASE("quotes, commas and lines of a text stay in their cell", "[open-data]") {
  guide::Content content = sample();
  birth(content).title.by_language["vi"] = "Giấy \"khai sinh\", bản\nchính";
  CHECK(first_of_birth(rows_of(content))[2] == "Giấy \"khai sinh\", bản chính");
}

TEST_CASE("attack: a title that a spreadsheet would compute begins with an apostrophe",
          "[open-data][attack]") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\n="}) {
    guide::Content content = sample();
    birth(content).title.by_language["vi"] = start + "HYPERLINK(\"https://evil.vn\",\"x\")";
    const std::string cell = first_of_birth(rows_of(content))[2];
    INFO(cell);
    CHECK(cell.starts_with("'"));
  }
}

TEST_CASE("attack: an address that the policy refuses is in neither", "[open-data][attack]") {
  guide::Content content = sample();
  guide::Link link;
  link.url = "https://dichvucong-gov.vn/x";
  birth(content).links = {link};
  CHECK(first_of_birth(rows_of(content))[8].empty());
  CHECK(to_cpsv(content, kToday, "").bytes.find("dichvucong-gov") == std::string::npos);
}

TEST_CASE("the graph holds each kind of CPSV-AP's things, and is the same each time", "[open-data]") {
  const std::string bytes = to_cpsv(sample(), kToday, "https://huong-dan.vn/").bytes;
  for (const char* type :
       {"cpsv:PublicService", "cv:Evidence", "cv:Channel", "cv:Cost", "cv:Output", "eli:LegalResource",
        "cv:LifeEvent", "cv:PublicOrganisation", "cv:Requirement", "cpsv:Rule"})
    CHECK(bytes.find(type) != std::string::npos);
  CHECK(bytes.find("\"https://huong-dan.vn/khai-sinh.html\"") != std::string::npos);
  CHECK(bytes == to_cpsv(sample(), kToday, "https://huong-dan.vn/").bytes);
}

TEST_CASE("a doubtful fee has no value in the graph, a certain one has, and exemptions stay", "[open-data]") {
  const auto graph = nlohmann::json::parse(to_cpsv(sample(), kToday, "").bytes, nullptr, false)["@graph"];
  for (const auto& node : graph) {
    if (node["@id"] != "_:khai-sinh") continue;
    REQUIRE(node["cv:hasCost"].size() == 2);
    CHECK(node["cv:hasCost"][0]["cv:hasValue"]["@value"] == 0);
    CHECK(node["cv:hasCost"][0]["skos:note"][0]["@value"] == "Người thuộc hộ nghèo");
    CHECK_FALSE(node["cv:hasCost"][1].contains("cv:hasValue"));
    CHECK(node["cv:hasCost"][1]["skos:editorialNote"][0]["@value"] == "Cần kiểm tra");
    return;
  }
  FAIL("khai-sinh is not in the graph");
}
