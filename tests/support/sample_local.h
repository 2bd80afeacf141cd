#pragma once
// What a province and a commune add to the small bundle of sample_bundle.h, with one file of each kind.

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/support/sample_bundle.h"

namespace conglang::testing {

inline constexpr std::string_view kSampleCatalogue = R"({
  "source": "Cổng Dịch vụ công quốc gia",
  "capturedOn": "2026-07-18",
  "fields": ["Hộ tịch", "Thuế"],
  "agencies": [{"name": "Ủy ban nhân dân cấp xã", "communeLevel": true}, {"name": "Thuế cơ sở"}],
  "entries": [
    ["1.004222", "Đăng ký thuế lần đầu", [1], [1]],
    ["1.001193", "Đăng ký khai sinh", [0], [0, 1]],
    ["1.000656", "Đăng ký khai tử", [0], []]
  ]
})";

inline constexpr std::string_view kSampleSectors = R"({
  "sectors": [
    {"id": "tai-chinh", "title": {"vi": "Tài chính"}, "icon": "coins", "order": 2,
     "fields": [{"id": "thue", "title": {"vi": "Thuế"}, "portalNames": ["Thuế"]}]},
    {"id": "tu-phap", "title": {"vi": "Tư pháp", "en": "Justice"}, "icon": "scales", "order": 1,
     "fields": [{"id": "ho-tich", "title": {"vi": "Hộ tịch"}, "portalNames": ["Hộ tịch"]},
                {"id": "khac", "title": {"vi": "Việc khác"}}]}
  ]
})";

inline constexpr std::string_view kSampleProvince = R"({
  "code": "01",
  "name": {"vi": "Thành phố Hà Nội"},
  "communes": [
    {"code": "09784", "name": {"vi": "Xã Đan Phượng"}, "formerNames": ["Song Phượng", "Đồng Tháp"]},
    {"code": "00004", "name": {"vi": "Phường Ba Đình"}}
  ]
})";

inline constexpr std::string_view kSampleProvinceLinks = R"({
  "hosts": [{"host": "hanoi.gov.vn", "subdomains": true}],
  "exactUrls": ["https://zalo.me/1234567890"],
  "templates": [
    {"id": "hanoi-search", "url": "https://dichvucong.hanoi.gov.vn/tim?q={code}", "owner": {"vi": "Hà Nội"}}
  ]
})";

inline constexpr std::string_view kSampleNotice = R"({
  "type": "Notice",
  "id": "cat-dien",
  "title": {"vi": "Cắt điện sáng thứ bảy", "en": "Power cut on Saturday morning"},
  "body": [{"vi": "Từ 7 giờ đến 11 giờ."}],
  "urgency": "important",
  "from": "2026-12-01",
  "until": "2026-12-05",
  "places": ["thuong-thap"],
  "publicContacts": [{"label": {"vi": "Điện lực"}, "phone": "1900 1288"}],
  "sample": true,
  "provenance": {"confidence": "verified", "source": "Dữ liệu mẫu"}
})";

inline constexpr std::string_view kSampleHeritage = R"({
  "$schema": "../../../heritage.schema.json",
  "type": "Heritage",
  "id": "dinh-lang",
  "title": {"vi": "Đình làng"},
  "summary": {"vi": "Ngôi đình giữa làng."},
  "body": [{"vi": "Đoạn một."}, {"vi": "Đoạn hai."}],
  "pictures": [
    {"file": "dinh-lang.jpg", "alt": {"vi": "Cổng đình"}},
    {"file": "san-dinh.png", "alt": {"vi": "Sân đình"}, "panorama": true}
  ],
  "recordings": [{"file": "dinh-lang.opus", "language": "vi", "words": "0123456789abcdef"}],
  "sample": true,
  "provenance": {"confidence": "uncertain", "source": "Dữ liệu mẫu"}
})";

inline constexpr std::string_view kSampleProduct = R"({
  "type": "Product",
  "id": "dau-phu",
  "name": {"vi": "Đậu phụ"},
  "description": {"vi": "Làm mỗi sáng."},
  "producer": {"vi": "Hợp tác xã mẫu"},
  "price": {"vi": "35.000 đ một cân"},
  "contact": {"label": {"vi": "Hợp tác xã"}, "phone": "024 0000 0000"},
  "pictures": [{"file": "dinh-lang.jpg", "alt": {"vi": "Đậu phụ"}}],
  "link": {"url": "https://hanoi.gov.vn/san-pham"},
  "provenance": {"confidence": "verified", "source": "Dữ liệu mẫu"}
})";

