#include "content/publish/board/board.h"

#include "content/publish/board/house.h"
#include "content/publish/board/sheet.h"

namespace conglang::board {
namespace {

constexpr std::size_t kMaxNumber = 8;  // characters of the board's number

Result<void> check_paper(const BoardRequest& request) {
  if (request.kind == BoardKind::wall && request.paper == Paper::a5) {
    return fail(Errc::bad_usage, "bảng treo tường in trên giấy a3 hoặc a4; chọn --paper a3");
  }
  if (request.kind == BoardKind::leaflet && request.paper == Paper::a3) {
    return fail(Errc::bad_usage, "tờ rơi in trên giấy a4 hoặc a5; chọn --paper a4");
  }
  if (request.number.size() > kMaxNumber) {
    return fail(Errc::bad_usage, "số bảng \"{}\" dài quá {} chữ", request.number, kMaxNumber);
  }
  return {};
}

std::string name_of(const BoardRequest& request, const std::vector<ChosenGuide>& guides, const Words& words) {
  if (!request.title.empty()) return request.title;
  if (request.kind == BoardKind::leaflet && guides.size() == 1) {
    return std::string(guides.front().guide->title.in(request.language));
  }
  return std::string(words.wall_title);
}

Result<void> draw(Sheet& sheet, const Typeface& type) {
  switch (sheet.request.kind) {
    case BoardKind::wall:
      return draw_wall_board(sheet);
    case BoardKind::leaflet:
      return draw_leaflets(sheet, type);
    case BoardKind::stickers:
      return draw_stickers(sheet);
  }
  return fail(Errc::internal, "loại bảng in không có");
}

}  // namespace

Result<Board> make_board(const guide::Content& content, const BoardRequest& request,
                         const std::filesystem::path& assets) {
  TRY_VOID(check_paper(request));
  TRY(const std::vector<ChosenGuide> guides, choose_guides(content, request));
  TRY(const guide::Place* const place, choose_place(content, request.place));
  TRY(const Typeface type, Typeface::load(assets));
  const Words& words = words_in(request.language);
  Board board;
  board.page_mm = size_of(request.paper, request.orientation);
  board.updated_on = last_checked(guides, request.day);
  board.remarks = remarks_on(guides, request.day);
  const About about{name_of(request, guides, words), std::string(words.language), board.updated_on};
  TRY(Canvas canvas, Canvas::open(type, board.page_mm, request.bleed ? kBleedMm : 0, about));
  Sheet sheet{canvas, content, request, place, guides, words, board.updated_on, scale_of(request.paper),
              board};
  TRY_VOID(draw(sheet, type));
  TRY(board.pdf, canvas.finish());
  return board;
}

}  // namespace conglang::board
