#include "content/publish/folder_steps.h"

#include <system_error>

namespace conglang::publish {
namespace fs = std::filesystem;

Result<void> remove_folder(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (error) return fail(Errc::io, "không xóa được {}: {}", folder.string(), error.message());
  return {};
}

Result<void> move_folder(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error)
    return fail(Errc::io, "không đổi tên được {} thành {}: {}", from.string(), to.string(), error.message());
  return {};
}

}  // namespace conglang::publish
