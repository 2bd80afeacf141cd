// What a leaflet says, before it is laid out.

#include "content/publish/board/leaflet_text.h"

#include <algorithm>

#include "tests/unit/content/publish/board/scene.h"

using namespace conglang;
using namespace conglang::testing;
using namespace conglang::board;

namespace {

const guide::Guide& birth(const guide::Content& content) {
  return *std::ranges::find(content.guides, "khai-sinh", &guide::Guide::id);
}

LeafletText tell(const guide::Content& content, const std::string& case_id = "",
                 std::string_view on = "2026-11-24") {
  auto text = leaflet_text(birth(content), content, case_id, day(on), words_in("vi"));
  REQUIRE(text);
  return *std::move(text);
}

const Fact& fact(const LeafletText& text, std::string_view title) {
  const auto found = std::ranges::find(text.facts, title, &Fact::title);
  REQUIRE(found != text.facts.end());
  return *found;
}

}  // namespace

TEST_CASE("a doubtful fee is not printed: what to do stands in its place", "[board]") {
  const LeafletText text = tell(sample_content());
  const Fact& fee = fact(text, "Lệ phí");
  REQUIRE(fee.lines.size() == 2);
  CHECK(fee.lines[0] == FactLine{"Chưa quá 60 ngày", "Miễn phí", "", false});
  CHECK(fee.lines[1] == FactLine{"Quá 60 ngày", "Cần kiểm tra", "hỏi xã trước khi làm", true});
  CHECK(fee.exemptions == std::vector<std::string>{"Người thuộc hộ nghèo"});
}

TEST_CASE("a fee past its last day is doubtful, and so is who need not pay it", "[board]") {
  const LeafletText on_last_day = tell(sample_content(), "dung-han", "2027-02-28");
  CHECK_FALSE(fact(on_last_day, "Lệ phí").lines.at(0).doubtful);
  const LeafletText after = tell(sample_content(), "dung-han", "2027-03-01");
  CHECK(fact(after, "Lệ phí").lines.at(0).doubtful);
  CHECK(fact(after, "Lệ phí").exemptions.at(0) == "Người thuộc hộ nghèo (Cần kiểm tra)");
}

TEST_CASE("what all cases share is said once, without their names", "[board]") {
  const LeafletText text = tell(sample_content());
  CHECK(fact(text, "Bao lâu").lines == std::vector<FactLine>{{"", "Xong trong ngày", "", false}});
}

TEST_CASE("papers tell how many, who needs them, and which are to be checked", "[board]") {
  const LeafletText text = tell(sample_content());
  REQUIRE(text.papers.size() == 2);
  CHECK(text.papers[0].question.empty());
  CHECK(text.papers[0].papers.at(0) ==
        PaperLine{"Giấy chứng sinh", "Khi nộp qua Trung tâm hành chính công · Chỉ khi: Chưa quá 60 ngày",
                  "Nộp 1 bản chính", false});
  CHECK(text.papers[1].question == "Nhờ người khác đi làm thay?");
  CHECK(text.papers[1].papers.at(0) ==
        PaperLine{"Giấy ủy quyền", "Chỉ khi: Chưa quá 60 ngày", "Cần kiểm tra", true});
}

TEST_CASE("a leaflet of one case names it and asks for its papers alone", "[board]") {
  const LeafletText text = tell(sample_content(), "dung-han");
  CHECK(text.context == "Chưa quá 60 ngày");
  CHECK(text.papers.at(0).papers.at(0).note == "Khi nộp qua Trung tâm hành chính công");
  CHECK(tell(sample_content(), "qua-han").papers.empty());
}

TEST_CASE("papers that only online filing needs are left to the phone", "[board]") {
  guide::Content content = sample_content();
  guide::Guide& one = *std::ranges::find(content.guides, "khai-sinh", &guide::Guide::id);
  one.channels.push_back({"mang", guide::Channel::Kind::online, one.channels[0].name, {}, {}, {}});
  one.cases[0].evidence[0].channels = {"mang"};
  const LeafletText text = tell(content, "dung-han");
  CHECK(text.more_online);
  CHECK(text.papers.size() == 1);
  one.channels.erase(one.channels.begin());  // no other way: they are the papers
  CHECK(tell(content, "dung-han").papers.size() == 2);
}

TEST_CASE("a coming change, the day of the check, the code and the sources are told", "[board]") {
  const LeafletText text = tell(sample_content());
  CHECK(text.changes == std::vector<std::string>{"Từ ngày 1/3/2027: Đăng ký ở bất kỳ xã nào"});
  CHECK(text.checked == "Kiểm tra ngày 23/11/2026");
  CHECK(text.code == "1.001193");
  CHECK(text.sources == std::vector<std::string>{"mã 1.001193", "bảng phí", "118/2025/NĐ-CP"});
  CHECK(text.warnings.empty());
}

TEST_CASE("a change that has come unchecked, and local text in question, are warnings", "[board]") {
  guide::Content content = sample_content();
  content.local_text_in_question = {"khai-sinh"};
  const LeafletText text = tell(content, "", "2027-03-01");
  CHECK(text.changes.empty());
  CHECK(text.warnings == std::vector<std::string>{"Bài này có thể đã đổi, hỏi xã trước khi làm.",
                                                  "Thông tin tại xã đang được kiểm tra."});
}

TEST_CASE("money has its thousands parted, and nothing is free", "[board]") {
  CHECK(money_text(8000, words_in("vi")) == "8.000 đ");
  CHECK(money_text(1250000, words_in("en")) == "1,250,000 đ");
  CHECK(money_text(500, words_in("vi")) == "500 đ");
  CHECK(money_text(0, words_in("vi")) == "Miễn phí");
}
