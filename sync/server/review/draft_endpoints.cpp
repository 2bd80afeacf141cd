// Drafts: begun, written, looked at.

#include "content/guide/bundle.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/difference.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/new_content.h"

namespace conglang::server {
namespace {

// What is saved is read and checked as a whole commune would be.
constexpr RouteOptions kDraftBody{.max_body = kMaxDraftBytes + 16 * 1024, .pace = Pace::slow};

Result<Answer> answer_with(ReviewDesk& desk, const Draft& draft, const Account& account, Instant now,
                           int status = 200) {
  TRY(const PublishedNow published, desk.content.of(draft.commune));
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(Json json, draft_json(desk, transaction, draft, *published, account, local_date(now)));
    return Answer{status, std::move(json)};
  });
}

// What a new draft begins with.
Result<std::string> begin_with(const Ask& ask, const DraftPath& path, const Published& published) {
  TRY(const std::string from, text_in(ask.body, "from", Need::optional, 20));
  TRY(const std::string title, text_in(ask.body, "title", Need::optional, 300));
  const std::string* there = published.find(path.path);
  if (from == "published" && there == nullptr && path.kind != "patch") {
    return refuse({.status = 404,
                   .code = "not-published",
                   .vi = "Nội dung này chưa được công bố.",
                   .en = "This is not published.",
                   .field = "from"});
  }
  if (!from.empty() && from != "published" && from != "empty") {
    return refuse({.status = 422,
                   .code = "field",
                   .vi = "\"from\" là published hoặc empty.",
                   .en = "\"from\" is published or empty.",
                   .field = "from"});
  }
  if (there != nullptr && from != "empty") return *there;
  return new_content(path, title, published, local_date(ask.now));
}

Result<Answer> create(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string asked, text_in(ask.body, "path", Need::required, 300));
  TRY(const std::string commune, text_in(ask.body, "commune", Need::optional, 20));
  NewDraft draft;
  TRY(draft.path, draft_path(asked, caller.account, commune));
  TRY(const PublishedNow published, desk.content.of(draft.path.commune));
  TRY(const std::string content, begin_with(ask, draft.path, *published));
  draft.content = object_of(content).dump();
  TRY(draft.note, text_in(ask.body, "note", Need::optional));
  if (const std::string* base = published->find(draft.path.path)) draft.base = *base;
  draft.base_sha256 = published->hash_of(draft.path.path);
  bool is_new = false;
  auto made = desk.store.write_and_get([&](Transaction& transaction) -> Result<Draft> {
    // Two people who begin at once write one draft together.
    TRY(const auto open, drafts::open_at(transaction, draft.path.path));
    if (open) return *open;
    is_new = true;
    return drafts::create(transaction, draft, caller.account, ask.now);
  });
  if (!made) return tl::unexpected<Error>(made.error());
  return answer_with(desk, *made, caller.account, ask.now, is_new ? 201 : 200);
}

Result<Answer> list(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  std::vector<State> states = {State::draft,    State::submitted, State::changes_asked,
                               State::approved, State::scheduled, State::signing};
  if (const auto wanted = ask.query("state")) {
    const auto state = state_named(*wanted);
    if (!state)
      return refuse({.status = 422,
                     .code = "field",
                     .vi = "Không có bước này.",
                     .en = "There is no such state.",
                     .field = "state"});
    states = {*state};
  }
  const bool only_mine = ask.query("mine") == "1";
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(const auto found, drafts::in_states(transaction, commune, states));
    Json list = Json::array();
    for (const Draft& draft : found) {
      TRY(Json summary, draft_summary(transaction, draft, caller.account));
      if (!only_mine || summary["mine"] == true) list.push_back(std::move(summary));
    }
    return Answer{200, std::move(list)};
  });
}

Result<Draft> draft_of(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  return desk.store.read_and_get(
      [&](Transaction& transaction) { return drafts::find(transaction, ask.id(), caller.account); });
}

