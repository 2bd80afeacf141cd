#include "kiosk/picture/assets.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/folders.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
namespace fs = std::filesystem;

namespace {

const fs::path kAssets = CONGLANG_BIN_DIR "/../share/conglang";

/// A folder with our languages, and one more as a file of `text`.
void drop_in(const testing::TemporaryFolder& folder, const std::string& name, const std::string& text) {
  for (const char* ours : {"strings.vi.json", "strings.en.json"})
    fs::copy_file(kAssets / ours, folder / ours, fs::copy_options::skip_existing);
  std::ofstream(folder / name) << text;
}

}  // namespace

TEST_CASE("all strings files of the program are read, Vietnamese first", "[picture]") {
  std::vector<std::string> remarks;
  const auto strings = picture::load_strings(kAssets, &remarks);
  REQUIRE(strings);
  CHECK(strings->languages() == std::vector<std::string>{"vi", "en"});
  CHECK(remarks.empty());
}

TEST_CASE("another language is a file dropped in, and what it lacks is Vietnamese", "[picture]") {
  const testing::TemporaryFolder folder;
  drop_in(folder, "strings.tay.json", R"({"language":"tay","name":"Tày","strings":{"back":"Mà lăng"}})");
  std::vector<std::string> remarks;
  const auto strings = picture::load_strings(folder.path(), &remarks);
  REQUIRE(strings);
  CHECK(strings->languages() == std::vector<std::string>{"vi", "en", "tay"});
  const kiosk::Words words(strings->in("tay"));
  CHECK(words(kiosk::Key::back) == "Mà lăng");
  CHECK(words(kiosk::Key::home) == "Trang đầu");
  REQUIRE(remarks.size() == 1);
  CHECK(remarks.front().starts_with("strings.tay.json lacks "));
  CHECK(remarks.front().find(" app_name, sample, home, ") != std::string::npos);
}

TEST_CASE("a language file that is damaged is left out and told; ours must be whole", "[picture]") {
  const testing::TemporaryFolder folder;
  for (const char* text : {"{", "[]", R"({"language":"en","name":"Two","strings":{}})",
                           R"({"language":"tay","name":"Tày","strings":{"no_such_text":"x"}})"}) {
    drop_in(folder, "strings.tay.json", text);
    std::vector<std::string> remarks;
    const auto strings = picture::load_strings(folder.path(), &remarks);
    REQUIRE(strings);
    CHECK(strings->languages() == std::vector<std::string>{"vi", "en"});
    REQUIRE(remarks.size() == 1);
    CHECK(remarks.front().starts_with("strings.tay.json: "));
  }
  std::ofstream(folder / "strings.vi.json") << "{";
  CHECK(picture::load_strings(folder.path()).error().code == Errc::parse);
  fs::remove(folder / "strings.vi.json");
  CHECK(picture::load_strings(folder.path()).error().code == Errc::not_found);
}
