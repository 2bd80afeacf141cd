#include "kiosk/machine/sticks.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "content/base/utf8.h"

namespace conglang::machine {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostSticks = 8;
constexpr int kMediumDepth = 2;           // /media/STICK, /media/USER/STICK
constexpr int kTreeDepth = 3;             // and a folder on it
constexpr std::size_t kMostFolders = 64;  // a stick may hold anything

// The folders in `folder`, by name, links not followed.
std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  fs::directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  while (!error && entry != fs::directory_iterator() && found.size() < kMostFolders) {
    std::error_code ignored;
    if (entry->symlink_status(ignored).type() == fs::file_type::directory) found.push_back(entry->path());
    entry.increment(error);
  }
  std::ranges::sort(found);
  return found;
}

bool is_tree(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "metadata" / "timestamp.json", ignored) &&
         fs::is_directory(folder / "targets", ignored);
}

// A name that the screen can show.
std::string shown_name(const fs::path& medium) {
  const auto name = to_nfc(medium.filename().string());
  return name ? *name : std::string("USB");
}

// Another file system than that of the folder it lies in.
bool is_mounted(const fs::path& folder) {
  struct stat here {};
  struct stat above {};
  return ::stat(folder.c_str(), &here) == 0 && ::stat(folder.parent_path().c_str(), &above) == 0 &&
         here.st_dev != above.st_dev;
}

// Calls `visit` for each folder down to `depth`, parents first; a folder that it takes is not looked into.
template <typename Visit>
void walk(const fs::path& folder, int depth, const Visit& visit) {
  for (const fs::path& inner : folders_in(folder))
    if (!visit(inner) && depth > 1) walk(inner, depth - 1, visit);
}

}  // namespace

std::vector<kiosk::Stick> find_sticks(const MediaFolders& media) {
  std::vector<kiosk::Stick> sticks;
  for (const fs::path& root : media) {
    walk(root, kTreeDepth, [&](const fs::path& folder) {
      if (sticks.size() == kMostSticks) return true;
      if (is_tree(folder)) sticks.push_back({shown_name(folder), folder.string()});
      return is_tree(folder);
    });
  }
  return sticks;
}

std::optional<fs::path> writable_medium(const MediaFolders& media) {
  std::optional<fs::path> found;
  for (const fs::path& root : media) {
    walk(root, kMediumDepth, [&](const fs::path& folder) {
      if (!found && is_mounted(folder) && ::access(folder.c_str(), W_OK) == 0) found = folder;
      return found.has_value();
    });
  }
  return found;
}

}  // namespace conglang::machine