// Somebody else was first: their work beside one's own, so that neither is lost.
Result<Answer> answer_conflict(ReviewDesk& desk, const Draft& theirs) {
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(const auto row, transaction.row("SELECT account_id FROM draft_revisions WHERE draft_id = ? AND "
                                        "revision = ?",
                                        theirs.id, theirs.revision));
    TRY(const std::string who, drafts::name_of(transaction, row ? row->optional_integer(0) : std::nullopt));
    Answer answer = refused({.status = 409,
                             .code = "conflict",
                             .vi = fmt::format("{} đã lưu một bản khác trong lúc bạn sửa.", who),
                             .en = fmt::format("{} saved another version while you wrote.", who)});
    answer.body["theirs"] = {{"revision", theirs.revision},
                             {"content", object_of(theirs.content)},
                             {"note", theirs.note},
                             {"who", who},
                             {"at", format_instant(theirs.changed_at)}};
    return answer;
  });
}

Result<Answer> save(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const auto revision, number_in(ask.body, "revision"));
  TRY(const std::string note, text_in(ask.body, "note", Need::optional));
  const auto content = ask.body.is_object() ? ask.body.find("content") : ask.body.end();
  if (!ask.body.is_object() || content == ask.body.end() || !content->is_object() || !revision) {
    return refuse({.status = 422,
                   .code = "field",
                   .vi = "Cần \"revision\" và \"content\" (một đối tượng).",
                   .en = "\"revision\" and \"content\" (an object) are needed.",
                   .field = "content"});
  }
  const std::string bytes = content->dump(-1, ' ', false, Json::error_handler_t::replace);
  bool others = false;
  auto saved = desk.store.write_and_get([&](Transaction& transaction) -> Result<Draft> {
    TRY(Draft draft, drafts::find(transaction, ask.id(), caller.account));
    // The same save again, whose answer got lost, is no conflict.
    const bool same = draft.content == bytes && draft.note == note;
    others = !same && draft.revision != *revision;
    if (same || others) return draft;
    TRY_VOID(drafts::save(transaction, draft, bytes, note, caller.account, ask.now));
    return draft;
  });
  if (!saved) return tl::unexpected<Error>(saved.error());
  if (others) return answer_conflict(desk, *saved);
  TRY(Answer whole, answer_with(desk, *saved, caller.account, ask.now));
  return Answer{200,
                {{"revision", saved->revision},
                 {"changedAt", format_instant(saved->changed_at)},
                 {"state", state_name(saved->position.state)},
                 {"findings", std::move(whole.body["findings"])}}};
}

// A commune's patch is told as what it makes of the national guide: that is what residents read.
std::optional<std::string> as_read(const Draft& draft, const Json& national,
                                   const std::optional<std::string>& bytes) {
  if (draft.kind != "patch" || !national.is_object()) return bytes;
  if (!guide::patch_guide(national.dump(), bytes.value_or("{}"), draft.path)) return bytes;
  Json whole = national;
  whole.merge_patch(object_of(bytes.value_or("{}")));
  return whole.dump();
}

Result<Answer> tell_difference(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const Draft draft, draft_of(desk, ask, caller));
  TRY(Answer whole, answer_with(desk, draft, caller.account, ask.now));
  const Json& national = whole.body["national"];
  const std::optional<std::string> after = draft.removal ? std::nullopt : std::optional(draft.content);
  const std::string path =
      national.is_object() ? "national/guides/" + draft.path.substr(draft.path.rfind('/') + 1) : draft.path;
  TRY(const PublishedNow published, desk.content.of(draft.commune));
  TRY(Json list,
      difference(*published, path, as_read(draft, national, draft.base), as_read(draft, national, after)));
  return Answer{200, std::move(list)};
}

}  // namespace

void add_draft_endpoints(Router& router, ReviewDesk& desk) {
  router.add(
      "POST", "/api/drafts", Role::author,
      [&desk](const Ask& ask, const Caller& caller) { return create(desk, ask, caller); }, kDraftBody);
  router.add("GET", "/api/drafts", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return list(desk, ask, caller); });
  router.add("GET", "/api/drafts/{id}", Role::author,
             [&desk](const Ask& ask, const Caller& caller) -> Result<Answer> {
               TRY(const Draft draft, draft_of(desk, ask, caller));
               return answer_with(desk, draft, caller.account, ask.now);
             });
  router.add(
      "PUT", "/api/drafts/{id}", Role::author,
      [&desk](const Ask& ask, const Caller& caller) { return save(desk, ask, caller); }, kDraftBody);
  router.add("GET", "/api/drafts/{id}/difference", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return tell_difference(desk, ask, caller); });
}

}  // namespace conglang::server
