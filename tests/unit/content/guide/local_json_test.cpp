// The readers and writers of everything that is no guide.

#include <catch2/catch_test_macros.hpp>

#include "content/guide/catalogue_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

template <typename Read, typename Write>
void check_round_trip(std::string_view json, Read read, Write write) {
  const auto value = read(json, "a.json");
  if (!value) FAIL(value.error().message);
  const std::string canonical = write(*value);
  const auto again = read(canonical, "b.json");
  if (!again) FAIL(again.error().message);
  CHECK(*again == *value);
  CHECK(write(*again) == canonical);
}

template <typename T>
std::string error_of(const Result<T>& value) {
  return value ? std::string("no error") : value.error().message;
}

bool mentions(const std::string& message, std::string_view words) {
  return message.find(words) != std::string::npos;
}

std::string notice_error(std::string_view from, std::string_view to) {
  return error_of(read_notice(with(kSampleNotice, from, to), "a.json"));
}

std::string place_error(std::string_view from, std::string_view to) {
  return error_of(read_place(with(kSampleHouse, from, to), "a.json"));
}

std::string catalogue_error(std::string_view from, std::string_view to) {
  return error_of(read_catalogue(with(kSampleCatalogue, from, to), "a.json"));
}

}  // namespace

TEST_CASE("every kind is written as it was read", "[guide]") {
  check_round_trip(kSampleNotice, read_notice, write_notice);
  check_round_trip(kSampleHeritage, read_heritage, write_heritage);
  check_round_trip(kSampleProduct, read_product, write_product);
  check_round_trip(kSampleHouse, read_place, write_place);
  check_round_trip(kSamplePlace, read_place, write_place);
  check_round_trip(kSampleCatalogue, read_catalogue, write_catalogue);
  check_round_trip(kSampleSectors, read_sectors, write_sectors);
  check_round_trip(kSampleProvince, read_province, write_province);
}

TEST_CASE("a notice reads whole", "[guide]") {
  const auto notice = read_notice(kSampleNotice, "a.json");
  REQUIRE(notice);
  CHECK(notice->urgency == Notice::Urgency::important);
  CHECK(notice->from == parse_date("2026-12-01"));
  CHECK(notice->until == parse_date("2026-12-05"));
  CHECK(notice->places == std::vector<std::string>{"thuong-thap"});
  CHECK(notice->public_contacts.at(0).phone == "1900 1288");
  CHECK(notice->sample);
}

TEST_CASE("a notice has days, in their order, and a source", "[guide]") {
  CHECK(mentions(notice_error(R"("until": "2026-12-05",)", ""), "thiếu \"until\""));
  CHECK(mentions(notice_error(R"("from": "2026-12-01",)", ""), "thiếu \"from\""));
  CHECK(mentions(notice_error("2026-12-05", "2026-11-30"), "/until: sớm hơn"));
  CHECK(notice_error("2026-12-05", "2026-12-01") == "no error");
  CHECK(mentions(notice_error(R"("source": "Dữ liệu mẫu")", ""), "a.json:"));
  CHECK(mentions(notice_error("\"important\"", "\"urgent\""), "normal, important, emergency"));
  CHECK(mentions(notice_error("\"Notice\"", "\"PublicService\""), "/type: "));
}

