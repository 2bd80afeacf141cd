#include "sync/agent/build_guides.h"

#include <system_error>

#include "content/database/guide_database.h"
#include "content/guide/bundle.h"

namespace conglang::agent {
namespace {

Result<void> check(const std::filesystem::path& path, const guide::Content& content,
                   const database::Origin& origin) {
  TRY(const database::Stored stored, database::load(path));
  if (stored.content == content && stored.origin == origin) return {};
  return fail(Errc::invalid, "{}: reads differently from what was written; the disk may be failing",
              path.string());
}

}  // namespace

Result<std::vector<NotShown>> build_guides(const std::filesystem::path& path, const client::Files& files,
                                           const std::string& commune,
                                           const client::NewGeneration& generation, Instant published_at) {
  TRY(const guide::Assembled assembled, guide::assemble(files, commune));
  const database::Origin origin{commune, generation.number, format_instant(published_at)};
  TRY_VOID(database::build(path, assembled.content, origin));
  if (auto checked = check(path, assembled.content, origin); !checked) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return tl::unexpected<Error>(std::move(checked).error());
  }
  std::vector<NotShown> not_shown;
  for (const guide::SetAside& one : assembled.set_aside) {
    not_shown.push_back({one.path, one.guide_id, one.error.message});
  }
  return not_shown;
}

}  // namespace conglang::agent
