#include "content/publish/replace_folder.h"

#include <fcntl.h>
#include <stdio.h>

#include <system_error>

#include "content/base/file.h"
#include "content/publish/folder_steps.h"

namespace conglang::publish {
namespace fs = std::filesystem;
namespace {

Result<void> check_ours(const fs::path& folder, std::string_view mark) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return {};
  const bool is_folder = fs::is_directory(fs::symlink_status(folder, error));
  if (is_folder && (fs::is_empty(folder, error) || fs::is_regular_file(folder / mark, error))) return {};
  return fail(
      Errc::forbidden,
      "{}: đã có tệp khác ở đó và sẽ mất hết; chọn thư mục mới hoặc thư mục trống / holds other files, "
      "choose a new or an empty folder",
      folder.string());
}

Result<void> write_files(const guide::Files& files, const fs::path& folder) {
  for (const auto& entry : files) {
    const fs::path path = folder / entry.first;
    TRY_VOID(make_folders(path.parent_path()));
    TRY_VOID(write_file_atomically(path, entry.second));
  }
  return make_folders(folder);
}

/// True when both changed places in one step.
bool exchange(const fs::path& a, const fs::path& b) {
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

Result<void> take_place(const fs::path& staged, const fs::path& folder, const fs::path& old) {
  std::error_code error;
  if (fs::exists(folder, error)) {
    if (exchange(staged, folder)) return move_folder(staged, old);
    TRY_VOID(move_folder(folder, old));
  }
  return move_folder(staged, folder);
}

}  // namespace

Result<void> replace_folder(const guide::Files& files, const fs::path& folder, std::string_view mark) {
  const fs::path target = folder.has_filename() ? folder : folder.parent_path();
  TRY_VOID(check_ours(target, mark));
  fs::path staged = target;
  staged += ".new";
  fs::path old = target;
  old += ".old";
  TRY_VOID(check_ours(staged, mark));
  TRY_VOID(check_ours(old, mark));
  TRY_VOID(remove_folder(staged));
  TRY_VOID(remove_folder(old));
  TRY_VOID(write_files({{std::string(mark), files.find(mark)->second}},
                       staged));  // so that a rest is known as ours
  TRY_VOID(write_files(files, staged));
  TRY_VOID(take_place(staged, target, old));
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  TRY_VOID(sync_folder(parent));
  return remove_folder(old);
}

}  // namespace conglang::publish
