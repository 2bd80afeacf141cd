#include "tests/support/process_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace conglang::testing {
namespace fs = std::filesystem;
namespace {

std::string contents(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The number behind `name` in a file of "Name:   123 kB" lines.
double field(const std::string& lines, const std::string& name) {
  const std::size_t at = lines.find("\n" + name + ":");
  return at == std::string::npos ? 0 : std::strtod(lines.c_str() + at + name.size() + 2, nullptr);
}

// Folders of /proc named by numbers: processes, or a process's threads.
std::vector<fs::path> numbered(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") == std::string::npos) found.push_back(entry.path());
  }
  return found;
}

}  // namespace

std::vector<pid_t> process_tree(pid_t root) {
  std::map<pid_t, std::vector<pid_t>> children;
  for (const fs::path& process : numbered("/proc")) {
    const auto parent = static_cast<pid_t>(field(contents(process / "status"), "PPid"));
    children[parent].push_back(static_cast<pid_t>(std::stol(process.filename())));
  }
  std::vector<pid_t> tree{root};
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const auto& next = children[tree[i]];
    tree.insert(tree.end(), next.begin(), next.end());
  }
  return tree;
}

TreeCost cost_of_tree(pid_t root) {
  TreeCost cost;
  for (const pid_t process : process_tree(root)) {
    const fs::path folder = fs::path("/proc") / std::to_string(process);
    cost.pss_mib += field(contents(folder / "smaps_rollup"), "Pss") / 1024;
    for (const fs::path& thread : numbered(folder / "task")) {
      cost.cpu_ms += std::strtod(contents(thread / "schedstat").c_str(), nullptr) / 1e6;
      cost.wake_ups +=
          static_cast<std::uint64_t>(field(contents(thread / "status"), "voluntary_ctxt_switches"));
    }
  }
  return cost;
}

}  // namespace conglang::testing
