#pragma once
// The catalogue of all procedures by sector and field, and the small page of one that has no guide.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

/// A part of the catalogue.
struct CataloguePart {
  enum class Reach { commune, nation };

  Reach reach = Reach::commune;  ///< only what the resident's own commune carries out, or all
  std::string sector;            ///< id of a Sector; kNoSector; empty: all of them
  std::string field;             ///< id of a SectorField, the portal's name under kNoSector; empty: all

  bool operator==(const CataloguePart&) const = default;
};

/// Stands for the fields that no sector names. No slug is like it.
inline constexpr const char* kNoSector = "-";

struct CataloguePage {
  CataloguePart part;
  bool operator==(const CataloguePage&) const = default;
};
struct ProcedurePage {
  std::string code;
  bool operator==(const ProcedurePage&) const = default;
};
struct ProcedureCodePage {  ///< the QR code of the procedure's page on the portal
  std::string code;
  bool operator==(const ProcedureCodePage&) const = default;
};

struct OpenCatalogue {
  CataloguePart part;
};
struct OpenProcedure {
  std::string code;
};

/// A sector as a tile.
struct SectorTileView {
  enum class Leads { guides, sector, nation };

  Leads leads = Leads::sector;  ///< guides: OpenTopic{}; else OpenCatalogue
  CataloguePart part;
  std::string icon;
  std::string label;  ///< may hold one "\n"
  std::string count;  ///< "45 thủ tục"

  bool operator==(const SectorTileView&) const = default;
};

/// A row that leads to a field, a procedure, or the guide that a procedure has.
struct EntryView {
  enum class Leads { field, procedure, guide };

  Leads leads = Leads::procedure;
  CataloguePart part;  ///< field: for OpenCatalogue
  std::string id;      ///< the procedure's code, or the guide's id
  std::string title;   ///< whole, however long
  std::string note;    ///< "27 thủ tục", "Mã 1.001193"
  ChipView chip;       ///< "Có hướng dẫn"; text empty: none

  bool operator==(const EntryView&) const = default;
};

/// The first page of the catalogue. Guides that the home page leads to neither by a topic nor by name stand
/// first, so that none is further away than the others.
struct SectorsView {
  std::string guides_title;  ///< "Việc khác có hướng dẫn"; empty: none
  std::vector<EntryView> guides;
  std::string sectors_title;  ///< "Tất cả thủ tục theo lĩnh vực"
  std::vector<SectorTileView> tiles;
  Pattern more;  ///< "Còn {n} lĩnh vực nữa"

  bool operator==(const SectorsView&) const = default;
};

/// A letter of the index beside a list.
struct IndexLetterView {
  std::string label;                 ///< "Đ"
  std::optional<std::size_t> first;  ///< the first row that begins with it; none: no row does

  bool operator==(const IndexLetterView&) const = default;
};

struct EntriesView {
  std::vector<EntryView> rows;           ///< in Vietnamese order
  std::vector<IndexLetterView> letters;  ///< the whole alphabet
  std::string search;                    ///< "Tìm": OpenSearch
  Pattern more;                          ///< "Còn {n} thủ tục nữa"

  bool operator==(const EntriesView&) const = default;
};

struct ProcedureFactView {
  std::string icon;
  std::string label;
  std::string text;

  bool operator==(const ProcedureFactView&) const = default;
};

struct ProcedureView {
  std::string name;  ///< the official one, up to 1,192 characters
  std::vector<ProcedureFactView> facts;
  ChipView remark;          ///< no guide yet, what to do
  std::string code_button;  ///< OpenCode
  Pattern more;             ///< "Xem tiếp"

  bool operator==(const ProcedureView&) const = default;
};

}  // namespace conglang::kiosk
