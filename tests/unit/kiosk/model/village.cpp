#include "tests/unit/kiosk/model/village.h"

namespace conglang::kiosk::test {
namespace {

guide::Heritage heritage(const std::string& id, const std::string& title) {
  guide::Heritage made;
  made.id = id;
  made.title = text(title);
  made.summary = text("Nơi làng họp.");
  made.body = {text("Đoạn một."), text("Đoạn hai.")};
  made.provenance = verified();
  return made;
}

guide::Product product(const std::string& id, const std::string& name) {
  guide::Product made;
  made.id = id;
  made.name = text(name);
  made.description = text("Làm mỗi sáng.");
  made.producer = text("Hợp tác xã mẫu");
  made.price = text("35.000 đ một cân");
  made.provenance = verified();
  return made;
}

}  // namespace

guide::Notice notice(const std::string& id, const std::string& title, const char* from, const char* until) {
  guide::Notice made;
  made.id = id;
  made.title = text(title);
  made.from = day(from);
  made.until = day(until);
  made.provenance = verified();
  return made;
}

guide::Notice urgent_notice(const std::string& id) {
  guide::Notice made = notice(id, "Tin " + id, "2026-11-23", "2026-11-24");
  made.urgency = guide::Notice::Urgency::emergency;
  made.body = {text("Ở trong nhà."), text("Chằng mái.")};
  made.public_contacts = {{text("Cứu nạn"), "112"}, {text("Cấp cứu"), "115"}};
  return made;
}

guide::Content village_content() {
  guide::Content content = sample_content();
  content.places[0].village = text("Thôn Thượng Tháp");
  content.notices = {notice("cat-dien", "Cắt điện", "2026-11-20", "2026-11-26"),
                     notice("cat-nuoc", "Cắt nước", "2026-11-21", "2026-11-26"),
                     notice("hop-thon", "Họp thôn", "2026-11-23", "2026-11-26"),
                     notice("tiem", "Tiêm chủng", "2026-11-22", "2026-11-26")};
  content.heritage = {heritage("cong-lang", "Cổng làng"), heritage("dinh-lang", "Đình làng")};
  content.heritage[1].pictures = {{"toan-canh.png", text("Toàn cảnh"), true},
                                  {"dinh.png", text("Mái đình"), false},
                                  {"gieng.png", text("Giếng"), false}};
  content.products = {product("dau-phu", "Đậu phụ"), product("gao", "Gạo")};
  content.products[1].pictures = {{"gao.png", text("Bao gạo"), false}};
  content.products[1].payment = guide::Payment{"970436", "0123456789", "HOP TAC XA MAU", 35000, "Mua gao"};
  content.products[1].contact = guide::Contact{text("Hợp tác xã"), "024 0000 0000"};
  return content;
}

Kiosk resting_kiosk(guide::Content content) {
  Kiosk kiosk(initial_state({strings().languages(), "thuong-thap"}, at(kMonday)));
  kiosk.gets(std::move(content));
  return kiosk;
}

}  // namespace conglang::kiosk::test
