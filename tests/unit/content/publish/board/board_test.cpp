// Boards as whoever prints and reads them gets them: sheet, type, words, and what is refused.

#include "content/publish/board/board.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <regex>

#include "content/base/utf8.h"
#include "content/publish/board/pdf_amend.h"
#include "tests/support/printed_page.h"
#include "tests/unit/content/publish/board/scene.h"

using namespace conglang;
using namespace conglang::testing;
using namespace conglang::board;
using Catch::Matchers::WithinAbs;

namespace {

// Numbers of `pattern` in `text`.
std::vector<double> numbers(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<double> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), expression); it != std::sregex_iterator();
       ++it) {
    for (std::size_t i = 1; i < it->size(); ++i) found.push_back(std::stod((*it)[i]));
  }
  return found;
}

std::vector<std::string> guides_from(const guide::Content& content, std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(content.guides.at(i).id);
  return ids;
}

guide::Content with_link(std::string_view link) {
  guide::Files files = sample_bundle();
  const std::string path = "communes/09784/guides/dang-ky-loa.json";
  files[path] = with(files[path], R"({"template": "portal-search", "code": "1.001193"})", link);
  return sample_content(files);
}

}  // namespace

TEST_CASE("a page has the size of its paper, to a tenth of a millimetre", "[board]") {
  const auto [paper, width, height] =
      GENERATE(table<Paper, double, double>({{Paper::a3, 297, 420}, {Paper::a4, 210, 297}}));
  BoardRequest one = request(BoardKind::wall, paper);
  const auto upright =
      numbers(PrintedPdf(print(sample_content(), one).pdf).info(), R"(Page size: +([\d.]+) x ([\d.]+))");
  REQUIRE(upright.size() == 2);
  CHECK_THAT(upright[0] / kPointsPerMm, WithinAbs(width, 0.1));
  CHECK_THAT(upright[1] / kPointsPerMm, WithinAbs(height, 0.1));
  one.orientation = Orientation::landscape;
  const auto lying =
      numbers(PrintedPdf(print(sample_content(), one).pdf).info(), R"(Page size: +([\d.]+) x ([\d.]+))");
  CHECK_THAT(lying.at(0) / kPointsPerMm, WithinAbs(height, 0.1));
}

TEST_CASE("a printing house gets 3 mm of bleed and a box where to cut", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.bleed = true;
  const std::string info = PrintedPdf(print(sample_content(), one).pdf).info();
  const auto trim = numbers(info, R"(TrimBox: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+))");
  const auto media = numbers(info, R"(MediaBox: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+))");
  REQUIRE(trim.size() == 4);
  CHECK_THAT(trim[0] / kPointsPerMm, WithinAbs(3, 0.01));
  CHECK_THAT((trim[2] - trim[0]) / kPointsPerMm, WithinAbs(297, 0.1));
  CHECK_THAT((media.at(2) - media.at(0)) / kPointsPerMm, WithinAbs(303, 0.1));
}

TEST_CASE("every font is embedded, there is no picture, and the codes are drawn", "[board]") {
  BoardRequest one = request(GENERATE(BoardKind::wall, BoardKind::leaflet, BoardKind::stickers), Paper::a4);
  one.guides = {"khai-sinh"};
  const PrintedPdf pdf(print(sample_content(), one).pdf);
  const std::string fonts = pdf.fonts();
  INFO(fonts);
  CHECK((says(fonts, "BeVietnamPro") || says(fonts, "Inter")));
  CHECK_FALSE(std::regex_search(fonts, std::regex(R"( no +(yes|no) +(yes|no) +\d)")));
  CHECK(std::regex_search(fonts, std::regex(R"( yes +(yes|no) +(yes|no) +\d)")));
  const std::string images = pdf.images();
  CHECK(std::count(images.begin(), images.end(), '\n') == 2);  // the two lines of heading alone
}

TEST_CASE("the words can be copied as Vietnamese in NFC", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.guides = {"khai-sinh"};
  one.number = "7";
  one.place = "thuong-thap";
  const std::string words = PrintedPdf(print(sample_content(), one).pdf).words();
  INFO(words);
  CHECK(is_nfc(words));
  for (const char* part :
       {"Quét mã, làm thủ tục", "Làm giấy khai sinh cho con", "dichvucong.gov.vn", "Bảng số 7",
        "Cập nhật ngày 23/11/2026", "Không đưa mật khẩu, mã OTP cho ai.",
        "Kiểm tra tên trang: dichvucong.gov.vn", "Nhà văn hóa thôn Thượng Tháp", "(dữ liệu mẫu)"}) {
    CHECK(says(words, part));
  }
}

