#include "content/publish/bundle_folder.h"

#include "content/base/file.h"
#include "content/publish/folder_steps.h"

namespace conglang::publish {
namespace fs = std::filesystem;
namespace {

bool is_content(std::string_view path) {
  const bool hidden = path.starts_with('.') || path.find("/.") != std::string_view::npos;
  return !hidden && !path.ends_with('~') && !path.ends_with(".md");
}

std::uintmax_t max_bytes(std::string_view path) {
  const auto parsed = guide::parse_bundle_path(path);
  const bool catalogue = parsed && parsed->kind == guide::BundlePath::Kind::catalogue;
  return catalogue ? kMaxCatalogueBytes : kMaxSourceBytes;
}

}  // namespace

Result<guide::Files> read_source(const fs::path& folder) {
  TRY(const std::vector<std::string> paths, list_files(folder));
  guide::Files files;
  for (const std::string& path : paths) {
    if (!is_content(path)) continue;
    TRY(files[path], read_file(folder / path, max_bytes(path)));
  }
  return files;
}

Result<void> write_bundle(const guide::Files& files, const fs::path& out) {
  const fs::path current = out / "bundle";
  const fs::path staged = out / "bundle.new";
  const fs::path old = out / "bundle.old";
  TRY_VOID(remove_folder(staged));
  for (const auto& entry : files) {
    const fs::path path = staged / entry.first;
    TRY_VOID(make_folders(path.parent_path()));
    TRY_VOID(write_file_atomically(path, entry.second));
  }
  TRY_VOID(make_folders(staged));  // also for no files at all
  TRY_VOID(remove_folder(old));
  if (fs::exists(current)) TRY_VOID(move_folder(current, old));
  TRY_VOID(move_folder(staged, current));
  TRY_VOID(sync_folder(out));
  return remove_folder(old);
}

}  // namespace conglang::publish
