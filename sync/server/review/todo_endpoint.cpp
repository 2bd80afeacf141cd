// GET /api/todo: what waits for the person who asks, most pressing first.

#include <algorithm>
#include <chrono>
#include <set>

#include "content/guide/bundle.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/guide_list.h"
#include "sync/server/review/link_check.h"

namespace conglang::server {
namespace {

Json item(const char* kind, const std::string& about, const std::string& vi, const std::string& en,
          const std::string& link, std::optional<Instant> since) {
  return {{"kind", kind},
          {"about", about},
          {"text", {{"vi", vi}, {"en", en}}},
          {"link", link},
          {"since", since ? Json(format_instant(*since)) : Json()}};
}

std::string title_of(const Draft& draft) {
  return title_in(object_of(draft.content),
                  untitled(draft.kind, draft.path.substr(draft.path.rfind('/') + 1)).first);
}

std::string link_of(const Draft& draft) {
  return fmt::format("#/drafts/{}", draft.id);
}

Result<std::vector<Json>> of_drafts(Transaction& transaction, const std::string& commune,
                                    const Account& account) {
  std::vector<Json> items;
  TRY(const auto open, drafts::in_states(transaction, commune,
                                         {State::submitted, State::changes_asked, State::approved,
                                          State::signing, State::published}));
  for (const Draft& draft : open) {
    TRY(const Actor actor, drafts::actor_of(transaction, draft, account));
    const std::string title = title_of(draft);
    const bool can_approve = take(Move::approve, draft.position, actor).verdict == Verdict::allowed;
    if (draft.position.unreviewed && can_approve) {
      items.push_back(item("unreviewed", draft.path, "Đã công bố khẩn, chưa ai duyệt: " + title,
                           "Published in haste, reviewed by nobody yet: " + title, link_of(draft),
                           draft.changed_at));
    } else if (draft.position.state == State::submitted && can_approve) {
      items.push_back(item("review", draft.path, "Chờ bạn duyệt: " + title, "Waits for your review: " + title,
                           link_of(draft), draft.changed_at));
    } else if (draft.position.state == State::changes_asked && actor.wrote) {
      items.push_back(item("changes", draft.path, "Cần sửa lại: " + title, "Changes were asked for: " + title,
                           link_of(draft), draft.changed_at));
    } else if (draft.position.state == State::approved) {
      items.push_back(item("propose", draft.path, "Đã duyệt, chưa đưa đi ký: " + title,
                           "Approved, not proposed for signing yet: " + title, link_of(draft),
                           draft.changed_at));
    }
  }
  return items;
}

Result<std::vector<Json>> of_proposals(Transaction& transaction, const std::string& commune,
                                       const Account& account) {
  std::vector<Json> items;
  TRY(const auto waiting, proposals::list(transaction, commune, true));
  TRY(const auto key, transaction.row("SELECT 1 FROM signer_keys WHERE account_id = ? AND state IN "
                                      "('approved', 'delegated')",
                                      account.id));
  if (!key) return items;
  for (const ProposalRow& row : waiting) {
    TRY(const auto signatures, proposals::signatures(transaction, row.id));
    const Json summary = proposal_summary(row, signatures, "", account);
    if (summary["signedByMe"] == true) continue;
    const std::string words =
        fmt::format("{}, {} ({}/{})", row.role, row.version, signatures.size(), row.threshold);
    items.push_back(item("sign", row.role, "Chờ bạn ký: " + words, "Waits for your signature: " + words,
                         fmt::format("#/proposals/{}", row.id), row.made_at));
  }
  return items;
}

// The days soon on which something that `content` says will be otherwise, each once.
std::set<Date> coming_days(const Json& content, Date today) {
  constexpr int kSoonDays = 60;
  std::set<Date> days;
  const auto changes = content.find("comingChanges");
  if (changes == content.end() || !changes->is_array()) return days;
  for (const Json& change : *changes) {
    const auto day = parse_date(words_in(change, "from"));
    if (day && days_between(today, *day) >= 0 && days_between(today, *day) <= kSoonDays) days.insert(*day);
  }
  return days;
}

// What is past its day to be looked at again, and laws that are about to change.
std::vector<Json> of_guides(const std::vector<GuideEntry>& entries, Date today) {
  std::vector<Json> items;
  for (const GuideEntry& entry : entries) {
    const std::string name = title_in(entry.content, untitled(entry.kind, entry.id).first);
    if (freshness(entry.content, today) == "stale") {
      items.push_back(item("stale", entry.path, "Quá hạn xem lại: " + name, "Past its review date: " + name,
                           "#/guides/" + entry.id, std::nullopt));
    }
    for (const Date day : coming_days(entry.content, today)) {
      items.push_back(item("coming-change", entry.path,
                           fmt::format("Từ {} có thay đổi: {}", format_date(day), name),
                           fmt::format("A change comes on {}: {}", format_date(day), name),
                           "#/guides/" + entry.id, std::nullopt));
    }
  }
  return items;
}

// A guide of the layers above is read at the commune's own page of it.
bool shows(const GuideEntry& entry, const std::string& file) {
  using Kind = guide::BundlePath::Kind;
  if (entry.path == file) return true;
  const auto parsed = guide::parse_bundle_path(file);
  const bool is_layer = parsed && (parsed->kind == Kind::guide || parsed->kind == Kind::patch);
  return is_layer && parsed->id == entry.id;
}

// Of the files that name a link, the page of the first that has one; the list for what is no page, such as
// the templates of links.json.
std::string page_of(const std::vector<std::string>& files, const std::vector<GuideEntry>& entries) {
  for (const std::string& file : files) {
    const auto entry = std::ranges::find_if(entries, [&](const GuideEntry& one) { return shows(one, file); });
    if (entry != entries.end()) return "#/guides/" + entry->id;
  }
  return "#/guides";
}

// What last night's visit found: links that lead nowhere any more, or elsewhere.
Result<std::vector<Json>> of_links(Transaction& transaction, const std::string& commune,
                                   const std::vector<GuideEntry>& entries) {
  std::vector<Json> items;
  TRY(const auto broken, link_check::found(transaction, commune));
  for (const link_check::BrokenLink& link : broken) {
    items.push_back(item("link", link.url, "Địa chỉ cần xem lại: " + link.url + ". " + link.vi,
                         "A link to look at: " + link.url + ". " + link.en, page_of(link.files, entries),
                         link.since));
  }
  return items;
}

Result<Answer> todo(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  Json list = Json::array();
  const auto append = [&list](const std::vector<Json>& items) {
    for (const Json& one : items) list.push_back(one);
  };
  const std::string named = ask.query("commune").value_or(caller.account.commune);
  std::vector<GuideEntry> entries;
  if (!named.empty()) {
    TRY(const std::string commune, commune_of(caller.account, named));
    TRY(const PublishedNow published, desk.content.of(commune));
    entries = guide_entries(*published);
    auto found = desk.store.read_and_get([&](Transaction& transaction) -> Result<std::vector<Json>> {
      TRY(std::vector<Json> items, of_proposals(transaction, commune, caller.account));
      TRY(const std::vector<Json> drafts, of_drafts(transaction, commune, caller.account));
      items.insert(items.end(), drafts.begin(), drafts.end());
      TRY(const std::vector<Json> links, of_links(transaction, commune, entries));
      items.insert(items.end(), links.begin(), links.end());
      return items;
    });
    if (!found) return tl::unexpected<Error>(found.error());
    append(*found);
  }
  for (const TodoSource& source : desk.todo) {
    TRY(const std::vector<Json> items, source(caller, ask.now));
    append(items);
  }
  append(of_guides(entries, local_date(ask.now)));
  return Answer{200, std::move(list)};
}

}  // namespace

void add_todo_endpoint(Router& router, ReviewDesk& desk) {
  router.add("GET", "/api/todo", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return todo(desk, ask, caller); });
}

}  // namespace conglang::server