TEST_CASE("an English board speaks English", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.language = "en";
  const std::string words = PrintedPdf(print(sample_content(), one).pdf).words();
  CHECK(says(words, "Scan for public services"));
  CHECK(says(words, "Register a birth"));
  CHECK(says(words, "Updated 23/11/2026"));
}

TEST_CASE("the same guides give the same bytes, today and tomorrow", "[board]") {
  BoardRequest one = request(GENERATE(BoardKind::wall, BoardKind::leaflet, BoardKind::stickers), Paper::a4);
  one.guides = {"khai-sinh"};
  one.bleed = GENERATE(true, false);
  const guide::Content content = sample_content();
  const Board first = print(content, one);
  CHECK(print(content, one) == first);
  one.day = day("2026-12-02");
  CHECK(print(content, one) == first);
}

TEST_CASE("a PDF says its title, its language and the day of its content", "[board]") {
  BoardRequest one = request(BoardKind::leaflet, Paper::a4);
  one.guides = {"khai-sinh"};
  const Board board = print(sample_content(), one);
  const std::string info = PrintedPdf(board.pdf).info();
  CHECK(std::regex_search(info, std::regex("Title: +Làm giấy khai sinh cho con")));
  CHECK(says(board.pdf, "/Lang (vi)"));
  CHECK(says(board.pdf, "/CreationDate (20261123"));
  CHECK(board.updated_on == day("2026-11-23"));
}

TEST_CASE("the title of an A3 board has capitals of 15 mm, and a long one wraps uncut", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  CHECK_THAT(print(sample_content(), one).title_capital_mm, WithinAbs(15.0, 0.05));
  one.title = "Những việc bà con thôn Thượng Tháp hay làm tại Trung tâm phục vụ hành chính công của xã";
  const Board board = print(sample_content(), one);
  CHECK(board.title_capital_mm > 7);
  const std::string words = PrintedPdf(board.pdf).words();
  for (const char* part : {"Những việc", "công của xã"}) CHECK(says(words, part));
}

TEST_CASE("nothing on a leaflet or a sticker is set under 9 points", "[board]") {
  BoardRequest one =
      request(GENERATE(BoardKind::leaflet, BoardKind::stickers), GENERATE(Paper::a4, Paper::a5));
  one.guides = {"khai-sinh", "can-cuoc"};
  const std::string xml = PrintedPdf(print(starter_content(), one).pdf).sizes();
  const auto sizes = numbers(xml, R"re(<fontspec id="\d+" size="(\d+)")re");
  REQUIRE_FALSE(sizes.empty());
  for (const double size : sizes) CHECK(size >= 3 * 9);
}

TEST_CASE("the longest name of a procedure is on the leaflet to its last word", "[board]") {
  guide::Content content = sample_content();
  std::string name = "Thủ tục";
  while (name.size() < 1500) name += " cấp giấy phép hoạt động";
  content.guides.front().title.by_language["vi"] = name + " cuối cùng";
  BoardRequest one = request(BoardKind::leaflet, GENERATE(Paper::a4, Paper::a5));
  one.guides = {content.guides.front().id};
  CHECK(says(PrintedPdf(print(content, one).pdf).words(), "cuối cùng"));
  one = request(BoardKind::wall, Paper::a4);
  one.guides = {content.guides.front().id};
  const Error error = refusal(content, one);
  CHECK(error.code == Errc::invalid);
  CHECK(says(error.message, "shortTitle"));
}

TEST_CASE("a leaflet in question says so, and later pages are numbered", "[board]") {
  guide::Content content = starter_content();
  BoardRequest one = request(BoardKind::leaflet, Paper::a5);
  one.guides = {"can-cuoc"};
  one.day = day("2030-01-01");  // long past its review
  const Board board = print(content, one);
  const std::string words = PrintedPdf(board.pdf).words();
  CHECK(says(words, "Bài này có thể đã đổi"));
  CHECK(board.pages > 1);
  CHECK(says(words, fmt::format("Trang {0}/{0}", board.pages)));
  CHECK(says(board.remarks.at(0), "quá ngày phải xem lại"));
}

TEST_CASE("copies of a sticker are as many as asked, else they fill the sheet", "[board]") {
  BoardRequest one = request(BoardKind::stickers, Paper::a4);
  one.guides = {"khai-sinh", "khai-tu"};
  CHECK(print(sample_content(), one).codes.size() == 12);
  one.copies = 7;
  const Board board = print(sample_content(), one);
  CHECK(board.codes.size() == 14);
  CHECK(board.pages == 2);
}

TEST_CASE("thirteen codes are refused with what to do", "[board]") {
  const guide::Content content = starter_content();
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.guides = guides_from(content, 13);
  const Error error = refusal(content, one);
  CHECK(error.code == Errc::bad_usage);
  CHECK(says(error.message, "nhiều nhất 12 mã, đây có 13; chia ra làm hai bảng"));
}

