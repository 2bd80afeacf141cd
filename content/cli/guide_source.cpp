#include "content/cli/guide_source.h"

#include "content/cli/checked_source.h"
#include "content/cli/clock.h"
#include "content/guide/bundle.h"

namespace conglang::cli {

Result<guide::Content> read_content(const std::string& folder, std::string commune) {
  TRY(const publish::Checked checked, check_source(folder, local_date(system_now())));
  if (commune.empty() && checked.communes.size() == 1) commune = checked.communes.front();
  TRY(guide::Assembled assembled, guide::assemble(checked.files, commune));
  return std::move(assembled.content);
}

Result<Date> day_of(const std::string& option) {
  if (option.empty()) return local_date(system_now());
  if (const auto date = parse_date(option)) return *date;
  return fail(Errc::bad_usage, "--date {}: cần dạng 2026-11-24 / must look like 2026-11-24", option);
}

}  // namespace conglang::cli
