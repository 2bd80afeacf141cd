#include "sync/server/review/published_folder.h"

#include <fcntl.h>

#include "content/base/file.h"

namespace conglang::server {

bool is_of_page(std::string_view path) {
  return path.ends_with(".json") && path != "national/catalogue.json" && path != "national/sectors.json";
}

Result<void> write_beside(const std::filesystem::path& folder, const std::string& path,
                          const std::string& bytes) {
  TRY_VOID(make_folders((folder / path).parent_path()));
  TRY(const FileDescriptor file, open_file(folder / path, O_WRONLY | O_CREAT | O_TRUNC, 0600));
  return write_all(file, bytes, folder / path);
}

Result<void> write_published(const Published& published, const std::filesystem::path& folder) {
  for (const auto& [path, bytes] : published.files) {
    if (is_of_page(path)) TRY_VOID(write_beside(folder, path, bytes));
  }
  return {};
}

Result<void> write_pictures(const Published& published, const std::filesystem::path& folder) {
  for (const auto& [path, bytes] : published.files) {
    const auto parsed = guide::parse_bundle_path(path);
    if (parsed && parsed->kind == guide::BundlePath::Kind::picture)
      TRY_VOID(write_beside(folder, path, bytes));
  }
  return {};
}

}  // namespace conglang::server
