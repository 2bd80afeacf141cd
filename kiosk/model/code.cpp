#include "kiosk/model/code.h"

#include "kiosk/model/navigation.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/papers_text.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

/// "1. Giấy chứng sinh: nộp 1 bản chính"
std::string line_of(std::size_t number, const PaperView& paper, const Words& words) {
  return fmt::format("{}. {}", number,
                     words(Key::labelled, {{"label", paper.name}, {"text", paper.handling.text}}));
}

std::vector<std::string> lines_of(const GuideView& view, const guide::Guide& guide, const Words& words) {
  std::vector<std::string> lines;
  std::size_t number = 0;
  for (const PaperView& paper : view.papers) lines.push_back(line_of(++number, paper, words));
  for (const RarePapersView& rare : view.rare)
    for (const PaperView& paper : rare.papers)
      lines.push_back(rare.question + " " + line_of(++number, paper, words));
  if (!lines.empty() && guide.checked_on)
    lines.push_back(words(Key::checked) + " " + full_date(*guide.checked_on, words));
  return lines;
}

/// `page`: its path below the address of all of them.
Result<guide::CheckedLink> link_below_pages(const State& state, const std::string& page) {
  const std::string& base = state.settings.pages_url;
  if (base.empty()) return fail(Errc::not_found, "kiosk.json names no pagesUrl; guides have no phone page");
  const std::string slash = base.ends_with('/') ? "" : "/";
  return guide::check_link(state.content->link_policy, base + slash + page);
}

}  // namespace

Result<guide::CheckedLink> phone_page_link(const State& state) {
  const bool home_language = state.visit.language == state.settings.languages.front();
  const std::string folder = home_language ? std::string() : state.visit.language + "/";
  return link_below_pages(state, folder + state.visit.reading->guide.id + ".html");
}

Result<void> check_phone_pages(const State& state) {
  TRY_VOID(link_below_pages(state, "index.html"));
  return {};
}

std::vector<std::string> papers_texts(const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  return spread_over_codes(short_title(guide, words), lines_of(guide_view(state, words), guide, words));
}

void show_code(State& state, CodeKind kind) {
  if (auto* page = std::get_if<CodePage>(&state.visit.trail.back().page)) *page = {kind, 0};
}

void show_next_part(State& state, int parts) {
  auto* page = std::get_if<CodePage>(&state.visit.trail.back().page);
  if (page && page->kind == CodeKind::papers) page->part = page->part + 1 < parts ? page->part + 1 : 0;
}

}  // namespace conglang::kiosk