TEST_CASE("attack: a schema elsewhere is refused", "[guide][security]") {
  CHECK(mentions(notice_error(R"("type": "Notice")",
                              R"("$schema": "https://evil.example/notice.schema.json", "type": "Notice")"),
                 "/$schema: "));
}

TEST_CASE("a telephone number looks like one", "[guide]") {
  for (const char* phone : {"113", "024 3388 1234", "+84.24.3388.1234", "0912-345-678", "1900 1288"}) {
    CHECK(is_phone_number(phone));
  }
  for (const char* wrong : {"", "+", "12", "hỏi trưởng thôn", "024 3388 1234 (trong giờ)", "tel:113", " 113",
                            "113 ", "+ 113", "1234567890123456", "1+13"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_phone_number(wrong));
  }
  CHECK(mentions(notice_error("1900 1288", "gọi thôn"), "/publicContacts/0/phone: "));
}

TEST_CASE("a house's network has a name and password that a network can have", "[guide]") {
  CHECK(place_error(R"(, "password": "xin chao 2026")", "") == "no error");
  CHECK(mentions(place_error("xin chao 2026", "1234567"), "/wifi/password: "));
  CHECK(mentions(place_error("xin chao 2026", std::string(64, 'x')), "/wifi/password: "));
  CHECK(mentions(place_error("xin chao 2026", "xin chào bà con"), "/wifi/password: "));
  CHECK(mentions(place_error("NVH Dich Trung", std::string(33, 'x')), "/wifi/ssid: "));
  CHECK(mentions(place_error(R"("ssid": "NVH Dich Trung", )", ""), "thiếu \"ssid\""));
  CHECK(mentions(place_error("https://zalo.me/", "http://zalo.me/"), "/zaloGroups/0/url: "));
}

TEST_CASE("a product's link is a template with a code or an address", "[guide]") {
  const std::string_view link = R"({"url": "https://hanoi.gov.vn/san-pham"})";
  CHECK(mentions(error_of(read_product(with(kSampleProduct, link, "{}"), "a.json")), "/link: "));
  CHECK(mentions(error_of(read_product(with(kSampleProduct, link, "null"), "a.json")), "/link: "));
  const auto without = read_product(
      with(kSampleProduct, R"("link": {"url": "https://hanoi.gov.vn/san-pham"},)", ""), "a.json");
  REQUIRE(without);
  CHECK_FALSE(without->link);
}

TEST_CASE("catalogue entries are in order of code and know the commune's own", "[guide]") {
  const auto catalogue = read_catalogue(kSampleCatalogue, "a.json");
  REQUIRE(catalogue);
  CHECK(catalogue->entries.at(0).code == "1.000656");
  const CatalogueEntry* birth = find_entry(*catalogue, "1.001193");
  REQUIRE(birth != nullptr);
  CHECK(birth->name == "Đăng ký khai sinh");
  CHECK(birth->agencies == std::vector<std::uint16_t>{0, 1});
  CHECK(birth->commune_level);
  CHECK_FALSE(find_entry(*catalogue, "1.004222")->commune_level);
  CHECK(find_entry(*catalogue, "1.00119") == nullptr);
  CHECK(find_entry(*catalogue, "9") == nullptr);
}

TEST_CASE("a catalogue is written one entry a line", "[guide]") {
  const auto catalogue = read_catalogue(kSampleCatalogue, "a.json");
  REQUIRE(catalogue);
  CHECK(mentions(write_catalogue(*catalogue), "\n    [\"1.001193\",\"Đăng ký khai sinh\",[0],[0,1]],\n"));
}

TEST_CASE("a catalogue's broken rows are named", "[guide]") {
  CHECK(mentions(catalogue_error("[1], [1]]", "[2], [1]]"), "a.json:7: /entries/0/2: "));
  CHECK(mentions(catalogue_error("[1], [1]]", "[1], [-1]]"), "/entries/0/3: "));
  CHECK(mentions(catalogue_error("[1], [1]]", "[1], [1.5]]"), "/entries/0/3: "));
  CHECK(mentions(catalogue_error("[1], [1]]", "[1]]"), "/entries/0: "));
  CHECK(mentions(catalogue_error("[1], [1]]", "1, 1]"), "/entries/0/2: "));
  CHECK(mentions(catalogue_error("\"1.004222\"", "\"<b>\""), "/entries/0/0: "));
  CHECK(mentions(catalogue_error("\"1.004222\"", "4222"), "/entries/0/0: "));
  CHECK(mentions(catalogue_error("\"Đăng ký thuế lần đầu\"", "\" \""), "/entries/0/1: "));
  CHECK(mentions(catalogue_error("\"1.004222\"", "\"1.001193\""), "có hai lần"));
}

TEST_CASE("a name of 1,192 characters, not NFC and with ƣ for ư, is read whole and mended", "[guide]") {
  std::string name;
  while (name.size() < 1000) name += "Cấp giấy phép sử dụng vật liệu nổ ";
  // Marks apart from their letters, a tab, gha for ư, a line break.
  const std::string debris = "<p>Thu\u0309 tu\u0323c</p>\\tn\u01a3\u1edbc&nbsp;\\n ";
  const auto catalogue = read_catalogue(with(kSampleCatalogue, "Đăng ký khai sinh", debris + name), "a.json");
  if (!catalogue) FAIL(catalogue.error().message);
  const std::string& read = find_entry(*catalogue, "1.001193")->name;
  CHECK(read.starts_with("Thủ tục nước Cấp giấy"));
  CHECK(read.size() > 1000);
}

TEST_CASE("ids of sectors and of fields are unique", "[guide]") {
  CHECK(mentions(error_of(read_sectors(with(kSampleSectors, "\"tu-phap\"", "\"tai-chinh\""), "a.json")),
                 "/sectors/1/id: "));
  CHECK(mentions(error_of(read_sectors(with(kSampleSectors, "\"ho-tich\"", "\"thue\""), "a.json")),
                 "/sectors/1/fields/0/id: "));
}

TEST_CASE("a picture is told by its bytes", "[guide]") {
  const auto png = inspect_picture(sample_png(8192, 2048), "a.png");
  REQUIRE(png);
  CHECK(is_only_panorama(*png));
  CHECK(inspect_picture(sample_png(4096, 4096), "a.png"));
  const auto progressive = inspect_picture(sample_jpeg(640, 480, 0xc2), "a.jpg");
  REQUIRE(progressive);
  CHECK(progressive->width_px == 640);
  CHECK(progressive->height_px == 480);
  CHECK_FALSE(inspect_picture(sample_png(10, 10), "a.jpg"));
  CHECK_FALSE(inspect_picture(sample_jpeg(10, 10, 0xc3), "a.jpg"));
  CHECK_FALSE(inspect_picture(sample_jpeg(10, 10, 0xc4), "a.jpg"));
  const auto webp = inspect_picture(sample_webp(1600, 1200), "a.webp");
  REQUIRE(webp);
  CHECK(webp->format == Picture::Format::webp);
  CHECK(webp->width_px == 1600);
  CHECK(webp->height_px == 1200);
  CHECK_FALSE(inspect_picture(sample_webp(10, 10), "a.jpg"));
  CHECK_FALSE(inspect_picture(sample_webp(0, 10), "a.webp"));
  CHECK_FALSE(inspect_picture(sample_webp(9000, 10), "a.webp"));
  CHECK_FALSE(inspect_picture(sample_webp(10, 10).substr(0, 29), "a.webp"));
  const std::string whole = sample_jpeg(10, 10);
  for (std::size_t size = 0; size < whole.size() - 8; ++size) {
    CHECK_FALSE(inspect_picture(whole.substr(0, size), "a.jpg"));
  }
}
