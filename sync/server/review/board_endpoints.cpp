// Paper from the desk: a wall board, a leaflet or stickers of published guides, as PDF. Drawn by the tool, in
// a process of its own.

#include <algorithm>
#include <array>
#include <set>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/published_folder.h"

namespace conglang::server {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::uintmax_t kMaxPdf = 16UL * 1024 * 1024;
constexpr std::size_t kMostGuides = 12;

tl::unexpected<Error> wrong_guides() {
  return refuse({.status = 422,
                 .code = "field",
                 .vi = fmt::format("Chọn từ 1 đến {} bài đang đăng.", kMostGuides),
                 .en = fmt::format("Choose 1 to {} published guides.", kMostGuides),
                 .field = "guides"});
}

tl::unexpected<Error> not_drawn(const std::string& why) {
  return refuse({.status = 422, .code = "board", .vi = "Chưa in được: " + why, .en = "Not drawn: " + why});
}

std::set<std::string> published_guides(const Published& published) {
  std::set<std::string> ids;
  for (const auto& entry : published.files) {
    const auto path = guide::parse_bundle_path(entry.first);
    if (path && path->kind == guide::BundlePath::Kind::guide) ids.insert(path->id);
  }
  return ids;
}

// "a,b,c" where each is published: what a child process is told is never a caller's own word.
Result<std::string> guides_of(const Ask& ask, const Published& published) {
  const std::string asked = ask.query("guides").value_or("");
  const std::set<std::string> known = published_guides(published);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= asked.size(); ++count) {
    const std::size_t end = std::min(asked.find(',', at), asked.size());
    if (!known.contains(asked.substr(at, end - at))) return wrong_guides();
    at = end + 1;
  }
  if (count > kMostGuides) return wrong_guides();
  return asked;
}

Result<Answer> board(ReviewDesk& desk, const char* kind, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  TRY(const PublishedNow published, desk.content.of(commune));
  TRY(const std::string guides, guides_of(ask, *published));
  if (!desk.tool.is_there()) return not_drawn("máy chủ chưa được cài để in / the server has no tool for it");
  TRY(const ScratchFolder folder, ScratchFolder::make(desk.options.scratch / "boards"));
  const auto content = folder.path() / "content";
  TRY_VOID(write_published(*published, content));
  const auto out = folder.path() / "board.pdf";
  const auto run = desk.tool.run(
      {"board", kind, content.string(), "--guides", guides, "--commune", commune, "--out", out.string()},
      kPatience);
  if (!run) return not_drawn("quá lâu / it took too long");
  if (run->status != 0) return not_drawn(without_folder(run->output, folder.path()));
  Answer answer;
  TRY(std::string bytes, read_file(out, kMaxPdf));
  answer.raw = Raw{"application/pdf", std::move(bytes)};
  answer.headers = {
      {"Content-Disposition", fmt::format("attachment; filename=\"{}-{}.pdf\"", kind, commune)}};
  return answer;
}

}  // namespace

void add_board_endpoints(Router& router, ReviewDesk& desk) {
  for (const char* kind : {"wall", "leaflet", "stickers"}) {
    router.add("GET", fmt::format("/api/boards/{}.pdf", kind), Role::author,
               [&desk, kind](const Ask& ask, const Caller& caller) { return board(desk, kind, ask, caller); },
               {.pace = Pace::slow});
  }
}

}  // namespace conglang::server
