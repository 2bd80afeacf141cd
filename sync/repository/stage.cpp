#include "sync/repository/stage.h"

#include "content/base/file.h"
#include "sync/tuf/digest.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

// Makes `folder` inside `tree`, its name durable at every level.
Result<void> make_durable_folder(const Tree& tree, fs::path folder) {
  if (fs::is_directory(folder)) return {};
  TRY_VOID(make_folders(folder));
  while (folder != tree.path() && folder.has_relative_path()) {
    folder = folder.parent_path();
    TRY_VOID(sync_folder(folder));
  }
  return {};
}

}  // namespace

Result<tuf::TargetFile> stage(const Tree& tree, std::string_view path, std::string_view bytes) {
  tuf::TargetFile file;
  file.length = static_cast<std::int64_t>(bytes.size());
  file.hashes.sha256 = tuf::sha256_hex(bytes);
  const fs::path blob = tree.blob(path, file.hashes.sha256);
  if (const auto stored = read_file(blob, kMaxTargetBytes); stored && *stored == bytes) return file;
  TRY_VOID(make_durable_folder(tree, blob.parent_path()));
  TRY_VOID(write_file_atomically(blob, bytes));
  return file;
}

}  // namespace conglang::repository
