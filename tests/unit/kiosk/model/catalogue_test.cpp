// The whole catalogue, by sector and field, and the page of a procedure without a guide.

#include "kiosk/model/catalogue.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample_catalogue.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk kiosk_with_catalogue() {
  Kiosk kiosk;
  kiosk.gets(test::catalogue_content());
  return kiosk;
}

OpenCatalogue part(CataloguePart::Reach reach, const std::string& sector = {},
                   const std::string& field = {}) {
  return {{reach, sector, field}};
}

std::vector<std::string> titles(const EntriesView& view) {
  std::vector<std::string> out;
  for (const EntryView& row : view.rows) out.push_back(row.title);
  return out;
}

}  // namespace

TEST_CASE("the first page of the catalogue counts what the commune does, and leads to the nation's",
          "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({OpenCatalogue{}});
  const auto tiles = kiosk.page<SectorsView>().tiles;
  REQUIRE(tiles.size() == 4);
  CHECK(tiles[0].leads == SectorTileView::Leads::guides);
  CHECK(tiles[1].part == CataloguePart{CataloguePart::Reach::commune, "ho-tich", {}});
  CHECK(tiles[1].count == "2 thủ tục");
  CHECK(tiles[2].count == "1 thủ tục");
  CHECK(tiles[3].leads == SectorTileView::Leads::nation);
  CHECK(tiles[3].count == "5 thủ tục");
}

TEST_CASE("the nation's catalogue has what no sector names as well", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({part(CataloguePart::Reach::nation)});
  const auto tiles = kiosk.page<SectorsView>().tiles;
  REQUIRE(tiles.size() == 3);
  CHECK(tiles.back().part == CataloguePart{CataloguePart::Reach::nation, kNoSector, {}});
  CHECK(tiles.back().count == "2 thủ tục");
  kiosk.does({part(CataloguePart::Reach::nation, kNoSector)});
  CHECK(titles(kiosk.page<EntriesView>()) ==
        std::vector<std::string>{"Ân hạn thuế", "Ủy quyền khai hải quan"});
}

TEST_CASE("a sector with several fields asks which one, one with a single field does not",
          "[model][catalogue]") {
  guide::Content wide = test::catalogue_content();
  wide.catalogue.entries.push_back({"1.005000", "Chứng thực bản sao", {1}, {0}, true});
  Kiosk kiosk;
  kiosk.gets(wide);
  kiosk.does({part(CataloguePart::Reach::commune, "ho-tich")});
  CHECK(titles(kiosk.page<EntriesView>()) == std::vector<std::string>{"Khai sinh, kết hôn", "Sao y"});
  kiosk.does({Home{}, part(CataloguePart::Reach::commune, "dat-dai")});
  CHECK(titles(kiosk.page<EntriesView>()) == std::vector<std::string>{"Đăng ký đất đai lần đầu"});
}

TEST_CASE("procedures stand in Vietnamese order, by what follows the formula in front",
          "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({part(CataloguePart::Reach::nation, "ho-tich", "ho-tich")});
  const EntriesView view = kiosk.page<EntriesView>();
  CHECK(titles(view) ==
        std::vector<std::string>{"Ân hạn thuế", "Thủ tục đăng ký khai sinh", "Thủ tục đăng ký lại khai tử"});
  std::string letters;
  for (const IndexLetterView& letter : view.letters)
    if (letter.first) letters += letter.label + std::to_string(*letter.first);
  CHECK(letters == "Â0Đ1");
}

TEST_CASE("a procedure with a guide leads to the guide, another to a page of its own", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({part(CataloguePart::Reach::commune, "ho-tich", "ho-tich")});
  const EntriesView view = kiosk.page<EntriesView>();
  REQUIRE(view.rows.size() == 2);
  CHECK(view.rows[0].leads == EntryView::Leads::guide);
  CHECK(view.rows[0].id == "khai-sinh");
  CHECK(view.rows[1].leads == EntryView::Leads::procedure);
  kiosk.does({OpenProcedure{view.rows[1].id}});
  const ProcedureView procedure = kiosk.page<ProcedureView>();
  CHECK(procedure.name == "Thủ tục đăng ký lại khai tử");
  REQUIRE(procedure.facts.size() == 3);
  CHECK(procedure.facts[0].text == "1.000001");
  CHECK(procedure.facts[1].text == "Hộ tịch");
  CHECK(procedure.facts[2].text == "Ủy ban nhân dân cấp xã");
}

TEST_CASE("the code of a procedure without a guide is the portal's search for it", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({OpenProcedure{"1.000001"}, OpenCode{}});
  REQUIRE(kiosk.shows<QrView>());
  CHECK(kiosk.page<QrView>().code.has_value());
  CHECK(kiosk.page<QrView>().host == "dichvucong.gov.vn");
  CHECK(kiosk.effects() ==
        std::vector<Effect>{CountUse{CountUse::What::code_shown, "1.000001", test::day("2026-11-23")}});
  CHECK(kiosk.does({Back{}}).shows<ProcedureView>());
}

TEST_CASE("without a catalogue the tile of everything leads to all guides", "[model][catalogue]") {
  Kiosk kiosk;
  CHECK(kiosk.does({OpenCatalogue{}}).shows<ListView>());
}

TEST_CASE("a part of the catalogue that is gone with new content is left", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  kiosk.does({OpenCatalogue{}, part(CataloguePart::Reach::commune, "dat-dai"), OpenProcedure{"1.003000"},
              OpenCode{}});
  guide::Content less = test::catalogue_content();
  std::erase_if(less.catalogue.entries, [](const auto& entry) { return entry.code == "1.003000"; });
  kiosk.gets(less);
  CHECK(kiosk.shows<SectorsView>());
}

TEST_CASE("what is not in the catalogue is not opened", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  const State home = kiosk.state();
  kiosk.does({OpenProcedure{"9.999999"}, part(CataloguePart::Reach::commune, "khong-co"),
              part(CataloguePart::Reach::nation, "ho-tich", "?"),
              part(CataloguePart::Reach::commune, kNoSector)});
  CHECK(kiosk.state() == home);
}

TEST_CASE("the way back is as long as the way in, however often one goes in circles", "[model][catalogue]") {
  Kiosk kiosk = kiosk_with_catalogue();
  for (int i = 0; i < 20; ++i) {
    kiosk.does(
        {OpenCatalogue{}, part(CataloguePart::Reach::nation), part(CataloguePart::Reach::nation, "ho-tich"),
         part(CataloguePart::Reach::nation, "ho-tich", "ho-tich"), OpenProcedure{"1.000001"}, OpenSearch{}});
  }
  CHECK(kiosk.state().visit.trail.size() <= 8);
}