inline constexpr std::string_view kSampleHouse = R"({
  "id": "dich-trung",
  "name": {"vi": "Nhà văn hóa thôn Dịch Trung"},
  "commune": {"vi": "Xã Đan Phượng, Hà Nội"},
  "village": {"vi": "Thôn Dịch Trung"},
  "address": {"vi": "Cạnh đình"},
  "hours": {"vi": "7 giờ đến 21 giờ"},
  "contacts": [{"label": {"vi": "Trưởng thôn"}, "phone": "+84 24 0000 0001", "kind": "village-head",
                "about": [{"name": {"vi": "Đèn đường hỏng"}, "icon": "lightbulb"}]}],
  "wifi": {"ssid": "NVH Dich Trung", "password": "xin chao 2026"},
  "zaloGroups": [{"name": {"vi": "Thôn Dịch Trung"}, "url": "https://zalo.me/1234567890"}],
  "sample": true
})";

inline constexpr std::string_view kSampleEmergency = R"({
  "mode": "replace",
  "id": "vo-de-1",
  "title": {"vi": "Nước sông Đáy lên nhanh"},
  "text": {"vi": "Bà con ngoài bãi vào bờ trước 18 giờ.", "en": "Leave the river bank before 6 p.m."},
  "issuedAt": "2026-11-23T08:40:00Z"
})";

inline void append_number(std::string& bytes, unsigned value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xffU);
}

/// The head of a PNG file, as far as anybody looks who does not decode it.
inline std::string sample_png(unsigned width, unsigned height) {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  append_number(bytes, width, 4);
  append_number(bytes, height, 4);
  return bytes + std::string("\x08\x02\0\0\0", 5) + "CRC.";
}

/// The head of a JPEG file: an application segment, and a frame header of kind `frame` (0xc0: baseline).
inline std::string sample_jpeg(unsigned width, unsigned height, unsigned frame = 0xc0) {
  std::string bytes("\xff\xd8\xff\xe0\0\x07JFIF\0", 11);
  bytes += '\xff';
  append_number(bytes, frame, 1);
  bytes += std::string("\0\x0b\x08", 3);
  append_number(bytes, height, 2);
  append_number(bytes, width, 2);
  return bytes + std::string("\x01\x01\x11\0\xff\xda", 6);
}

/// The head of a WebP file that stands still, with a frame of `width` x `height` (kind "VP8 ").
inline std::string sample_webp(unsigned width, unsigned height) {
  std::string bytes("RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\x50\x01\0\x9d\x01\x2a", 26);
  for (const unsigned side : {width, height}) {
    bytes += static_cast<char>(side & 0xffU);
    bytes += static_cast<char>(side >> 8U & 0xffU);
  }
  return bytes + "1234";
}

/// A page of an Ogg file with one packet; `position` of its end. `flags`: 2 for the first page.
inline std::string ogg_page(std::string_view packet, std::uint64_t position, unsigned flags = 0,
                            unsigned stream = 7) {
  std::string bytes("OggS\0", 5);
  bytes += static_cast<char>(flags);
  for (unsigned i = 0; i < 8; ++i) bytes += static_cast<char>(position >> (8 * i) & 0xffU);
  for (unsigned i = 0; i < 4; ++i) bytes += static_cast<char>(stream >> (8 * i) & 0xffU);
  bytes += std::string(8, '\0') + '\x01' + static_cast<char>(packet.size());
  return bytes.append(packet);
}

/// An Ogg file of Opus as far as anybody looks who does not decode it.
inline std::string sample_opus(std::uint64_t seconds) {
  const std::string head("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", 19);
  return ogg_page(head, 0, 2) + ogg_page("OpusTags", 0) + ogg_page("sound", 48'000 * seconds, 4);
}

/// sample_bundle() and one file of every other kind; nothing in it is set aside.
inline guide::Files full_bundle() {
  guide::Files files = sample_bundle();
  files["national/catalogue.json"] = kSampleCatalogue;
  files["national/sectors.json"] = kSampleSectors;
  files["provinces/01/province.json"] = kSampleProvince;
  files["provinces/01/links.json"] = kSampleProvinceLinks;
  files["provinces/01/guides/xe-buyt.json"] = sample_guide_named("xe-buyt");
  files["provinces/01/patches/khai-sinh.json"] = R"({"notes": [{"vi": "Hà Nội không thu lệ phí."}]})";
  files["provinces/01/notices/mua-bao.json"] = with(kSampleNotice, "cat-dien", "mua-bao");
  files["communes/09784/place/dich-trung.json"] = kSampleHouse;
  files["communes/09784/notices/cat-dien.json"] = kSampleNotice;
  files["communes/09784/heritage/dinh-lang.json"] = kSampleHeritage;
  files["communes/09784/products/dau-phu.json"] = kSampleProduct;
  files["emergency/screen.json"] = kSampleEmergency;
  files["communes/09784/pictures/dinh-lang.jpg"] = sample_jpeg(1600, 1200);
  files["communes/09784/pictures/san-dinh.png"] = sample_png(8192, 2048);
  files["communes/09784/audio/dinh-lang.opus"] = sample_opus(20);
  return files;
}

}  // namespace conglang::testing
