#include "tests/architecture/module_table.h"

#include <fmt/format.h>

#include <cstdlib>
#include <regex>
#include <sstream>

namespace conglang::architecture {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream{std::string(text)};
  for (std::string part; std::getline(stream, part, separator);)
    if (auto clean = trimmed(part); !clean.empty()) parts.push_back(std::move(clean));
  return parts;
}

/// "sync/agent, mains" with "wiring: kiosk/main.cpp": the folder, and the files that the description names.
std::vector<std::string> paths_of(const std::string& module_cell, const std::string& description) {
  std::vector<std::string> paths;
  for (auto& path : split(module_cell, ',')) {
    if (path != "mains") {
      paths.push_back(path);
      continue;
    }
    static const std::regex kMain("[a-z_/]+/main\\.cpp");
    for (auto it = std::sregex_iterator(description.begin(), description.end(), kMain);
         it != std::sregex_iterator(); ++it)
      paths.push_back(it->str());
  }
  return paths;
}

Module read_row(const std::vector<std::string>& cells) {
  Module module;
  module.level = std::atoi(cells[0].c_str());
  module.paths = paths_of(cells[1], cells[2]);
  const std::string uses = cells.size() > 3 ? cells[3] : "";
  module.may_use_anything = uses == "anything";
  if (!module.may_use_anything) module.may_use = split(uses, ',');
  return module;
}

bool contains_path(const std::string& folder_or_file, std::string_view file) {
  return file == folder_or_file || file.starts_with(folder_or_file + "/");
}

void mark_uses(const ModuleTable& table, std::size_t from, std::vector<bool>& allowed) {
  for (const auto& name : table[from].may_use) {
    const int used = module_named(table, name);
    if (used < 0 || allowed[static_cast<std::size_t>(used)]) continue;
    allowed[static_cast<std::size_t>(used)] = true;
    mark_uses(table, static_cast<std::size_t>(used), allowed);
  }
}

}  // namespace

ModuleTable read_module_table(std::string_view markdown) {
  ModuleTable table;
  bool inside = false;
  std::istringstream lines{std::string(markdown)};
  for (std::string line; std::getline(lines, line);) {
    const auto cells = split(line, '|');
    if (!line.starts_with("|") || cells.size() < 3) {
      if (inside) break;
      continue;
    }
    if (inside && cells[0].find("---") == std::string::npos) table.push_back(read_row(cells));
    if (cells[0] == "level") inside = true;
  }
  return table;
}

int module_of(const ModuleTable& table, std::string_view file) {
  int found = -1;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const auto& path : table[i].paths)
      if (path.size() > longest && contains_path(path, file)) {
        longest = path.size();
        found = static_cast<int>(i);
      }
  return found;
}

int module_named(const ModuleTable& table, std::string_view name) {
  int found = -1;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const auto& path : table[i].paths) {
      if (path != name && !path.ends_with("/" + std::string(name))) continue;
      if (found >= 0 && found != static_cast<int>(i)) return -1;
      found = static_cast<int>(i);
    }
  return found;
}

std::vector<std::string> violations_in_table(const ModuleTable& table) {
  std::vector<std::string> violations;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i > 0 && table[i].level < table[i - 1].level)
      violations.push_back(
          fmt::format("README.md: the level of {} sinks below the row above", table[i].name()));
    for (const auto& name : table[i].may_use) {
      const int used = module_named(table, name);
      if (used < 0)
        violations.push_back(
            fmt::format("README.md: {} may use {}, which is not exactly one row", table[i].name(), name));
      else if (used >= static_cast<int>(i))
        violations.push_back(fmt::format("README.md: {} may use {}, whose row does not stand above it",
                                         table[i].name(), name));
    }
  }
  return violations;
}

std::vector<std::vector<bool>> allowed_uses(const ModuleTable& table) {
  std::vector<std::vector<bool>> allowed(table.size(), std::vector<bool>(table.size(), false));
  const int base = module_of(table, "content/base");
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].may_use_anything) allowed[i].assign(table.size(), true);
    mark_uses(table, i, allowed[i]);
    allowed[i][i] = true;
    if (base >= 0) allowed[i][static_cast<std::size_t>(base)] = true;
  }
  return allowed;
}

}  // namespace conglang::architecture
