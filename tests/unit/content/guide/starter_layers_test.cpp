// A merge patch replaces a list whole (RFC 7396), so the patches of the starter content repeat what they do
// not change. Here the copies are held against the guides, so that a correction above is not lost below.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "content/base/file.h"
#include "tests/folders.h"

using namespace conglang;
using nlohmann::json;

namespace {

const std::filesystem::path kStarter = CONGLANG_SOURCE_DIR "/content/starter";

json read_json(const std::filesystem::path& path) {
  const auto bytes = read_file(path, 1 << 20);
  REQUIRE(bytes);
  json value = json::parse(*bytes, nullptr, false);
  REQUIRE_FALSE(value.is_discarded());
  return value;
}

/// The cases without what they cost.
json cases_but_costs(json guide) {
  for (json& one : guide["cases"]) one.erase("costs");
  return guide["cases"];
}

/// The ways to file without the words that a layer may change.
json channels_but_words(json guide) {
  for (json& one : guide["channels"]) {
    for (const char* words : {"name", "note", "hours", "provenance"}) one.erase(words);
  }
  return guide["channels"];
}

bool begins_with(const json& list, const json& start) {
  return list.size() >= start.size() && std::equal(start.begin(), start.end(), list.begin());
}

void check_patch(const std::filesystem::path& path) {
  CAPTURE(path.string());
  const json patch = read_json(path);
  const json guide = read_json(kStarter / "national/guides" / path.filename());
  static const std::set<std::string> may_change{"cases",       "channels",           "notes",
                                                "description", "competentAuthority", "changeNote"};
  for (const auto& item : patch.items()) {
    CAPTURE(item.key());
    CHECK(may_change.contains(item.key()));
  }
  if (patch.contains("cases")) CHECK(cases_but_costs(patch) == cases_but_costs(guide));
  if (patch.contains("channels")) CHECK(channels_but_words(patch) == channels_but_words(guide));
  if (patch.contains("notes")) CHECK(begins_with(patch["notes"], guide["notes"]));
}

/// Every exemption of each case, in Vietnamese.
std::map<std::string, std::set<std::string>> exemptions(const json& cases) {
  std::map<std::string, std::set<std::string>> all;
  for (const json& one : cases) {
    for (const json& cost : one["costs"]) {
      for (const json& exemption : cost.value("exemptions", json::array())) {
        all[one["id"]].insert(exemption["vi"]);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a patch of the starter content differs from its guide only where it means to",
          "[guide][starter]") {
  int patches = 0;
  for (const char* folder : {"provinces/01/patches", "communes/09784/patches"}) {
    for (const auto& entry : std::filesystem::directory_iterator(kStarter / folder)) {
      check_patch(entry.path());
      ++patches;
    }
  }
  CHECK(patches >= 20);
}

TEST_CASE("who pays nothing in the nation's guide of civil status pays nothing in Hà Nội",
          "[guide][starter]") {
  for (const char* name :
       {"khai-sinh", "khai-tu", "tinh-trang-hon-nhan", "cai-chinh-ho-tich", "dang-ky-lai-khai-sinh"}) {
    CAPTURE(name);
    const std::string file = std::string(name) + ".json";
    const json guide = read_json(kStarter / "national/guides" / file);
    const json patch = read_json(kStarter / "provinces/01/patches" / file);
    CHECK(exemptions(patch["cases"]) == exemptions(guide["cases"]));
  }
}
