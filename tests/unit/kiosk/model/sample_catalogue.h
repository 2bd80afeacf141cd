#pragma once
// The sample content with a catalogue.

#include "tests/unit/kiosk/model/sample.h"

namespace conglang::kiosk::test {

inline guide::SectorField sector_field(const std::string& id, const std::string& title,
                                       std::vector<std::string> names) {
  return {id, text(title), std::move(names)};
}

/// Two sectors, a field that no sector names, and five procedures: one is the guide khai-sinh.
inline guide::Content catalogue_content() {
  guide::Content content = sample_content();
  for (guide::Guide& guide : content.guides)
    if (guide.id != "khai-sinh") guide.codes.front().code = "9." + guide.id;
  content.sectors = {
      {"ho-tich",
       text("Hộ tịch,\nchứng thực"),
       "certificate",
       1,
       {sector_field("ho-tich", "Khai sinh, kết hôn", {"Hộ tịch"}),
        sector_field("chung-thuc", "Sao y", {"Chứng thực"})}},
      {"dat-dai", text("Đất đai"), "map-trifold", 2, {sector_field("dat-dai", "Sổ đỏ", {"Đất đai"})}}};
  content.catalogue.source = "Cổng Dịch vụ công quốc gia";
  content.catalogue.fields = {"Hộ tịch", "Chứng thực", "Đất đai", "Hải quan"};
  content.catalogue.agencies = {{"Ủy ban nhân dân cấp xã", true}, {"Cục Hải quan", false}};
  content.catalogue.entries = {{"1.000001", "Thủ tục đăng ký lại khai tử", {0}, {0}, true},
                               {"1.001193", "Thủ tục đăng ký khai sinh", {0}, {0}, true},
                               {"1.002000", "Ủy quyền khai hải quan", {3}, {1}, false},
                               {"1.003000", "Đăng ký đất đai lần đầu", {2}, {0}, true},
                               {"1.004000", "Ân hạn thuế", {3, 0}, {1}, false}};
  return content;
}

}  // namespace conglang::kiosk::test
