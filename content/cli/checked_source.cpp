#include "content/cli/checked_source.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "content/cli/progress.h"
#include "content/publish/bundle_folder.h"

namespace conglang::cli {

Result<publish::Checked> check_source(const std::filesystem::path& folder, Date today) {
  TRY(const guide::Files source, publish::read_source(folder));
  Progress progress(source.size(), "Kiểm tra / checking");
  publish::Checked checked = publish::check_bundle(source, today, [&progress] { progress.step(); });
  const std::size_t errors = checked.count(guide::Severity::error);
  if (errors == 0) return checked;
  for (const guide::Finding& finding : checked.findings) {
    if (finding.severity == guide::Severity::error) fmt::print(stderr, "{}\n", to_line(finding));
  }
  return fail(Errc::invalid, "có {0} chỗ phải sửa, chưa làm gì cả / {0} problems, nothing was made", errors);
}

}  // namespace conglang::cli
