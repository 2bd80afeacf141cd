// Any bytes in place of a file of the catalogue, of a province or of a commune: a value or an error whose
// every line names the file; what is read is written and read back as it was. In a bundle the bytes never
// keep the national guides from showing.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/guide/bundle.h"
#include "content/guide/catalogue_json.h"
#include "content/guide/emergency_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

constexpr std::array kPaths{
    "provinces/01/links.json",         "provinces/01/guides/a.json", "provinces/01/patches/b.json",
    "provinces/01/notices/a.json",     "communes/1/place/a.json",    "communes/1/guides/a.json",
    "communes/1/patches/b.json",       "communes/1/notices/a.json",  "communes/1/heritage/a.json",
    "communes/1/products/a.json",      "communes/1/pictures/a.jpg",  "communes/1/pictures/a.png",
    "communes/1/pictures/../../x.png", "emergency/screen.json"};

void require(bool holds) {
  if (!holds) std::abort();
}

template <typename Read, typename Write>
void check_round_trip(std::string_view bytes, Read read, Write write) {
  const auto value = read(bytes, "f");
  if (!value) return require(value.error().message.starts_with("f:"));
  const std::string written = write(*value);
  const auto again = read(written, "f");
  require(again && *again == *value && write(*again) == written);
}

Files national() {
  Files files;
  files["national/links.json"] = R"({"hosts": [{"host": "dichvucong.gov.vn"}]})";
  files["national/topics.json"] = R"({"topics": [{"id": "a", "title": {"vi": "A"}, "icon": "a"}]})";
  files["national/guides/b.json"] = R"({"$schema": "guide.schema.json", "type": "PublicService",
      "id": "b", "title": {"vi": "B"}, "cases": [{"id": "c"}]})";
  files["provinces/01/province.json"] =
      R"({"code": "01", "name": {"vi": "P"}, "communes": [{"code": "1", "name": {"vi": "C"}}]})";
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_round_trip(bytes, read_catalogue, write_catalogue);
  check_round_trip(bytes, read_sectors, write_sectors);
  check_round_trip(bytes, read_province, write_province);
  check_round_trip(bytes, read_emergency, write_emergency);
  check_round_trip(bytes, read_notice, write_notice);
  check_round_trip(bytes, read_heritage, write_heritage);
  check_round_trip(bytes, read_product, write_product);
  check_round_trip(bytes, read_place, write_place);
  Files files = national();
  for (const char* path : kPaths) files[path] = bytes;
  const auto assembled = assemble(files, "1");
  require(assembled && assembled->content.guides.size() + assembled->content.retired.size() >= 1);
  require(assembled->media.pictures.size() == assembled->content.pictures.size());
  return 0;
}
