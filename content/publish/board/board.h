#pragma once
// Guides on paper: a wall board of one to twelve codes, a leaflet with the papers of one guide to tick, and
// stickers. Content in, the bytes of a PDF out: vector codes, embedded type, text that can be copied, no
// picture. The same content and request give the same bytes. Nothing is read but the type, no clock either.
//
// Only an address that the link policy of the content allows becomes a code; one that it refuses refuses the
// whole board, because a board that hangs for years cannot be taken back by an update.

#include <filesystem>
#include <string>
#include <vector>

#include "content/guide/content.h"
#include "content/publish/board/paper.h"
#include "kiosk/qr/qr.h"

namespace conglang::board {

inline constexpr std::size_t kMaxCodesOfBoard = 12;

enum class BoardKind { wall, leaflet, stickers };

struct BoardRequest {
  BoardKind kind = BoardKind::wall;
  Paper paper = Paper::a3;
  Orientation orientation = Orientation::portrait;
  std::vector<std::string> guides;  ///< ids, in the order of the board; empty: the content's most asked
  std::string case_id;              ///< leaflet: one situation alone; empty: all
  std::string place;                ///< id; empty: the content's only place, if it has one
  std::string title;                ///< wall board; empty: the language's own
  std::string number = "1";         ///< the board's, for whoever reports it
  std::string language = "vi";
  Date day{};          ///< the day it is printed: facts are judged by it
  int copies = 0;      ///< stickers of each guide; 0: as many as fill the sheet
  bool bleed = false;  ///< 3 mm more on every side, with a TrimBox, for a printing house
};

/// A code as it stands on the paper.
struct PlacedCode {
  std::string guide;
  std::string url;
  std::string host;
  int page = 1;
  Box box;  ///< on its page, without its quiet zone
  int version = 0;
  qr::Level level = qr::Level::L;
  double module_mm = 0;
  double reads_at_m = 0;  ///< how far away a phone takes it

  bool operator==(const PlacedCode&) const = default;
};

struct Board {
  std::string pdf;
  int pages = 0;
  Size page_mm;
  Date updated_on{};            ///< when its newest guide was last checked; the PDF's own date
  double title_capital_mm = 0;  ///< height of a capital of the title
  std::vector<PlacedCode> codes;
  std::vector<std::string> remarks;  ///< what whoever prints should know, Vietnamese, a sentence each

  bool operator==(const Board&) const = default;
};

/// Lays out and draws `request`. `assets`: the folder with text-500.ttf to text-800.ttf (Be Vietnam Pro, or
/// Inter where it could not be had); a character that it lacks is drawn in a font of the system.
/// Errors, in Vietnamese and with what to do: not_found (a guide, with the nearest id; a place, a case, the
/// type), bad_usage (a paper or number of codes that the kind does not have), forbidden (an address outside
/// the allow-list), invalid (a guide without address or not in force, a title that does not fit, a
/// character that no font has), too_large, internal.
Result<Board> make_board(const guide::Content& content, const BoardRequest& request,
                         const std::filesystem::path& assets);

}  // namespace conglang::board
