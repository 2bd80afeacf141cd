#include "content/publish/content_diff.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/careful_bundle.h"
#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::testing;
using publish::Change;

namespace {

constexpr const char* kGuide = "national/guides/khai-sinh.json";

std::vector<Change> changes_with(const std::string& path, const std::string& bytes) {
  guide::Files after = careful_bundle();
  after[path] = bytes;
  const auto old_items = publish::items_of(careful_bundle());
  const auto new_items = publish::items_of(after);
  REQUIRE(old_items);
  REQUIRE(new_items);
  return publish::diff_items(*old_items, *new_items);
}

std::vector<std::string> lines_with(std::string_view from, std::string_view to) {
  std::vector<std::string> lines;
  for (const Change& change : changes_with(kGuide, with(kCarefulGuide, from, to)))
    lines.push_back(to_line(change));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the same content in another layout is no change", "[diff]") {
  CHECK(changes_with(kGuide, std::string(kCarefulGuide)).empty());
  CHECK(lines_with("\"id\": \"khai-sinh\",", "\"status\": \"in-force\", \"id\": \"khai-sinh\",").empty());
}

TEST_CASE("a fee that changed is told by guide, field and case", "[diff]") {
  CHECK(lines_with("\"8.000 đ\"", "\"Miễn phí\"") ==
        Lines{"khai-sinh: lệ phí (case qua-han): 8.000 đ → Miễn phí"});
  CHECK(lines_with("\"amountVnd\": 8000", "\"amountVnd\": 5000") ==
        Lines{"khai-sinh: lệ phí: số tiền (case qua-han): 8000 → 5000"});
}

TEST_CASE("items of lists are told as added, withdrawn or changed by their names", "[diff]") {
  CHECK(lines_with("\"originals\": 1", "\"originals\": 2") ==
        Lines{"khai-sinh: giấy tờ \"Giấy chứng sinh\": số bản chính (case qua-han): 1 → 2"});
  CHECK(lines_with("\"lifeEvents\": [\"sinh-con\"]", "\"lifeEvents\": [\"giay-to\", \"sinh-con\"]") ==
        Lines{"khai-sinh: chủ đề: thêm giay-to"});
  CHECK(lines_with("{\"number\": \"60/2014/QH13\"", "{\"number\": \"03/2026/QH16\"") ==
        Lines{"khai-sinh: căn cứ pháp lý: thêm 03/2026/QH16", "khai-sinh: căn cứ pháp lý: bỏ 60/2014/QH13"});
  CHECK(lines_with("\"Birth notification\"", "\"Hospital paper\"") ==
        Lines{"khai-sinh: giấy tờ \"Giấy chứng sinh\": tên: tiếng Anh (case qua-han): Birth notification → "
              "Hospital "
              "paper"});
}

TEST_CASE("fields that came or went are told", "[diff]") {
  CHECK(lines_with("\"reviewBy\": \"2027-03-01\"", "\"validUntil\": \"2027-02-28\"") ==
        Lines{"khai-sinh: hiệu lực đến: thêm 2027-02-28", "khai-sinh: hạn xem lại: bỏ 2027-03-01"});
}

TEST_CASE("guides that came, went or were withdrawn are told", "[diff]") {
  const auto added = changes_with("national/guides/ket-hon.json",
                                  with(kCarefulGuide, "\"id\": \"khai-sinh\"", "\"id\": \"ket-hon\""));
  REQUIRE(added.size() == 1);
  CHECK(added[0].kind == Change::Kind::added);
  CHECK(to_line(added[0]) == "ket-hon: thêm Làm giấy khai sinh cho con");
  const auto old_items = publish::items_of(careful_bundle());
  publish::Items fewer = *old_items;
  fewer.erase("khai-sinh");
  const auto gone = publish::diff_items(*old_items, fewer);
  REQUIRE(gone.size() == 1);
  CHECK(to_line(gone[0]) == "khai-sinh: bỏ Làm giấy khai sinh cho con");
  CHECK(lines_with("\"id\": \"khai-sinh\",", "\"status\": \"withdrawn\", \"id\": \"khai-sinh\",") ==
        Lines{"khai-sinh: tình trạng: in-force → withdrawn"});
}

TEST_CASE("a commune's files keep the commune in their names", "[diff]") {
  const auto changes =
      changes_with("communes/09784/place/thuong-thap.json",
                   with(kCarefulPlace, "Nhà văn hóa thôn Thượng Tháp", "Nhà văn hóa Thượng Tháp"));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].item == "09784/place/thuong-thap");
  CHECK(changes[0].pointer == "/name/vi");
}

TEST_CASE("what a kiosk shows can be compared as well", "[diff]") {
  const auto before = guide::assemble(careful_bundle(), kSampleCommune);
  REQUIRE(before);
  guide::Content after = before->content;
  after.guides.front().title.by_language["vi"] = "Khai sinh";
  const auto changes = publish::diff_items(publish::items_of(before->content), publish::items_of(after));
  REQUIRE(changes.size() == 1);
  CHECK(to_line(changes[0]) == "khai-sinh: tên: Làm giấy khai sinh cho con → Khai sinh");
}
