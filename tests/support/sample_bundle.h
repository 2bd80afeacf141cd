#pragma once
// A small bundle that is right in every way, for tests to break one thing at a time.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "content/guide/bundle.h"

namespace conglang::testing {

inline constexpr std::string_view kSampleCommune = "09784";

inline constexpr std::string_view kSampleLinks = R"({
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

inline constexpr std::string_view kSampleTopics = R"({
  "topics": [
    {"id": "giay-to", "title": {"vi": "Giấy tờ\ncá nhân", "en": "Papers"}, "icon": "identification-card", "order": 2},
    {"id": "sinh-con", "title": {"vi": "Sinh con", "en": "Having a baby"}, "icon": "baby", "order": 1}
  ],
  "mostAsked": ["khai-sinh"]
})";

inline constexpr std::string_view kSampleSynonyms = R"({
  "fillers": ["cho", "làm"],
  "spellings": [{"said": ["sanh"], "meant": "sinh"}],
  "synonyms": [
    {"words": ["vợ mới đẻ"], "guides": ["khai-sinh"]}
  ]
})";

inline constexpr std::string_view kSampleGuide = R"({
  "$schema": "../../guide.schema.json",
  "type": "PublicService",
  "id": "khai-sinh",
  "codes": [
    {"code": "1.001193", "provenance": {"confidence": "verified", "source": "Cổng Dịch vụ công quốc gia, mã 1.001193"}}
  ],
  "title": {"vi": "Làm giấy khai sinh cho con", "en": "Register a birth"},
  "lifeEvents": ["sinh-con"],
  "caseQuestion": {"vi": "Cháu sinh được bao lâu rồi?"},
  "cases": [
    {
      "id": "dung-han",
      "label": {"vi": "Chưa quá 60 ngày"},
      "icon": "calendar-check",
      "evidence": [
        {
          "name": {"vi": "Giấy chứng sinh", "en": "Birth notification"},
          "originals": 1,
          "channels": ["quay"],
          "provenance": {"confidence": "verified", "source": "mã 1.001193"}
        },
        {
          "name": {"vi": "Giấy ủy quyền"},
          "originals": 1,
          "handling": "show",
          "onlyIf": {"vi": "Nhờ người khác đi làm thay?"},
          "provenance": {"confidence": "recalled", "source": "mã 1.001193"}
        }
      ],
      "steps": [
        {"text": {"vi": "Mang giấy tờ đến quầy."}, "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
      ],
      "costs": [
        {
          "amountVnd": 0,
          "answer": {"vi": "Miễn phí"},
          "exemptions": [{"vi": "Người thuộc hộ nghèo"}],
          "provenance": {"confidence": "verified", "source": "mã 1.001193", "validUntil": "2027-02-28"}
        }
      ],
      "processingTimes": [
        {"answer": {"vi": "Xong trong ngày"}, "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
      ]
    },
    {
      "id": "qua-han",
      "label": {"vi": "Quá 60 ngày"},
      "costs": [
        {"answer": {"vi": "8.000 đ"}, "provenance": {"confidence": "uncertain", "source": "bảng phí"}}
      ],
      "processingTimes": [
        {"answer": {"vi": "Xong trong ngày"}, "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
      ]
    }
  ],
  "channels": [
    {
      "id": "quay",
      "kind": "counter",
      "name": {"vi": "Trung tâm hành chính công"},
      "provenance": {"confidence": "verified", "source": "118/2025/NĐ-CP"}
    }
  ],
  "outputs": [
    {"name": {"vi": "Giấy khai sinh"}, "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ],
  "forms": [
    {"name": {"vi": "Tờ khai đăng ký khai sinh"}, "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ],
  "legalResources": [
    {"number": "60/2014/QH13", "provenance": {"confidence": "verified", "source": "mã 1.001193"}}
  ],
  "searchTerms": ["lam khai sinh"],
  "links": [{"template": "portal-search", "code": "1.001193"}],
  "comingChanges": [
    {
      "from": "2027-03-01",
      "text": {"vi": "Đăng ký ở bất kỳ xã nào"},
      "provenance": {"confidence": "verified", "source": "03/2026/QH16"}
    }
  ],
  "checkedOn": "2026-11-23"
})";

inline constexpr std::string_view kSamplePlace = R"({
  "id": "thuong-thap",
  "name": {"vi": "Nhà văn hóa thôn Thượng Tháp"},
  "commune": {"vi": "Xã Đan Phượng, Hà Nội"},
  "sample": true
})";

inline constexpr std::string_view kSamplePatch = R"({
  "competentAuthority": {"vi": "Ủy ban nhân dân xã Đan Phượng"}
})";

/// `text` with the first `from` replaced by `to`; the test fails if `from` is not in it.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed(text);
  const std::size_t at = changed.find(from);
  if (at == std::string::npos) FAIL("the text to replace is not there: " << from);
  return changed.replace(at, from.size(), to);
}

/// The sample guide under another id.
inline std::string sample_guide_named(std::string_view id) {
  return with(kSampleGuide, R"("id": "khai-sinh")", "\"id\": \"" + std::string(id) + "\"");
}

inline guide::Files sample_bundle() {
  return {{"national/links.json", std::string(kSampleLinks)},
          {"national/topics.json", std::string(kSampleTopics)},
          {"national/synonyms.json", std::string(kSampleSynonyms)},
          {"national/guides/khai-sinh.json", std::string(kSampleGuide)},
          {"national/guides/khai-tu.json", sample_guide_named("khai-tu")},
          {"communes/09784/place/thuong-thap.json", std::string(kSamplePlace)},
          {"communes/09784/guides/dang-ky-loa.json", sample_guide_named("dang-ky-loa")},
          {"communes/09784/patches/khai-sinh.json", std::string(kSamplePatch)}};
}

}  // namespace conglang::testing
