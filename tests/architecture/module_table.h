#pragma once
// README.md's table of modules, as data: which folders exist, what each may use. The table is the rule; this
// only reads it.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::architecture {

struct Module {
  int level = 0;
  std::vector<std::string> paths;    ///< folders, or single files of the row of mains
  std::vector<std::string> may_use;  ///< as the row says: "guide", "sync/client"
  bool may_use_anything = false;

  const std::string& name() const { return paths.front(); }
};

using ModuleTable = std::vector<Module>;

/// The rows of the first table of `markdown` whose header begins with "level". Empty when there is none.
ModuleTable read_module_table(std::string_view markdown);

/// The index of the module that `file` (a path from the root) belongs to: the longest of the paths that
/// contain it. -1 when it belongs to none.
int module_of(const ModuleTable& table, std::string_view file);

/// The index of the module that a row calls `name`: its path or the last part of its path. -1 when there is
/// none, or more than one.
int module_named(const ModuleTable& table, std::string_view name);

/// What is wrong with the table itself: names that no row has, rows used before they stand, levels that sink.
std::vector<std::string> violations_in_table(const ModuleTable& table);

/// For each module, whether it may include each other one: what it names, what those may use, content/base.
std::vector<std::vector<bool>> allowed_uses(const ModuleTable& table);

}  // namespace conglang::architecture
