// The codes as a phone sees them: every one on the page, rendered from the PDF at 150 dpi.

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>

#include "content/publish/board/code_size.h"
#include "tests/support/printed_page.h"
#include "tests/support/qr_reader.h"
#include "tests/unit/content/publish/board/scene.h"

using namespace conglang;
using namespace conglang::testing;
using namespace conglang::board;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<std::string> first_guides(const guide::Content& content, std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(content.guides[i].id);
  return ids;
}

std::multiset<std::string> payloads(const Board& board, int page) {
  std::multiset<std::string> urls;
  for (const PlacedCode& code : board.codes) {
    if (code.page == page) urls.insert(code.url);
  }
  return urls;
}

std::multiset<std::string> read_all(const GreyImage& page) {
  const std::vector<std::string> texts = read_qr_codes(page);
  return {texts.begin(), texts.end()};
}

void check_every_code_reads(const Board& board) {
  const PrintedPdf pdf(board.pdf);
  for (int page = 1; page <= board.pages; ++page) {
    CHECK(read_all(pdf.page(page)) == payloads(board, page));
  }
}

void check_wall(Paper paper, Orientation orientation) {
  const guide::Content content = starter_content();
  for (std::size_t count = 1; count <= kMaxCodesOfBoard; ++count) {
    BoardRequest one = request(BoardKind::wall, paper);
    one.orientation = orientation;
    one.guides = first_guides(content, count);
    const Board board = print(content, one);
    CAPTURE(count);
    CHECK(board.codes.size() == count);
    check_every_code_reads(board);
  }
}

// The darkest pixel of `frame` millimetres around `inner`.
int darkest_around(const GreyImage& page, const Box& inner, double frame) {
  const double px = kPrintDpi / 25.4;
  const auto at = [&](double mm) { return static_cast<int>(mm * px); };
  int darkest = 255;
  for (int y = at(inner.y - frame) + 1; y < at(inner.bottom() + frame); ++y) {
    for (int x = at(inner.x - frame) + 1; x < at(inner.right() + frame); ++x) {
      const bool inside = x >= at(inner.x) - 1 && x <= at(inner.right()) + 1 && y >= at(inner.y) - 1 &&
                          y <= at(inner.bottom()) + 1;
      if (!inside)
        darkest = std::min(darkest, int(page.pixels[static_cast<std::size_t>(y * page.width + x)]));
    }
  }
  return darkest;
}

}  // namespace

TEST_CASE("every code of 1 to 12 on an upright A3 board reads at 150 dpi", "[board]") {
  check_wall(Paper::a3, Orientation::portrait);
}

TEST_CASE("every code of 1 to 12 on a lying A3 board reads at 150 dpi", "[board]") {
  check_wall(Paper::a3, Orientation::landscape);
}

TEST_CASE("every code of 1 to 12 on an upright A4 board reads at 150 dpi", "[board]") {
  check_wall(Paper::a4, Orientation::portrait);
}

TEST_CASE("every code of 1 to 12 on a lying A4 board reads at 150 dpi", "[board]") {
  check_wall(Paper::a4, Orientation::landscape);
}

TEST_CASE("the code of a leaflet reads at 150 dpi", "[board]") {
  const guide::Content content = starter_content();
  BoardRequest one = request(BoardKind::leaflet, GENERATE(Paper::a4, Paper::a5));
  one.orientation = GENERATE(Orientation::portrait, Orientation::landscape);
  one.guides = {"khai-sinh", "can-cuoc"};
  check_every_code_reads(print(content, one));
}

TEST_CASE("every sticker of a sheet reads at 150 dpi", "[board]") {
  const guide::Content content = starter_content();
  BoardRequest one = request(BoardKind::stickers, GENERATE(Paper::a3, Paper::a4, Paper::a5));
  one.orientation = GENERATE(Orientation::portrait, Orientation::landscape);
  one.guides = {"khai-sinh", "can-cuoc"};
  check_every_code_reads(print(content, one));
}

TEST_CASE("nothing is printed within four modules of a code, nor outside the margins", "[board]") {
  const guide::Content content = starter_content();
  BoardRequest one = request(GENERATE(BoardKind::wall, BoardKind::leaflet, BoardKind::stickers), Paper::a4);
  one.guides = first_guides(content, 7);
  const Board board = print(content, one);
  const PrintedPdf pdf(board.pdf);
  int drawn = 0;
  GreyImage page;
  for (const PlacedCode& code : board.codes) {
    if (code.page != drawn) page = pdf.page(drawn = code.page);
    CAPTURE(code.guide, code.page);
    CHECK(darkest_around(page, code.box, qr::kQuietZone * code.module_mm) == 255);
    CHECK(code.box.x >= kMarginMm);
    CHECK(code.box.right() <= board.page_mm.width - kMarginMm);
  }
}

TEST_CASE("a lone code is read from a metre, and twelve say how near one must come", "[board]") {
  const guide::Content content = starter_content();
  BoardRequest one = request(BoardKind::wall, Paper::a3);
  one.guides = {"khai-sinh"};
  const Board lone = print(content, one);
  CHECK(lone.codes.front().reads_at_m >= 1.0);
  CHECK(lone.codes.front().box.width <= qr::kMaxCodeMm);
  CHECK(lone.remarks.empty());
  one.guides = first_guides(content, 12);
  const Board many = print(content, one);
  REQUIRE(many.remarks.size() == 1);
  CHECK(says(many.remarks.front(), "phải đến gần"));
}

TEST_CASE("modules are whole dots of a printer, and no code grows past 161 mm", "[board]") {
  CHECK_THAT(module_mm(33, 41 * 18 * kDotMm), WithinAbs(18 * kDotMm, 1e-9));
  CHECK_THAT(module_mm(33, 41 * 18.9 * kDotMm), WithinAbs(18 * kDotMm, 1e-9));
  CHECK_THAT(module_mm(33, 1000), WithinAbs(28 * kDotMm, 1e-9));
  CHECK(module_mm(33, 1000) * 33 <= qr::kMaxCodeMm);
  CHECK(module_mm(33, -5) == 0);
  CHECK_THAT(reading_distance_m(3.5), WithinAbs(1.05, 1e-9));
}
