#include "sync/server/review/previews.h"

#include <algorithm>
#include <utility>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "content/publish/pages/guide_page.h"
#include "content/publish/pages/style_sheet.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/draft_check.h"
#include "sync/server/review/published_folder.h"

namespace conglang::server {
namespace {

constexpr std::chrono::seconds kPatience{20};  // for those before it, and again for the tool
constexpr std::size_t kKept = 6;
constexpr std::uintmax_t kMaxPng = 24UL * 1024 * 1024;

tl::unexpected<Error> not_shown(const std::string& why) {
  return refuse({.status = 422,
                 .code = "preview",
                 .vi = why.empty() ? "Loại nội dung này chưa xem trước được." : "Chưa vẽ được: " + why,
                 .en = why.empty() ? "There is no preview of this kind of content." : "Not drawn: " + why});
}

tl::unexpected<Error> not_ready() {
  return refuse({.status = 422,
                 .code = "not-ready",
                 .vi = "Bài còn chỗ phải sửa (xem danh sách ở đầu trang). Sửa xong thì hình hiện ra.",
                 .en = "Something in it must be mended first: see the list at the top of the page."});
}

using Kind = guide::BundlePath::Kind;

bool is_guide(const guide::BundlePath& path) {
  return path.kind == Kind::guide || path.kind == Kind::patch;
}

bool shows_pictures(const guide::BundlePath& path) {
  return path.kind == Kind::heritage || path.kind == Kind::product;
}

bool is_drawn(const guide::BundlePath& path) {
  return is_guide(path) || shows_pictures(path) || path.kind == Kind::notice || path.kind == Kind::place;
}

// The tool's last line is what it could not do; what stands before it is advice, which the desk tells anyway.
std::string why_not(std::string_view output) {
  constexpr std::string_view kName = "conglang preview: ";
  while (output.ends_with('\n')) output.remove_suffix(1);
  output.remove_prefix(output.rfind('\n') + 1);  // npos + 1 is 0
  if (output.starts_with(kName)) output.remove_prefix(kName.size());
  return std::string(output);
}

}  // namespace

const Preview* Previews::find(std::int64_t timestamp, const PreviewOrder& order) const {
  const auto found = std::ranges::find_if(
      kept_, [&](const Kept& one) { return one.timestamp == timestamp && one.order == order; });
  return found == kept_.end() ? nullptr : &found->preview;
}

Result<Preview> Previews::draw(const Published& published, const PreviewOrder& order) {
  const std::unique_lock lock(drawing_, kPatience);
  if (!lock || !tool_.is_there()) {
    return refuse({.status = 503,
                   .code = tool_.is_there() ? "busy" : "no-tool",
                   .vi = tool_.is_there() ? "Đang vẽ nhiều bản khác; hãy thử lại sau ít giây."
                                          : "Máy chủ này chưa được cài để vẽ bản xem trước.",
                   .en = tool_.is_there() ? "Others are being drawn; try again in some seconds."
                                          : "This server is not set up to draw previews.",
                   .retry_after = std::chrono::seconds(5)});
  }
  if (const Preview* known = find(published.timestamp, order)) return *known;
  TRY(Preview preview, draw_anew(published, order));
  if (kept_.size() >= kKept) kept_.pop_front();
  kept_.push_back({published.timestamp, order, preview});
  return preview;
}

Result<Preview> Previews::draw_anew(const Published& published, const PreviewOrder& order) const {
  const auto parsed = guide::parse_bundle_path(order.path);
  if (!parsed || !is_drawn(*parsed)) return not_shown("");
  if (!canonical_bytes(published, order.path, order.content)) return not_ready();
  TRY(const ScratchFolder folder, ScratchFolder::make(scratch_));
  const auto content = folder.path() / "content";
  TRY_VOID(write_published(published, content));
  if (shows_pictures(*parsed)) TRY_VOID(write_pictures(published, content));
  for (const auto& [path, bytes] : order.pictures) TRY_VOID(write_beside(content, path, bytes));
  TRY_VOID(write_beside(content, order.path, order.content));
  const auto out = folder.path() / "page";
  const auto run =
      tool_.run({"preview", (content / order.path).string(), "--content", content.string(), "--commune",
                 published.commune, "--page", order.page, "--lang", order.language, "--png", out.string()},
                kPatience);
  if (!run) return not_shown("quá lâu / it took too long");
  if (run->status != 0) return not_shown(why_not(without_folder(run->output, content)));
  Preview preview;
  TRY(preview.landscape, read_file(out.string() + "-landscape.png", kMaxPng));
  TRY(preview.portrait, read_file(out.string() + "-portrait.png", kMaxPng));
  return preview;
}

Result<std::string> phone_page(const Published& published, const std::string& path,
                               const std::string& content, const std::string& language, Date today) {
  const auto parsed = guide::parse_bundle_path(path);
  if (!parsed || !is_guide(*parsed)) return not_shown("");
  guide::Files files;
  for (const auto& [file, bytes] : published.files) {
    if (is_of_page(file)) files.emplace(file, bytes);
  }
  files.insert_or_assign(path, content);
  TRY(guide::Assembled assembled, guide::assemble(files, published.commune));
  for (const guide::SetAside& aside : assembled.set_aside) {
    if (aside.path == path) return not_shown(aside.error.message);
  }
  const publish::Site site{std::move(assembled.content), today, ""};
  const publish::PagePlace place{site, publish::all_phrases()[language == "en" ? 1 : 0]};
  if (const guide::Guide* shown = publish::find_shown(site, parsed->id))
    return publish::guide_page(*shown, place);
  for (const guide::Guide& retired : site.content.retired) {
    if (retired.id == parsed->id) return publish::retired_page(retired, place);
  }
  return not_shown("bài chưa đến ngày dùng / the guide is not in force yet");
}

std::string phone_page_policy() {
  return fmt::format(
      "default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
      "sandbox",
      publish::style_hash());
}

}  // namespace conglang::server
