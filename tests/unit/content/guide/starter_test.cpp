// The starter content that comes with the program: read as a kiosk reads it, and kept in the canonical form,
// so that a build changes nothing in it.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/guide/guide_json.h"
#include "tests/folders.h"
#include "tests/support/sample_bundle.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

constexpr std::uintmax_t kMaxBytes = 4'000'000;

Files starter_files() {
  const std::filesystem::path folder = std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/starter";
  Files files;
  const auto paths = list_files(folder);
  REQUIRE(paths);
  for (const std::string& path : *paths) {
    auto bytes = read_file(folder / path, kMaxBytes);
    REQUIRE(bytes);
    files[path] = *bytes;
  }
  return files;
}

}  // namespace

TEST_CASE("the starter content assembles with nothing set aside", "[guide][starter]") {
  const auto assembled = assemble(starter_files(), conglang::testing::kSampleCommune);
  if (!assembled) FAIL(assembled.error().message);
  for (const SetAside& aside : assembled->set_aside) FAIL_CHECK(aside.error.message);
  CHECK(assembled->content.guides.size() >= 6);
}

TEST_CASE("every starter guide is written as it stands, but for its schema's path", "[guide][starter]") {
  int guides = 0;
  for (const auto& entry : starter_files()) {
    const auto path = parse_bundle_path(entry.first);
    if (!path || path->kind != BundlePath::Kind::guide) continue;
    CAPTURE(entry.first);
    const auto guide = read_guide(entry.second, entry.first);
    if (!guide) FAIL(guide.error().message);
    const auto schema = nlohmann::json::parse(entry.second).value("$schema", "");
    CHECK(write_guide(*guide, schema) == entry.second);
    ++guides;
  }
  CHECK(guides >= 6);
}

TEST_CASE("every link of the starter guides may become a code", "[guide][starter]") {
  const auto assembled = assemble(starter_files(), conglang::testing::kSampleCommune);
  REQUIRE(assembled);
  const LinkPolicy& policy = assembled->content.link_policy;
  for (const Guide& guide : assembled->content.guides) {
    CAPTURE(guide.id);
    CHECK_FALSE(guide.links.empty());
    for (const Link& link : guide.links) {
      const auto checked = link.template_id.empty() ? check_link(policy, link.url)
                                                    : expand_link(policy, link.template_id, link.code);
      if (!checked) FAIL_CHECK(checked.error().message);
    }
  }
}
