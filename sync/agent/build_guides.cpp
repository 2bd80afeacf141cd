#include "sync/agent/build_guides.h"

#include <system_error>
#include <utility>

#include "content/database/guide_database.h"
#include "content/guide/bundle.h"

namespace conglang::agent {
namespace {

constexpr std::size_t kMaxReported = 100;
constexpr std::size_t kMaxReasonBytes = 2000;

Result<void> check(const std::filesystem::path& path, const guide::Assembled& assembled,
                   const database::Origin& origin) {
  TRY(const database::Stored stored, database::load(path));
  bool same = stored.content == assembled.content && stored.origin == origin;
  for (const auto& [file, bytes] : assembled.media.pictures) {
    TRY(const std::string read, database::load_picture(path, file));
    same = same && read == bytes;
  }
  for (const auto& [file, bytes] : assembled.media.recordings) {
    TRY(const std::string read, database::load_recording(path, file));
    same = same && read == bytes;
  }
  if (same) return {};
  return fail(Errc::invalid, "{}: reads differently from what was written; the disk may be failing",
              path.string());
}

// At most kMaxReasonBytes of `reason`, ending with a whole character.
std::string shortened(std::string reason) {
  if (reason.size() <= kMaxReasonBytes) return reason;
  std::size_t size = kMaxReasonBytes;
  while (size > 0 && (static_cast<unsigned char>(reason[size]) & 0xc0U) == 0x80U) --size;
  reason.resize(size);
  return reason + " …";
}

// A report must stay small whatever a commune signs: it is written and sent at every try.
std::vector<NotShown> report_of(std::vector<guide::SetAside> set_aside) {
  std::vector<NotShown> not_shown;
  for (guide::SetAside& one : set_aside) {
    if (not_shown.size() == kMaxReported) {
      not_shown.push_back({"", "", fmt::format("and {} more", set_aside.size() - kMaxReported)});
      break;
    }
    not_shown.push_back(
        {std::move(one.path), std::move(one.guide_id), shortened(std::move(one.error.message))});
  }
  return not_shown;
}

}  // namespace

Result<std::vector<NotShown>> build_guides(const std::filesystem::path& path, const client::Files& files,
                                           const std::string& commune,
                                           const client::NewGeneration& generation, Instant published_at) {
  TRY(guide::Assembled assembled, guide::assemble(files, commune));
  const database::Origin origin{commune, generation.number, format_instant(published_at)};
  TRY_VOID(database::build(path, assembled.content, origin, assembled.media));
  if (auto checked = check(path, assembled, origin); !checked) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return tl::unexpected<Error>(std::move(checked).error());
  }
  return report_of(std::move(assembled.set_aside));
}

}  // namespace conglang::agent
