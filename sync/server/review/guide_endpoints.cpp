// GET /api/guides and /api/guides/{id}: what a commune's kiosks show, and how it came to be.

#include <map>
#include <set>

#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/guide_list.h"

namespace conglang::server {
namespace {

constexpr std::int64_t kMaxHistory = 100;  ///< versions of the role looked back

const std::vector<State>& open_states() {
  static const std::vector<State> kOpen = {State::draft,    State::submitted, State::changes_asked,
                                           State::approved, State::scheduled, State::signing};
  return kOpen;
}

Result<std::map<std::int64_t, std::string>> names_in(Transaction& transaction, const std::string& commune) {
  TRY(const Rows rows,
      transaction.rows("SELECT id, display_name FROM accounts WHERE commune = ? OR commune = "
                       "'' LIMIT 2000",
                       commune));
  std::map<std::int64_t, std::string> names;
  for (const Row& row : rows) names.emplace(row.integer(0), row.text(1));
  return names;
}

Result<Answer> list(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  TRY(const PublishedNow published, desk.content.of(commune));
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(const auto open, drafts::in_states(transaction, commune, open_states()));
    std::vector<Draft> removals;
    if (ask.query("withdrawn") == "1") {
      TRY(removals, drafts::removals(transaction, commune));
    }
    TRY(const auto names, names_in(transaction, commune));
    return Answer{200, guide_list(*published, open, removals, names, local_date(ask.now))};
  });
}

// What the store knows of a version of a role: when, by whom and why it was published.
struct Told {
  std::string at;
  std::string who;
  std::string note;
};

Result<std::map<std::int64_t, Told>> told_of(Transaction& transaction, const std::string& role,
                                             const std::string& path) {
  TRY(const Rows rows,
      transaction.rows("SELECT p.version, p.done_at, COALESCE(d.note, p.note), COALESCE(a.display_name, '') "
                       "FROM proposals p LEFT JOIN drafts d ON d.proposal_id = p.id AND d.path = ? LEFT JOIN "
                       "accounts a ON a.id = COALESCE(d.author_id, p.made_by) WHERE p.role = ? AND p.state = "
                       "'published' ORDER BY p.version DESC LIMIT 500",
                       path, role));
  std::map<std::int64_t, Told> told;
  for (const Row& row : rows)
    told.emplace(row.integer(0), Told{format_instant(instant_of(row, 1)), row.text(3), row.text(2)});
  return told;
}

// The versions of the role in which the file at `path` changed, newest first.
Json history_of(const ReviewDesk& desk, const Published& published, const std::string& path,
                const std::map<std::int64_t, Told>& told) {
  Json history = Json::array();
  std::string later;
  std::int64_t later_version = 0;
  const auto note = [&](const std::string& hash) {
    if (later_version == 0 || hash == later) return;
    const auto known = told.find(later_version);
    const Told words = known == told.end() ? Told{} : known->second;
    history.push_back({{"version", later_version},
                       {"at", words.at.empty() ? Json() : Json(words.at)},
                       {"who", words.who},
                       {"note", words.note},
                       {"removed", later.empty()}});
  };
  const std::int64_t last = std::max<std::int64_t>(published.role_version - kMaxHistory, 0);
  for (std::int64_t version = published.role_version; version >= last; --version) {
    const auto role = desk.content.role_in(published.commune, version);
    if (!role && version != 0) continue;  // gone by `conglang gc`, or never published
    std::string hash;
    if (role) {
      const auto file = role->targets.find(path);
      if (file != role->targets.end()) hash = file->second.hashes.name();
    }
    note(hash);
    later = hash;
    later_version = version;
  }
  return history;
}

// What is shown, or what was before it was taken off the screens: its history is how it comes back.
Result<Json> view_of(const Published& published, const std::string& id, Transaction& transaction) {
  if (auto view = guide_view(published, id)) return std::move(*view);
  TRY(const auto removals, drafts::removals(transaction, published.commune));
  for (const Draft* gone : gone_pages(published, removals)) {
    const auto parsed = guide::parse_bundle_path(gone->path);
    if (!parsed || entry_id(gone->kind, parsed->id) != id) continue;
    return Json{{"id", id},           {"path", gone->path},  {"draftPath", gone->path},
                {"kind", gone->kind}, {"national", nullptr}, {"commune", nullptr},
                {"merged", nullptr}};
  }
  return refuse({.status = 404,
                 .code = "not-found",
                 .vi = "Không có nội dung này.",
                 .en = "There is no such content."});
}

Result<Answer> one(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  TRY(const PublishedNow published, desk.content.of(commune));
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(Json view, view_of(*published, ask.path.front(), transaction));
    const std::string path = view["draftPath"].get<std::string>();
    TRY(const auto told, told_of(transaction, role_of(commune), path));
    TRY(const auto draft, drafts::open_at(transaction, path));
    view["history"] = history_of(desk, *published, path, told);
    view["draft"] = draft ? Json(draft->id) : Json();
    return Answer{200, std::move(view)};
  });
}

}  // namespace

void add_guide_endpoints(Router& router, ReviewDesk& desk) {
  router.add("GET", "/api/guides", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return list(desk, ask, caller); });
  router.add("GET", "/api/guides/{id}", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return one(desk, ask, caller); });
  router.add("GET", "/api/communes", Role::author,
             [&desk](const Ask&, const Caller& caller) -> Result<Answer> {
               TRY(const auto codes, desk.content.communes());
               Json list = Json::array();
               for (const std::string& code : codes) {
                 if (caller.account.belongs_to(code)) list.push_back(code);
               }
               return Answer{200, std::move(list)};
             });
}

}  // namespace conglang::server
