// Records as others may come: fields lost, of another kind, nested or cut, by seed.

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "content/base/file.h"
#include "content/import/portal_import.h"
#include "tests/folders.h"
#include "tests/support/portal_record.h"

using namespace conglang;
using namespace conglang::import;
using conglang::testing::leaves_of;
using nlohmann::json;

namespace {

std::vector<json::json_pointer> all_places(const json& record) {
  std::vector<json::json_pointer> places;
  std::vector<json::json_pointer> open{json::json_pointer()};
  while (!open.empty()) {
    const json::json_pointer at = open.back();
    open.pop_back();
    if (!at.empty()) places.push_back(at);
    const json& value = record.at(at);
    if (value.is_object()) {
      for (const auto& item : value.items()) open.push_back(at / item.key());
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) open.push_back(at / i);
    }
  }
  return places;
}

json odd_value(unsigned kind, const json& value) {
  switch (kind) {
    case 0:
      return nullptr;
    case 1:
      return -1;
    case 2:
      return 1.5;
    case 3:
      return true;
    case 4:
      return "01 bản chính + 01 bản sao";
    case 5:
      return json::array();
    case 6:
      return json::object();
    case 7:
      return json::array({value, value});
    case 8:
      return json{{"name", value}, {"x", value}};
    case 9:
      return "<p>&nbsp;\u200e- </p>";
    default:
      return value.is_string() ? json(value.get<std::string>().substr(0, 7)) : json("");
  }
}

void spoil(json& record, std::mt19937& random) {
  const auto places = all_places(record);
  if (places.empty()) return;
  const json::json_pointer at = places[random() % places.size()];
  if (at == json::json_pointer("/data/code") || at == json::json_pointer("/data")) return;
  const auto kind = static_cast<unsigned>(random() % 13);
  json& parent = record.at(at.parent_pointer());
  if (kind < 11 || !parent.is_object()) {
    record.at(at) = odd_value(kind % 11, record.at(at));
  } else if (kind == 11) {
    parent.erase(at.back());
  } else {
    parent["la/~" + at.back()] = record.at(at);
  }
}

void check_all_accounted(const std::string& bytes) {
  const auto draft = import_portal_record(bytes, "spoilt.json");
  REQUIRE(draft);
  const auto file = draft_file(draft->guide);
  INFO((file ? "" : file.error().message));
  CHECK(file.has_value());
  std::set<std::string> reported;
  for (const auto& entry : draft->ledger.entries()) reported.insert(entry.first);
  reported.erase("");
  CHECK(reported == leaves_of(json::parse(bytes)));
}

}  // namespace

TEST_CASE("a spoilt record still becomes a draft, with every leaf accounted for", "[import]") {
  const auto bytes = read_file(CONGLANG_SOURCE_DIR "/tests/data/portal/1.013314.json", 1 << 20);
  REQUIRE(bytes);
  const json whole = json::parse(*bytes);
  const json small = conglang::testing::small_portal_record();
  for (unsigned seed = 0; seed < 400; ++seed) {
    std::mt19937 random(seed);
    json record = seed % 4 == 0 ? whole : small;
    for (unsigned times = 1 + seed % 6; times > 0; --times) spoil(record, random);
    INFO("seed " << seed << ": "
                 << record.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 2000));
    check_all_accounted(record.dump(-1, ' ', false, json::error_handler_t::replace));
  }
}

TEST_CASE("a record cut off anywhere is an error, never a crash", "[import]") {
  const std::string bytes = conglang::testing::small_portal_record().dump();
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    CHECK_FALSE(import_portal_record(bytes.substr(0, length), "cut.json"));
  }
}
