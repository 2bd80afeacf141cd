#include "content/import/table_patch.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "content/guide/guide_json.h"
#include "content/import/csv_table.h"
#include "tests/folders.h"

using namespace conglang;
using namespace conglang::import;

namespace {

guide::Guide national() {
  const auto bytes =
      read_file(CONGLANG_SOURCE_DIR "/content/starter/national/guides/khai-sinh.json", 1 << 20);
  REQUIRE(bytes);
  const auto read = guide::read_guide(*bytes, "khai-sinh.json");
  REQUIRE(read);
  return *read;
}

RowDraft row_of(const std::string& heads, const std::string& row) {
  const auto table = read_csv(heads + "\n" + row + "\n", "ds.csv");
  REQUIRE(table);
  auto drafts = import_table(*table, "ds.csv");
  REQUIRE(drafts);
  REQUIRE(drafts->drafts.size() == 1);
  return std::move(drafts->drafts[0]);
}

}  // namespace

TEST_CASE("a commune's hours, notes and words become a patch that fits the nation's guide", "[import]") {
  const guide::Guide base = national();
  RowDraft row = row_of("Mã;Tên;Nơi nộp;Giờ làm việc;Ghi chú;Từ khóa",
                        "1.001193;Đăng ký khai sinh;Trung tâm xã A;Sáng thứ 7;Gửi xe ở cổng sau;khai xinh");
  const std::string patch = patch_of_row(base, row);
  const auto patched = guide::patch_guide(guide::write_guide(base), patch, "patch.json");
  REQUIRE(patched);
  guide::Guide expected = base;
  expected.channels.at(0).name.by_language = {{"vi", "Trung tâm xã A"}};
  expected.channels.at(0).hours.by_language = {{"vi", "Sáng thứ 7"}};
  expected.channels.at(0).provenance = row.guide.channels.at(0).provenance;
  expected.notes.push_back(row.guide.notes.at(0));
  expected.search_terms.push_back("khai xinh");
  CHECK(*patched == expected);
  CHECK(row.ledger.counts().doubtful == 0);
}

TEST_CASE("what is the nation's to say is compared, and a difference is doubtful, not in the patch",
          "[import]") {
  RowDraft row =
      row_of("Mã;Tên;Lệ phí;Căn cứ;Giấy tờ", "1.001193;Làm khai sinh;99.000 đồng;1/2020/NĐ-CP;Sổ đỏ");
  CHECK(patch_of_row(national(), row).empty());
  for (const char* pointer : {"/Tên", "/Lệ phí", "/Căn cứ", "/Giấy tờ"}) {
    CHECK(row.ledger.entries().at(pointer).fate == Fate::doubtful);
  }
  RowDraft same =
      row_of("Mã;Tên;Căn cứ;Giấy tờ", "1.001193;Thủ tục đăng ký khai sinh;Luật 60/2014/QH13;Giấy chứng sinh");
  CHECK(patch_of_row(national(), same).empty());
  CHECK(same.ledger.counts().doubtful == 0);
}
