#include "content/publish/format_file.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/guide_json.h"
#include "tests/support/careful_bundle.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/starter_files.h"

using namespace conglang;
using namespace conglang::testing;
using publish::format_file;

namespace {

// Every file of the bundles that come with the program and its tests, pictures aside.
guide::Files all_files() {
  guide::Files files = careful_bundle();
  for (const auto& more : {sample_bundle(), starter_files()}) {
    for (const auto& [path, bytes] : more) files.insert_or_assign("other/" + path, bytes);
  }
  std::erase_if(files, [](const auto& entry) { return !entry.first.ends_with(".json"); });
  return files;
}

guide::LinkPolicy national_links() {
  const auto policy = guide::read_link_policy(kCarefulLinks, "links.json");
  REQUIRE(policy);
  return *policy;
}

}  // namespace

TEST_CASE("what is formatted is formatted for good", "[fmt]") {
  for (const auto& [path, bytes] : all_files()) {
    const std::string where = path;
    CAPTURE(where);
    const auto once = format_file(bytes, path, national_links());
    if (!once) FAIL(once.error().message);
    CHECK(format_file(*once, path, national_links()) == once);
  }
}

TEST_CASE("a formatted guide reads as the same guide", "[fmt]") {
  int guides = 0;
  for (const auto& [path, bytes] : all_files()) {
    const auto before = guide::read_guide(bytes, path);
    if (!before) continue;
    ++guides;
    const auto formatted = format_file(bytes, path, national_links());
    REQUIRE(formatted);
    CHECK(guide::read_guide(*formatted, path) == before);
  }
  CHECK(guides > 30);
}

TEST_CASE("formatted bundles assemble to the same content", "[fmt]") {
  guide::Files formatted;
  for (const auto& [path, bytes] : careful_bundle()) {
    const bool json = path.ends_with(".json");
    formatted[path] = json ? *format_file(bytes, path, national_links()) : bytes;
  }
  const auto before = guide::assemble(careful_bundle(), kSampleCommune);
  const auto after = guide::assemble(formatted, kSampleCommune);
  REQUIRE(before);
  REQUIRE(after);
  CHECK(before->set_aside.empty());
  CHECK(before->content == after->content);
}

TEST_CASE("a file keeps its own schema, in front", "[fmt]") {
  const auto guide = format_file(kCarefulGuide, "draft.json", {});
  REQUIRE(guide);
  CHECK(guide->starts_with("{\n  \"$schema\": \"../../guide.schema.json\",\n  \"type\": \"PublicService\","));
  const auto place = format_file(
      R"({"commune": {"vi": "X"}, "$schema": "place.schema.json", "id": "a", "name": {"vi": "A"}})", "a.json",
      {});
  REQUIRE(place);
  CHECK(place->starts_with("{\n  \"$schema\": \"place.schema.json\",\n  \"id\": \"a\","));
}

TEST_CASE("the kind of a file is told by its path, or by what it holds", "[fmt]") {
  using Kind = guide::BundlePath::Kind;
  CHECK(publish::kind_of_file("/home/x/national/guides/a.json", "")->kind == Kind::guide);
  CHECK(publish::kind_of_file("communes/09784/patches/a.json", "{}")->kind == Kind::patch);
  CHECK(publish::kind_of_file("nhap/a.json", kCarefulGuide)->kind == Kind::guide);
  CHECK(publish::kind_of_file("nhap/a.json", kCarefulNotice)->kind == Kind::notice);
  CHECK(publish::kind_of_file("nhap/a.json", kCarefulPlace)->kind == Kind::place);
  CHECK_FALSE(publish::kind_of_file("nhap/a.json", "{}"));
  CHECK_FALSE(publish::kind_of_file("nhap/a.json", "{"));
}

TEST_CASE("a file that does not read, or holds an unknown field, is refused rather than cut", "[fmt]") {
  CHECK_FALSE(format_file("{", "a.json", {}));
  CHECK_FALSE(format_file(with(kCarefulGuide, "\"codes\"", "\"kodes\""), "a.json", {}));
  CHECK_FALSE(format_file("{}", "a.json", {}));
  CHECK_FALSE(format_file("[]", "a.json", {}));
}
