#include "tests/unit/kiosk/model/sample.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/folders.h"

namespace conglang::kiosk::test {
namespace {

guide::Evidence paper(const std::string& name, int originals = 1) {
  guide::Evidence evidence;
  evidence.name = text(name);
  evidence.originals = originals;
  evidence.provenance = verified();
  return evidence;
}

guide::Cost cost(std::int64_t amount, const std::string& answer) {
  guide::Cost cost;
  cost.amount_vnd = amount;
  cost.answer = text(answer);
  cost.provenance = verified();
  return cost;
}

guide::Case plain_case(const std::string& id, const std::string& label) {
  guide::Case one;
  one.id = id;
  one.label = text(label);
  one.evidence = {paper("Thẻ căn cước")};
  one.steps = {{text("Nộp giấy tờ."), verified()}, {text("Nhận kết quả."), verified()}};
  one.costs = {cost(0, "Miễn phí")};
  guide::ProcessingTime time;
  time.answer = text("Xong trong ngày", "Same day");
  time.provenance = verified();
  one.processing_times = {time};
  return one;
}

guide::Channel channel(const std::string& id, guide::Channel::Kind kind, const std::string& name) {
  guide::Channel made;
  made.id = id;
  made.kind = kind;
  made.name = text(name);
  made.provenance = verified();
  return made;
}

guide::Guide birth() {
  guide::Guide guide = plain_guide("khai-sinh", "sinh-con");
  guide.title = text("Làm giấy khai sinh cho con", "Register a baby's birth");
  guide.short_title = text("Làm giấy khai sinh");
  guide.case_question = text("Cháu sinh được bao lâu rồi?");
  guide.channels.push_back(channel("mang", guide::Channel::Kind::online, "Nộp trên điện thoại"));
  guide.cases = {plain_case("dung-han", "Chưa quá 60 ngày"), plain_case("qua-han", "Quá 60 ngày")};
  guide::Evidence notice = paper("Giấy chứng sinh");
  guide::Evidence form = paper("Tờ khai điện tử");
  form.channels = {"mang"};
  guide::Evidence letter = paper("Giấy ủy quyền");
  letter.only_if = text("Nhờ người khác đi làm thay?");
  for (guide::Case& one : guide.cases) one.evidence.insert(one.evidence.end(), {notice, form, letter});
  guide::Evidence late = paper("Giấy hẹn");
  late.handling = guide::Evidence::Handling::show;
  guide.cases[1].evidence.push_back(late);
  guide.cases[1].costs = {cost(5000, "5.000 đ")};
  guide.cases[1].costs[0].exemptions = {text("Hộ nghèo"), text("Người khuyết tật")};
  return guide;
}

std::vector<guide::PlaceContact> sample_contacts() {
  using Kind = guide::PlaceContact::Kind;
  return {{{text("Công an"), "113"}, Kind::emergency, {}},
          {{text("Trưởng thôn"), "024 3388 1234"},
           Kind::village_head,
           {{text("Đèn đường hỏng"), "lightbulb"}, {text("Đường hỏng, ổ gà"), "traffic-cone"}}},
          {{text("Tổ công nghệ số cộng đồng"), "024 3388 5678"},
           Kind::digital_team,
           {{text("Camera hỏng"), "security-camera"}}},
          {{text("Công an xã"), "024 3388 0113"}, Kind::police, {}},
          {{text("Hỏi Cổng Dịch vụ công"), "18001096"}, Kind::hotline, {}}};
}

guide::Content empty_content() {
  guide::Content content;
  content.topics = {{"sinh-con", text("Sinh con", "Having a baby"), "baby", 10},
                    {"giay-to", text("Giấy tờ\ncá nhân", "Personal\npapers"), "identification-card", 20},
                    {"nha-dat", text("Nhà đất", "Land"), "map-trifold", 30}};
  content.most_asked = {"khai-sinh", "tam-vang", "can-cuoc"};
  guide::Place house;
  house.id = "thuong-thap";
  house.name = text("Nhà văn hóa thôn Thượng Tháp");
  house.commune = text("Xã Đan Phượng, Hà Nội");
  house.village = text("Thôn Thượng Tháp");
  house.wifi = {"NVH Thượng Tháp", "lang-2026"};
  house.contacts = sample_contacts();
  house.zalo_groups = {{text("Nhóm thôn Thượng Tháp"), "https://zalo.me/g/thuongthap"},
                       {text("Nhóm lạ"), "https://zalo.me/g/khong-co"}};
  guide::Place other;
  other.id = "thon-mau-2";
  other.name = text("Nhà văn hóa thôn mẫu 2");
  other.village = text("Thôn mẫu 2");
  other.zalo_groups = {{text("Nhóm thôn mẫu 2"), "https://zalo.me/g/mau2"}};
  content.places = {other, house};
  content.link_policy.exact_urls = {"https://zalo.me/g/thuongthap", "https://zalo.me/g/mau2"};
  content.link_policy.hosts = {{"dichvucong.gov.vn", false}, {"huongdan.hanoi.gov.vn", false}};
  content.link_policy.templates = {{"portal-search",
                                    "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword={code}",
                                    text("Cổng Dịch vụ công quốc gia")}};
  return content;
}

std::vector<guide::Notice> sample_notices() {
  guide::Notice power = notice("cat-dien", "2026-11-20", "2026-11-23");
  power.urgency = guide::Notice::Urgency::important;
  power.places = {"thuong-thap"};
  power.public_contacts = {{text("Điện lực"), "1900 1288"}};
  guide::Notice storm = notice("mua-bao", "2026-11-22", "2026-12-02");
  storm.urgency = guide::Notice::Urgency::emergency;
  guide::Notice elsewhere = notice("noi-khac", "2026-11-20", "2026-11-30");
  elsewhere.places = {"thon-mau-2"};
  return {power, notice("hop-thon", "2026-11-24", "2026-11-24"),
          notice("ket-qua", "2026-11-20", "2026-11-22"), storm, elsewhere};
}

Strings read_real_strings() {
  std::vector<Catalogue> catalogues;
  for (const char* language : {"vi", "en"}) {
    const std::string name = std::string("strings.") + language + ".json";
    const auto bytes = read_file(std::string(CONGLANG_SOURCE_DIR "/assets/") + name, 1 << 20);
    REQUIRE(bytes);
    auto catalogue = read_strings(*bytes, name);
    INFO((catalogue ? "" : catalogue.error().message));
    REQUIRE(catalogue);
    catalogues.push_back(*std::move(catalogue));
  }
  return Strings::from(std::move(catalogues)).value();
}

}  // namespace

guide::Text text(std::string vi, std::string en) {
  guide::Text made;
  made.by_language["vi"] = std::move(vi);
  if (!en.empty()) made.by_language["en"] = std::move(en);
  return made;
}

Date day(std::string_view iso) {
  return parse_date(iso).value();
}

Instant at(std::string_view iso) {
  return parse_instant(iso).value();
}

guide::Provenance verified() {
  guide::Provenance provenance;
  provenance.source = "1/2026/TT";
  return provenance;
}

guide::Provenance recalled() {
  guide::Provenance provenance = verified();
  provenance.confidence = guide::Confidence::recalled;
  return provenance;
}

guide::Notice notice(const std::string& id, std::string_view from, std::string_view until) {
  guide::Notice made;
  made.id = id;
  made.title = text("Thông báo " + id);
  made.body = {text("Bác đọc kỹ."), text("Có gì hỏi trưởng thôn.")};
  made.from = day(from);
  made.until = day(until);
  made.provenance = verified();
  return made;
}

guide::Guide plain_guide(const std::string& id, const std::string& topic) {
  guide::Guide guide;
  guide.id = id;
  guide.codes = {{"1.001193", guide::ProcedureCode::Role::current, {}, verified()}};
  guide.title = text("Bài " + id);
  guide.life_events = {topic};
  guide.cases = {plain_case("chung", "Mọi trường hợp")};
  guide.channels = {channel("quay", guide::Channel::Kind::counter, "Trung tâm hành chính công")};
  guide.outputs = {{text("Giấy " + id), verified()}};
  guide.forms = {{text("Tờ khai CT01"), text("Có ở quầy"), verified()}};
  guide.legal_resources = {{"60/2014/QH13", text("Luật Hộ tịch"), verified()}};
  guide.links = {{"portal-search", "1.001193", "", {}}};
  guide.checked_on = day("2026-11-23");
  return guide;
}

guide::Content sample_content() {
  guide::Content content = empty_content();
  guide::Guide id_card = plain_guide("can-cuoc", "giay-to");
  id_card.cases[0].costs = {cost(25000, "25.000 đ")};
  id_card.cases[0].costs[0].provenance = recalled();
  guide::Guide look_alike = plain_guide("la-mat", "giay-to");
  look_alike.links = {{"", "", "https://dichvucong.gov.vn.example.com/", {}}};
  guide::Guide future = plain_guide("lien-thong", "sinh-con");
  future.valid_from = day("2027-01-01");
  guide::Guide copies = plain_guide("sao-y", "giay-to");
  copies.review_by = day("2026-11-22");
  guide::Guide expired = plain_guide("tam-vang", "nha-dat");
  expired.valid_until = day("2026-11-22");
  content.guides = {id_card, birth(), look_alike, future, copies, expired};
  content.notices = sample_notices();
  return content;
}

guide::Guide& guide_in(guide::Content& content, std::string_view id) {
  const auto found = std::ranges::find(content.guides, id, &guide::Guide::id);
  REQUIRE(found != content.guides.end());
  return *found;
}

const Strings& strings() {
  static const Strings real = read_real_strings();
  return real;
}

Kiosk::Kiosk() : state_(initial_state({strings().languages(), "thuong-thap"}, at(kMonday))) {
  gets(sample_content());
  does({ReadUrgent{"mua-bao"}});
}

Kiosk::Kiosk(State state) : state_(std::move(state)) {}
Kiosk::Kiosk(const Kiosk& other) = default;
Kiosk::Kiosk(Kiosk&& other) noexcept = default;
Kiosk& Kiosk::operator=(const Kiosk& other) = default;
Kiosk& Kiosk::operator=(Kiosk&& other) noexcept = default;
Kiosk::~Kiosk() = default;

Kiosk& Kiosk::does(const std::vector<Action>& actions) {
  for (const Action& action : actions) {
    Step step = update(std::move(state_), action);
    state_ = std::move(step.state);
    effects_ = std::move(step.effects);
  }
  return *this;
}

Kiosk& Kiosk::gets(guide::Content content) {
  return does({ContentArrived{std::move(content), at("2026-11-23T08:10:00Z")}});
}

Kiosk& Kiosk::waits(int seconds) {
  const Instant end = state_.now + std::chrono::seconds{seconds};
  while (state_.now < end) does({Tick{std::min(end, next_deadline(state_))}});
  return *this;
}

Kiosk reading(const std::function<void(guide::Guide&)>& change) {
  guide::Content content = sample_content();
  change(guide_in(content, "can-cuoc"));
  Kiosk kiosk;
  kiosk.gets(std::move(content)).does({OpenGuide{"can-cuoc"}});
  return kiosk;
}

}  // namespace conglang::kiosk::test
