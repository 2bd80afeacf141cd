#pragma once
// A small bundle in which lint finds nothing at all on kCarefulDay, for tests to break one thing at a time.

#include <string>
#include <string_view>

#include "content/base/time.h"
#include "content/guide/bundle.h"

namespace conglang::testing {

inline constexpr Date kCarefulDay{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

inline constexpr std::string_view kCarefulLinks = R"({
  "hosts": [
    {"host": "dichvucong.gov.vn", "subdomains": true},
    {"host": "vneid.gov.vn"}
  ],
  "exactUrls": ["https://zalo.me/g/thuongthap"],
  "templates": [
    {
      "id": "portal-search",
      "url": "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword={code}",
      "owner": {"vi": "Cổng Dịch vụ công quốc gia", "en": "National Public Service Portal"}
    }
  ]
})";

inline constexpr std::string_view kCarefulTopics = R"({
  "topics": [
    {"id": "giay-to", "title": {"vi": "Giấy tờ\ncá nhân", "en": "Papers"}, "icon": "identification-card", "order": 2},
    {"id": "sinh-con", "title": {"vi": "Sinh con", "en": "Having a baby"}, "icon": "baby", "order": 1}
  ],
  "mostAsked": ["khai-sinh"]
})";

inline constexpr std::string_view kCarefulGuide = R"({
  "$schema": "../../guide.schema.json",
  "type": "PublicService",
  "id": "khai-sinh",
  "codes": [
    {"code": "1.001193", "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ],
  "title": {"vi": "Làm giấy khai sinh cho con", "en": "Register a birth"},
  "description": {"vi": "Giấy khai sinh có số định danh của cháu.", "en": "It carries the child's ID number."},
  "lifeEvents": ["sinh-con"],
  "cases": [
    {
      "id": "qua-han",
      "label": {"vi": "Quá 60 ngày", "en": "After 60 days"},
      "evidence": [
        {
          "name": {"vi": "Giấy chứng sinh", "en": "Birth notification"},
          "originals": 1,
          "provenance": {"confidence": "verified", "source": "mã 1.001193"}
        }
      ],
      "steps": [
        {
          "text": {"vi": "Mang giấy tờ đến quầy.", "en": "Bring the papers to the counter."},
          "provenance": {"confidence": "verified", "source": "mã 1.001193"}
        }
      ],
      "costs": [
        {
          "amountVnd": 8000,
          "answer": {"vi": "8.000 đ", "en": "8,000 VND"},
          "exemptions": [{"vi": "Người thuộc hộ nghèo", "en": "Poor households"}],
          "provenance": {"confidence": "verified", "source": "mã 1.001193", "validUntil": "2027-02-28"}
        }
      ],
      "processingTimes": [
        {
          "answer": {"vi": "Xong trong ngày", "en": "The same day"},
          "provenance": {"confidence": "verified", "source": "mã 1.001193"}
        }
      ]
    }
  ],
  "channels": [
    {
      "id": "quay",
      "kind": "counter",
      "name": {"vi": "Trung tâm hành chính công", "en": "Public service centre"},
      "provenance": {"confidence": "verified", "source": "118/2025/NĐ-CP"}
    }
  ],
  "legalResources": [
    {"number": "60/2014/QH13", "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ],
  "notes": [{"vi": "Gọi 18001096 để hỏi thêm.", "en": "Call 18001096 to ask."}],
  "links": [{"template": "portal-search", "code": "1.001193"}],
  "comingChanges": [
    {
      "from": "2027-03-01",
      "text": {"vi": "Đăng ký ở xã nào cũng được.", "en": "Register at any commune."},
      "provenance": {"confidence": "verified", "source": "03/2026/QH16"}
    }
  ],
  "checkedOn": "2026-11-23",
  "reviewBy": "2027-03-01"
})";

inline constexpr std::string_view kCarefulPlace = R"({
  "id": "thuong-thap",
  "name": {"vi": "Nhà văn hóa thôn Thượng Tháp", "en": "Thượng Tháp Village House"},
  "commune": {"vi": "Xã Đan Phượng, Hà Nội", "en": "Đan Phượng, Hà Nội"},
  "contacts": [{"label": {"vi": "Trưởng thôn", "en": "Village head"}, "phone": "0912 345 678"}],
  "zaloGroups": [{"name": {"vi": "Thôn Thượng Tháp", "en": "Thượng Tháp"}, "url": "https://zalo.me/g/thuongthap"}],
  "sample": true
})";

