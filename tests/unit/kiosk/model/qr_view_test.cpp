#include <catch2/catch_test_macros.hpp>

#include "tests/unit/kiosk/model/sample.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;
using conglang::kiosk::test::reading;

TEST_CASE("the code page shows the host large, three steps and the reminder", "[model]") {
  Kiosk kiosk;
  kiosk.does({OpenGuide{"khai-sinh"}, ChooseCase{"dung-han"}, OpenCode{}});
  const QrView view = kiosk.page<QrView>();
  CHECK(view.code ==
        qr::encode("https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193").value());
  CHECK(view.host == "dichvucong.gov.vn");
  CHECK(view.owner == "Cổng Dịch vụ công quốc gia");
  CHECK(view.steps.size() == 3);
  CHECK(view.refused.empty());
  CHECK(view.reminder == "Không ai được hỏi mật khẩu, mã OTP hay bảo bác chuyển tiền.");
  CHECK(kiosk.view().chrome.header.title == "Làm tiếp trên điện thoại");
  CHECK(kiosk.view().chrome.header.context == "Làm giấy khai sinh cho con");
}

TEST_CASE("attack: an address outside the allow-list gives a sentence and no code", "[model]") {
  for (const std::string url :
       {"https://dichvucong.gov.vn.example.com/", "https://dichvucong-gov.vn/", "http://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn@example.com/", "https://dichvucοng.gov.vn/", "https://1.2.3.4/",
        "https://xdichvucong.gov.vn/", "https://example.com/#dichvucong.gov.vn", "javascript:alert(1)", ""}) {
    INFO(url);
    guide::Content content = test::sample_content();
    test::guide_in(content, "la-mat").links[0].url = url;
    Kiosk kiosk;
    const QrView view = kiosk.gets(content).does({OpenGuide{"la-mat"}, OpenCode{}}).page<QrView>();
    CHECK_FALSE(view.code);
    CHECK(view.host.empty());
    CHECK(view.steps.empty());
    CHECK(view.title == "Chưa có mã cho việc này");
    CHECK(view.refused.find("danh sách được phép") != std::string::npos);
  }
}

TEST_CASE("attack: a procedure code cannot lead the template to another host", "[model]") {
  for (const std::string code : {"@example.com/", "1.001193#x", "../../", "1&url=https://example.com"}) {
    INFO(code);
    Kiosk kiosk = reading([&](guide::Guide& guide) { guide.links[0].code = code; });
    const QrView view = kiosk.does({OpenCode{}}).page<QrView>();
    if (view.code) CHECK(view.host == "dichvucong.gov.vn");
  }
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.links[0].template_id = "unknown"; });
  CHECK_FALSE(kiosk.does({OpenCode{}}).page<QrView>().code);
}

TEST_CASE("a guide without a link says so", "[model]") {
  Kiosk kiosk = reading([](guide::Guide& guide) { guide.links.clear(); });
  const QrView view = kiosk.does({OpenCode{}}).page<QrView>();
  CHECK_FALSE(view.code);
  CHECK(view.refused.find("chưa có địa chỉ") != std::string::npos);
}
