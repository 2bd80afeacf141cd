#include "tests/architecture/text_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "content/base/utf8.h"

namespace conglang::architecture {
namespace {

namespace fs = std::filesystem;

constexpr std::ptrdiff_t kMaxCodeLines = 450;

/// Paths that exist on one machine only, and addresses that belong in nobody's lock file. Each is written in
/// two parts, so that this file does not hold what it forbids.
const std::vector<std::string>& forbidden_words() {
  static const std::vector<std::string> kWords = {
      std::string("../") + "shared",
      std::string("/work") + "/",
      std::string("registry.") + "npmjs",
      std::string("<<<<") + "<<< ",
  };
  return kWords;
}

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool is_skipped(const fs::path& name) {
  static constexpr std::array<std::string_view, 5> kSkipped = {"build", "node_modules", ".git", ".cache",
                                                               "corpus"};
  return std::find(kSkipped.begin(), kSkipped.end(), name.string()) != kSkipped.end();
}

bool is_binary(const std::string& bytes) {
  return bytes.find('\0') != std::string::npos;
}

bool is_code(const fs::path& path) {
  static constexpr std::array<std::string_view, 7> kExtensions = {".h",   ".cpp", ".sh", ".py",
                                                                  ".mjs", ".js",  ""};
  const std::string extension = path.filename() == "CMakeLists.txt" ? "" : path.extension().string();
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

void check_file(const fs::path& root, const fs::path& path, std::vector<std::string>& violations) {
  const std::string bytes = contents(path);
  if (is_binary(bytes)) return;
  const std::string name = fs::relative(path, root).generic_string();
  if (!is_nfc(bytes)) violations.push_back(fmt::format("{} is not UTF-8 in NFC", name));
  const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
  if (is_code(path) && lines > kMaxCodeLines)
    violations.push_back(fmt::format("{} has {} lines; the limit is {}", name, lines, kMaxCodeLines));
  for (const auto& word : forbidden_words())
    if (bytes.find(word) != std::string::npos)
      violations.push_back(fmt::format("{} mentions {}", name, word));
}

}  // namespace

std::vector<std::string> text_violations(const fs::path& root) {
  std::vector<std::string> violations;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
    if (is_skipped(it->path().filename()))
      it.disable_recursion_pending();
    else if (it->is_regular_file() && !it->is_symlink())
      check_file(root, it->path(), violations);
  }
  std::sort(violations.begin(), violations.end());
  return violations;
}

}  // namespace conglang::architecture