TEST_CASE("an unknown guide is refused with the nearest name", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.guides = {"khai-shin"};
  CHECK(refusal(sample_content(), one) ==
        Error{Errc::not_found, "không có bài hướng dẫn \"khai-shin\"; có phải \"khai-sinh\"?"});
  one.guides = {"khai-sinh", "khai-sinh"};
  CHECK(says(refusal(sample_content(), one).message, "hai lần"));
  one.guides = {"khai-sinh"};
  one.place = "thuong-tap";
  CHECK(says(refusal(sample_content(), one).message, "có phải \"thuong-thap\"?"));
}

TEST_CASE("a paper or case that there is not is refused", "[board]") {
  CHECK(says(refusal(sample_content(), request(BoardKind::wall, Paper::a5)).message, "a3 hoặc a4"));
  CHECK(says(refusal(sample_content(), request(BoardKind::leaflet, Paper::a3)).message, "a4 hoặc a5"));
  BoardRequest one = request(BoardKind::leaflet, Paper::a4);
  one.case_id = "som";
  CHECK(says(refusal(sample_content(), one).message, "có: dung-han, qua-han"));
}

TEST_CASE("a guide that is out of force or has no address is not printed", "[board]") {
  guide::Content content = sample_content();
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.guides = {"khai-sinh"};
  content.guides.at(1).valid_until = day("2026-11-23");
  REQUIRE(content.guides.at(1).id == "khai-sinh");
  CHECK(says(refusal(content, one).message, "hiệu lực"));
  content.guides.at(1).valid_until = day("2026-11-24");  // the last day counts
  print(content, one);
  content.guides.at(1).links.clear();
  CHECK(says(refusal(content, one).message, "links"));
}

TEST_CASE("a character that no font has is refused, not printed as a box", "[board]") {
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.title = "Bảng \xF4\x8F\xBF\xBD";  // U+10FFFD
  CHECK(says(refusal(sample_content(), one).message, "phông chữ"));
}

TEST_CASE("without the type nothing is printed, and the message says how to get it", "[board]") {
  const TemporaryFolder empty;
  const auto board = make_board(sample_content(), request(BoardKind::wall, Paper::a3), empty.path());
  REQUIRE_FALSE(board);
  CHECK(board.error().code == Errc::not_found);
  CHECK(says(board.error().message, "install/third-party"));
}

TEST_CASE("attack: a commune's guide with a look-alike host gets no board", "[board][attack]") {
  const std::string url =
      GENERATE(as<std::string>(), "https://dichvucong.gov.vn.tracuu.com/", "https://dichvucong-gov.vn/",
               "https://dichvucong.gov.vn@tracuu.com/", "http://dichvucong.gov.vn/",
               "https://dichvuc\u043Eng.gov.vn/", "https://zalo.me/g/khac");
  const guide::Content content = with_link("{\"url\": \"" + url + "\"}");
  BoardRequest one = request(GENERATE(BoardKind::wall, BoardKind::leaflet, BoardKind::stickers), Paper::a4);
  one.guides = {"khai-sinh", "dang-ky-loa"};
  const Error error = refusal(content, one);
  INFO(error.message);
  CHECK(error.code == Errc::forbidden);
  CHECK(says(error.message, "bài \"dang-ky-loa\" không được in mã: "));
}

TEST_CASE("attack: the links in the PDF are the addresses of its codes and no others", "[board][attack]") {
  guide::Content content = sample_content();
  content.guides.at(1).title.by_language["vi"] = "Khai sinh' uri='https://tracuu.com/' rect=[0 0 900 900]";
  BoardRequest one = request(BoardKind::wall, Paper::a4);
  one.guides = {"khai-sinh"};
  const Board board = print(content, one);
  const std::regex uri(R"(/URI \(([^)]*)\))");
  std::vector<std::string> found;
  for (auto it = std::sregex_iterator(board.pdf.begin(), board.pdf.end(), uri); it != std::sregex_iterator();
       ++it)
    found.push_back((*it)[1]);
  CHECK(found == std::vector<std::string>{board.codes.front().url});
}

TEST_CASE("a PDF of another make is not amended", "[board]") {
  for (const char* pdf :
       {"", "%PDF-1.4\nstartxref\n9999999\n%%EOF\n", "%PDF-1.4\nstartxref\n0\n%%EOF\n",
        "xref\n0 9\n0000000000 65535 f \ntrailer\n<< /Root 7 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF\n"}) {
    const auto amended = amend_pdf(pdf, {"vi", 0});
    REQUIRE_FALSE(amended);
    CHECK(amended.error().code == Errc::internal);
  }
}
