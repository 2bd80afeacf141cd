// A draft as its readers will see it.

#include <algorithm>
#include <initializer_list>

#include "sync/server/review/endpoints.h"

namespace conglang::server {
namespace {

struct Asked {
  Draft draft;
  PublishedNow published;
};

Result<Asked> asked(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  auto draft = desk.store.read_and_get(
      [&](Transaction& transaction) { return drafts::find(transaction, ask.id(), caller.account); });
  if (!draft) return tl::unexpected<Error>(draft.error());
  TRY(PublishedNow published, desk.content.of(draft->commune));
  return Asked{std::move(*draft), std::move(published)};
}

using Words = std::initializer_list<const char*>;

constexpr Words kLanguages = {"vi", "en"};

// The pages that a kind has, as `conglang preview --page` names them; the first is shown unless asked.
Words pages_of(const std::string& kind) {
  static constexpr Words kGuide = {"guide", "case", "steps", "qr"};
  static constexpr Words kNotice = {"own", "list", "urgent", "rest"};
  static constexpr Words kHeritage = {"own", "panorama"};
  static constexpr Words kProduct = {"own", "list", "payment"};
  static constexpr Words kPlace = {"own", "rest", "contacts", "wifi", "zalo", "zalo-code"};
  if (kind == "notice") return kNotice;
  if (kind == "heritage") return kHeritage;
  if (kind == "product") return kProduct;
  return kind == "place" ? kPlace : kGuide;
}

// One of `known`, the first of them for anything else: what a child process is told is never a caller's word.
std::string one_of(const std::optional<std::string>& word, Words known) {
  const auto* const found = std::ranges::find(known, word.value_or(""));
  return found == known.end() ? *known.begin() : *found;
}

Result<Answer> picture(ReviewDesk& desk, const Ask& ask, const Caller& caller, bool portrait) {
  TRY(const Asked what, asked(desk, ask, caller));
  TRY(auto pictures, pictures_named(desk.store, what.draft.commune, what.draft.content));
  const PreviewOrder order{what.draft.path, draft_file(*what.published, what.draft),
                           one_of(ask.query("page"), pages_of(what.draft.kind)),
                           one_of(ask.query("lang"), kLanguages), std::move(pictures)};
  TRY(Preview preview, desk.previews.draw(*what.published, order));
  Answer answer;
  answer.raw = Raw{"image/png", portrait ? std::move(preview.portrait) : std::move(preview.landscape)};
  return answer;
}

Result<Answer> phone(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const Asked what, asked(desk, ask, caller));
  TRY(std::string page, phone_page(*what.published, what.draft.path, draft_file(*what.published, what.draft),
                                   one_of(ask.query("lang"), kLanguages), local_date(ask.now)));
  Answer answer;
  answer.headers.push_back({"Content-Security-Policy", phone_page_policy()});
  answer.raw = Raw{"text/html; charset=utf-8", std::move(page)};
  return answer;
}

}  // namespace

void add_preview_endpoints(Router& router, ReviewDesk& desk) {
  router.add("GET", "/api/drafts/{id}/preview/landscape.png", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return picture(desk, ask, caller, false); },
             {.pace = Pace::slow});
  router.add("GET", "/api/drafts/{id}/preview/portrait.png", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return picture(desk, ask, caller, true); },
             {.pace = Pace::slow});
  router.add("GET", "/api/drafts/{id}/preview/phone.html", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return phone(desk, ask, caller); },
             {.pace = Pace::slow});
}

}  // namespace conglang::server
