#include "content/cli/draft_folder.h"

#include <system_error>

#include "content/base/file.h"
#include "content/guide/guide_json.h"
#include "content/import/portal_import.h"

namespace conglang::cli {

namespace fs = std::filesystem;

Result<DraftFolder> DraftFolder::open(const std::string& folder, Existing existing) {
  TRY_VOID(make_folders(folder));
  DraftFolder out(folder, existing);
  TRY_VOID(out.take_names());
  return out;
}

Result<void> DraftFolder::take_names() {
  TRY(const std::vector<std::string> there, list_files(folder_));
  for (const std::string& name : there) {
    if (!name.ends_with(".json") || name.find('/') != std::string::npos) continue;
    const auto bytes = read_file(folder_ / name, import::kMaxRecordBytes);
    const auto draft = bytes ? guide::read_guide(*bytes, name) : tl::unexpected<Error>(bytes.error());
    const std::string id = name.substr(0, name.size() - 5);
    const bool has_code = draft && !draft->codes.empty();
    names_.take(id, has_code ? draft->codes.front().code : "");
  }
  return {};
}

Result<DraftFolder::Written> DraftFolder::write(guide::Guide draft, const std::string& code,
                                                const std::string& from) {
  if (!code.empty() && !codes_.insert(code).second) {
    return fail(Errc::conflict, "{}: mã {} đã nhập từ một chỗ trước; bỏ bớt một chỗ", from, code);
  }
  draft.id = names_.choose(draft.id, code);
  const fs::path path = folder_ / (draft.id + ".json");
  std::error_code ignored;
  if (existing_ == Existing::keep && fs::exists(path, ignored)) {
    return fail(Errc::conflict, "{}: đã có {}; đổi --out, hoặc thêm --overwrite nếu muốn ghi đè", from,
                path.string());
  }
  TRY(const std::string bytes, import::draft_file(draft));
  TRY_VOID(write_file_atomically(path, bytes));
  return Written{draft.id, path.string()};
}

}  // namespace conglang::cli
