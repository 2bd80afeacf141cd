#include "tests/architecture/include_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/architecture/header_owners.h"

namespace conglang::architecture {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sources(const fs::path& root) {
  std::vector<std::string> found;
  for (const char* top : {"content", "sync", "kiosk"}) {
    if (!fs::exists(root / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const auto extension = entry.path().extension();
      if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp"))
        found.push_back(fs::relative(entry.path(), root).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The words between the quotes or brackets of each include, in order.
std::vector<std::string> includes(const std::string& text) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<std::string> found;
  std::istringstream lines(text);
  std::smatch match;
  for (std::string line; std::getline(lines, line);)
    if (std::regex_search(line, match, kInclude)) found.push_back(match[1]);
  return found;
}

bool lies_in(std::string_view file, const std::vector<std::string>& owners) {
  return std::any_of(owners.begin(), owners.end(), [&](const std::string& owner) {
    return file == owner || file.starts_with(owner + "/");
  });
}

/// Checks one file after another and gathers what it finds.
class Checker {
 public:
  explicit Checker(const fs::path& root)
      : root_(root), table_(read_module_table(contents(root / "README.md"))), allowed_(allowed_uses(table_)) {
    violations_ = violations_in_table(table_);
    if (table_.empty()) violations_.push_back("README.md: the table of modules is missing");
  }

  void check(const std::string& file) {
    const int module = module_of(table_, file);
    if (module < 0) {
      violations_.push_back(fmt::format("{} belongs to no module of README.md", file));
      return;
    }
    for (const auto& include : includes(contents(root_ / file))) {
      if (fs::exists(root_ / include))
        check_own(file, static_cast<std::size_t>(module), include);
      else
        check_foreign(file, include);
    }
  }

  std::vector<std::string> violations() && { return std::move(violations_); }

 private:
  void check_own(const std::string& file, std::size_t module, const std::string& include) {
    const int used = module_of(table_, include);
    if (used < 0)
      violations_.push_back(fmt::format("{} includes {}, which belongs to no module", file, include));
    else if (!allowed_[module][static_cast<std::size_t>(used)])
      violations_.push_back(fmt::format("{} includes {}: {} may not use {}", file, include,
                                        table_[module].name(),
                                        table_[static_cast<std::size_t>(used)].name()));
  }

  void check_foreign(const std::string& file, const std::string& include) {
    if (fs::exists((root_ / file).parent_path() / include)) {
      violations_.push_back(fmt::format("{} includes {}: write the path from the root", file, include));
      return;
    }
    const Header header = classify_header(include);
    if (header.kind == HeaderKind::unknown)
      violations_.push_back(
          fmt::format("{} includes {}, which has no owner: add it to tests/architecture/header_owners.cpp",
                      file, include));
    if (header.kind == HeaderKind::owned && !lies_in(file, header.owners))
      violations_.push_back(
          fmt::format("{} includes {}, which belongs to {}", file, include, fmt::join(header.owners, ", ")));
  }

  fs::path root_;
  ModuleTable table_;
  std::vector<std::vector<bool>> allowed_;
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> include_violations(const fs::path& root) {
  Checker checker(root);
  for (const auto& file : sources(root)) checker.check(file);
  return std::move(checker).violations();
}

}  // namespace conglang::architecture