inline constexpr std::string_view kCarefulCatalogue = R"({
  "source": "Cổng Dịch vụ công quốc gia",
  "capturedOn": "2026-07-18",
  "fields": ["Hộ tịch"],
  "agencies": [{"name": "Ủy ban nhân dân cấp xã", "communeLevel": true}],
  "entries": [["1.001193", "Đăng ký khai sinh", [0], [0]]]
})";

inline constexpr std::string_view kCarefulSectors = R"({
  "sectors": [
    {
      "id": "tu-phap",
      "title": {"vi": "Tư pháp", "en": "Justice"},
      "icon": "scales",
      "order": 1,
      "fields": [
        {"id": "ho-tich", "title": {"vi": "Hộ tịch", "en": "Civil status"}, "portalNames": ["Hộ tịch"]}
      ]
    }
  ]
})";

inline constexpr std::string_view kCarefulSynonyms = R"({
  "fillers": ["cho"],
  "synonyms": [{"words": ["gks", "khai sinh"], "guides": ["khai-sinh"]}]
})";

inline constexpr std::string_view kCarefulNotice = R"({
  "type": "Notice",
  "id": "cat-dien",
  "title": {"vi": "Cắt điện sáng thứ Bảy", "en": "Power cut on Saturday morning"},
  "body": [{"vi": "Hỏi trưởng thôn: 0912.345.678.", "en": "Ask the village head: +84 912 345 678."}],
  "urgency": "important",
  "from": "2026-11-20",
  "until": "2026-11-28",
  "places": ["thuong-thap"],
  "publicContacts": [{"label": {"vi": "Trưởng thôn", "en": "Village head"}, "phone": "0912 345 678"}],
  "sample": true,
  "provenance": {"confidence": "verified", "source": "Điện lực Đan Phượng"}
})";

inline constexpr std::string_view kCarefulHeritage = R"({
  "type": "Heritage",
  "id": "dinh",
  "title": {"vi": "Đình làng", "en": "The village hall"},
  "summary": {"vi": "Ngôi đình cổ của thôn.", "en": "The old hall of the village."},
  "body": [{"vi": "Đình có từ lâu đời.", "en": "The hall is very old."}],
  "pictures": [{"file": "dinh.png", "alt": {"vi": "Cổng đình", "en": "The gate"}}],
  "sample": true,
  "provenance": {"confidence": "verified", "source": "Bảng di tích của thôn"}
})";

/// The head of a PNG picture, as much as is looked at; the sides are below 65,536.
inline std::string png(int width_px, int height_px) {
  const auto side = [](int px) {
    return std::string({'\0', '\0', static_cast<char>(px / 256), static_cast<char>(px % 256)});
  };
  return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + side(width_px) + side(height_px);
}

inline constexpr std::string_view kCarefulPatch = R"({
  "competentAuthority": {"vi": "Ủy ban nhân dân xã Đan Phượng", "en": "Commune People's Committee"}
})";

inline guide::Files careful_bundle() {
  return {{"national/links.json", std::string(kCarefulLinks)},
          {"national/topics.json", std::string(kCarefulTopics)},
          {"national/guides/khai-sinh.json", std::string(kCarefulGuide)},
          {"national/catalogue.json", std::string(kCarefulCatalogue)},
          {"national/synonyms.json", std::string(kCarefulSynonyms)},
          {"national/sectors.json", std::string(kCarefulSectors)},
          {"communes/09784/heritage/dinh.json", std::string(kCarefulHeritage)},
          {"communes/09784/notices/cat-dien.json", std::string(kCarefulNotice)},
          {"communes/09784/pictures/dinh.png", png(800, 600)},
          {"communes/09784/place/thuong-thap.json", std::string(kCarefulPlace)},
          {"communes/09784/patches/khai-sinh.json", std::string(kCarefulPatch)}};
}

}  // namespace conglang::testing
