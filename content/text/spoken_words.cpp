#include "content/text/spoken_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "content/base/utf8.h"

namespace conglang {

namespace {

struct Entry {
  std::string_view written;
  std::string_view spoken;
};

constexpr auto kAbbreviations = std::to_array<Entry>({
    {"ANTT", "an ninh trật tự"},
    {"ATM", "a tê em"},
    {"BHTN", "bảo hiểm thất nghiệp"},
    {"BHXH", "bảo hiểm xã hội"},
    {"BHYT", "bảo hiểm y tế"},
    {"BTXH", "bảo trợ xã hội"},
    {"CAX", "công an xã"},
    {"CCCD", "căn cước công dân"},
    {"CMND", "chứng minh nhân dân"},
    {"CN", "chủ nhật"},
    {"CNTT", "công nghệ thông tin"},
    {"CSDL", "cơ sở dữ liệu"},
    {"CSXH", "chính sách xã hội"},
    {"DVC", "dịch vụ công"},
    {"DVCTT", "dịch vụ công trực tuyến"},
    {"GCN", "giấy chứng nhận"},
    {"GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất"},
    {"GKS", "giấy khai sinh"},
    {"GPLX", "giấy phép lái xe"},
    {"GPXD", "giấy phép xây dựng"},
    {"HCC", "hành chính công"},
    {"HIV", "hát i vê"},
    {"HKD", "hộ kinh doanh"},
    {"HTX", "hợp tác xã"},
    {"HĐND", "hội đồng nhân dân"},
    {"ID", "ai đi"},
    {"KCB", "khám chữa bệnh"},
    {"KT-XH", "kinh tế xã hội"},
    {"LLTP", "lý lịch tư pháp"},
    {"MTTQ", "mặt trận tổ quốc"},
    {"NCC", "người có công"},
    {"NCT", "người cao tuổi"},
    {"NKT", "người khuyết tật"},
    {"NQ", "nghị quyết"},
    {"NTM", "nông thôn mới"},
    {"NVH", "nhà văn hoá"},
    {"NVQS", "nghĩa vụ quân sự"},
    {"NĐ", "nghị định"},
    {"OTP", "ô tê pê"},
    {"PCCC", "phòng cháy chữa cháy"},
    {"PDF", "pê đê ép"},
    {"QR", "kiu a"},
    {"QSDĐ", "quyền sử dụng đất"},
    {"QĐ", "quyết định"},
    {"SIM", "sim"},
    {"SMS", "tin nhắn"},
    {"STK", "số tài khoản"},
    {"STT", "số thứ tự"},
    {"SĐT", "số điện thoại"},
    {"TDP", "tổ dân phố"},
    {"TGXH", "trợ giúp xã hội"},
    {"THCS", "trung học cơ sở"},
    {"THPT", "trung học phổ thông"},
    {"TP", "thành phố"},
    {"TP.", "thành phố"},
    {"TP.HCM", "Thành phố Hồ Chí Minh"},
    {"TTHC", "thủ tục hành chính"},
    {"TTPVHCC", "trung tâm phục vụ hành chính công"},
    {"TX.", "thị xã"},
    {"Tp.", "thành phố"},
    {"UBND", "uỷ ban nhân dân"},
    {"VND", "đồng"},
    {"VNeID", "vi en i đi"},
    {"VNĐ", "đồng"},
    {"VssID", "vi ét ét i đi"},
    {"Wi-Fi", "oai phai"},
    {"WiFi", "oai phai"},
    {"Wifi", "oai phai"},
    {"XKLĐ", "xuất khẩu lao động"},
    {"Zalo", "da lô"},
    {"app", "áp"},
    {"email", "i meo"},
    {"Email", "i meo"},
    {"online", "trực tuyến"},
    {"v.v.", "vân vân"},
    {"v.v", "vân vân"},
    {"website", "trang mạng"},
    {"wifi", "oai phai"},
    {"ĐKKD", "đăng ký kinh doanh"},
    {"ĐKTT", "đăng ký thường trú"},
    {"ĐT", "điện thoại"},
});

struct Unit {
  std::string_view written;
  std::string_view spoken;
  bool only_glued;  ///< else "5 l" could begin another word
};

constexpr auto kUnits = std::to_array<Unit>({
    {"%", "phần trăm", false},
    {"cm", "xen ti mét", false},
    {"g", "gam", true},
    {"ha", "héc ta", false},
    {"k", "nghìn", true},
    {"kg", "ki lô gam", false},
    {"km", "ki lô mét", false},
    {"km2", "ki lô mét vuông", false},
    {"km²", "ki lô mét vuông", false},
    {"l", "lít", true},
    {"m", "mét", false},
    {"m2", "mét vuông", false},
    {"m²", "mét vuông", false},
    {"m3", "mét khối", false},
    {"m³", "mét khối", false},
    {"mm", "mi li mét", false},
    {"tr", "triệu", true},
    {"VND", "đồng", false},
    {"VNĐ", "đồng", false},
    {"vnđ", "đồng", false},
    {"°C", "độ xê", false},
    {"đ", "đồng", false},
    {"đồng", "đồng", false},
    {"₫", "đồng", false},
});

constexpr auto kIssuers = std::to_array<Entry>({
    {"BCA", "Bộ Công an"},
    {"BCT", "Bộ Công Thương"},
    {"BGDĐT", "Bộ Giáo dục và Đào tạo"},
    {"BKHCN", "Bộ Khoa học và Công nghệ"},
    {"BLĐTBXH", "Bộ Lao động, Thương binh và Xã hội"},
    {"BNG", "Bộ Ngoại giao"},
    {"BNNMT", "Bộ Nông nghiệp và Môi trường"},
    {"BNV", "Bộ Nội vụ"},
    {"BQP", "Bộ Quốc phòng"},
    {"BTC", "Bộ Tài chính"},
    {"BTNMT", "Bộ Tài nguyên và Môi trường"},
    {"BTP", "Bộ Tư pháp"},
    {"BTTTT", "Bộ Thông tin và Truyền thông"},
    {"BVHTTDL", "Bộ Văn hoá, Thể thao và Du lịch"},
    {"BXD", "Bộ Xây dựng"},
    {"BYT", "Bộ Y tế"},
    {"CP", "Chính phủ"},
    {"HĐND", "Hội đồng nhân dân"},
    {"QH", "Quốc hội"},
    {"TTg", "Thủ tướng Chính phủ"},
    {"UBND", "Uỷ ban nhân dân"},
    {"UBTVQH", "Uỷ ban Thường vụ Quốc hội"},
    {"VPCP", "Văn phòng Chính phủ"},
});

constexpr auto kSigns = std::to_array<Entry>({
    {"%", "phần trăm"},
    {"&", "và"},
    {"<", "nhỏ hơn"},
    {"=", "bằng"},
    {">", "lớn hơn"},
    {"@", "a còng"},
    {"×", "nhân"},
    {"≤", "nhỏ hơn hoặc bằng"},
    {"≥", "lớn hơn hoặc bằng"},
    {"₫", "đồng"},
});

struct LetterName {
  char32_t letter;
  std::string_view name;
};

constexpr auto kLetterNames = std::to_array<LetterName>(
    {{U'a', "a"},   {U'ă', "á"},     {U'â', "ớ"},  {U'b', "bê"}, {U'c', "xê"},  {U'd', "dê"},
     {U'đ', "đê"},  {U'e', "e"},     {U'ê', "ê"},  {U'f', "ép"}, {U'g', "gờ"},  {U'h', "hát"},
     {U'i', "i"},   {U'j', "di"},    {U'k', "ca"}, {U'l', "lờ"}, {U'm', "mờ"},  {U'n', "nờ"},
     {U'o', "o"},   {U'ô', "ô"},     {U'ơ', "ơ"},  {U'p', "pê"}, {U'q', "quy"}, {U'r', "rờ"},
     {U's', "sờ"},  {U't', "tê"},    {U'u', "u"},  {U'ư', "ư"},  {U'v', "vê"},  {U'w', "vê kép"},
     {U'x', "ích"}, {U'y', "i dài"}, {U'z', "dét"}});

constexpr auto kTopLevelDomains =
    std::to_array<std::string_view>({"com", "edu", "gov", "info", "me", "net", "org", "vn"});

std::optional<std::string_view> find_spoken(std::span<const Entry> entries, std::string_view written) {
  for (const Entry& entry : entries)
    if (entry.written == written) return entry.spoken;
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> spoken_abbreviation(std::string_view written) {
  return find_spoken(kAbbreviations, written);
}

std::optional<std::string_view> spoken_unit(std::string_view written, bool glued) {
  for (const Unit& unit : kUnits)
    if (unit.written == written && (glued || !unit.only_glued)) return unit.spoken;
  return std::nullopt;
}

std::optional<std::string_view> spoken_issuer(std::string_view abbreviation) {
  return find_spoken(kIssuers, abbreviation);
}

std::optional<std::string_view> spoken_sign(std::string_view sign) {
  return find_spoken(kSigns, sign);
}

std::string spell_letters(std::string_view word) {
  std::string names;
  const auto letters = to_code_points(word);
  if (!letters) return names;
  for (const char32_t each : *letters) {
    const auto named = std::ranges::find(kLetterNames, to_lower(each), &LetterName::letter);
    if (named == kLetterNames.end()) continue;
    if (!names.empty()) names += ' ';
    names += named->name;
  }
  return names;
}

bool is_top_level_domain(std::string_view label) {
  return std::ranges::find(kTopLevelDomains, label) != kTopLevelDomains.end();
}

}  // namespace conglang
