#include "tests/architecture/text_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

using namespace conglang::architecture;
using conglang::testing::TemporaryFolder;
using Lines = std::vector<std::string>;

namespace {

Lines violations_of(const std::string& name, const std::string& text) {
  const TemporaryFolder root;
  std::ofstream(root / name) << text;
  return text_violations(root.path());
}

}  // namespace

TEST_CASE("every text file of the repository keeps the rules for text", "[architecture]") {
  const auto violations = text_violations(CONGLANG_SOURCE_DIR);
  CHECK(violations == Lines{});
}

TEST_CASE("text that is not in NFC is found", "[architecture]") {
  CHECK(violations_of("a.md", "là\n") == Lines{});
  CHECK(violations_of("a.md", "la\u0300\n") == Lines{"a.md is not UTF-8 in NFC"});
  CHECK(violations_of("a.md", "\xff\n") == Lines{"a.md is not UTF-8 in NFC"});
}

TEST_CASE("a source of more than 450 lines is found", "[architecture]") {
  CHECK(violations_of("a.cpp", std::string(450, '\n')) == Lines{});
  CHECK(violations_of("a.cpp", std::string(451, '\n')) == Lines{"a.cpp has 451 lines; the limit is 450"});
  CHECK(violations_of("a.json", std::string(451, '\n')) == Lines{});
}

TEST_CASE("a path of one machine is found", "[architecture]") {
  const std::string path = std::string("../") + "shared";
  CHECK(violations_of("a.md", "see " + path + "/design") == Lines{"a.md mentions " + path});
}

TEST_CASE("what is not text is left alone", "[architecture]") {
  CHECK(violations_of("a.png", std::string("\xff\0", 2)) == Lines{});
}
