// The steps of a draft on its way: workflow.h says who may take which.

#include <chrono>
#include <functional>

#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"

namespace conglang::server {
namespace {

Result<Answer> answer_with(ReviewDesk& desk, std::int64_t id, const Account& account, Instant now) {
  auto draft = desk.store.read_and_get(
      [&](Transaction& transaction) { return drafts::find(transaction, id, account); });
  if (!draft) return tl::unexpected<Error>(draft.error());
  TRY(const PublishedNow published, desk.content.of(draft->commune));
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(Json json, draft_json(desk, transaction, *draft, *published, account, local_date(now)));
    return Answer{200, std::move(json)};
  });
}

// Nobody approves or submits another revision than the one they have read.
Result<void> check_revision(const Ask& ask, const Draft& draft) {
  TRY(const auto revision, number_in(ask.body, "revision"));
  if (!revision || *revision == draft.revision) return {};
  return refuse({.status = 409,
                 .code = "conflict",
                 .vi = "Bản nháp đã đổi từ khi bạn xem. Hãy tải lại trang.",
                 .en = "The draft has changed since you looked at it. Load the page again."});
}

using Before = std::function<Result<void>(Transaction&, Draft&)>;

Result<Answer> step(ReviewDesk& desk, const Ask& ask, const Caller& caller, Move move,
                    const Before& before = {}) {
  const auto done = desk.store.write([&](Transaction& transaction) -> Result<void> {
    TRY(Draft draft, drafts::find(transaction, ask.id(), caller.account));
    TRY_VOID(check_revision(ask, draft));
    if (before) TRY_VOID(before(transaction, draft));
    return drafts::step(transaction, draft, move, &caller.account, ask.now);
  });
  TRY_VOID(done);
  return answer_with(desk, ask.id(), caller.account, ask.now);
}

// A draft that nobody could sign is not worth a colleague's time.
Result<Answer> submit(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const Answer whole, answer_with(desk, ask.id(), caller.account, ask.now));
  const Json& findings = whole.body["findings"];
  const bool is_open = whole.body["state"] == "draft" || whole.body["state"] == "changes-asked";
  if (is_open && !findings.empty() && findings[0]["level"] == "error") {
    Answer answer = refused({.status = 422,
                             .code = "content",
                             .vi = "Còn chỗ phải sửa trước khi gửi duyệt.",
                             .en = "There are errors to mend before it can be reviewed.",
                             .field = findings[0]["field"].get<std::string>()});
    answer.body["findings"] = findings;
    return answer;
  }
  return step(desk, ask, caller, Move::submit);
}

Result<Answer> ask_changes(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string comment, text_in(ask.body, "comment", Need::required));
  return step(desk, ask, caller, Move::ask_changes, [&](Transaction& transaction, Draft& draft) {
    return drafts::comment(transaction, draft, &caller.account, comment, ask.now);
  });
}

Result<Answer> comment(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string text, text_in(ask.body, "comment", Need::required));
  const auto done = desk.store.write([&](Transaction& transaction) -> Result<void> {
    TRY(const Draft draft, drafts::find(transaction, ask.id(), caller.account));
    return drafts::comment(transaction, draft, &caller.account, text, ask.now);
  });
  TRY_VOID(done);
  return answer_with(desk, ask.id(), caller.account, ask.now);
}

Result<Answer> schedule(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string text, text_in(ask.body, "at", Need::required, 40));
  const auto at = parse_instant(text);
  if (!at || *at <= ask.now || *at > ask.now + std::chrono::days(366)) {
    return refuse({.status = 422,
                   .code = "field",
                   .vi = "Hãy chọn một lúc sắp tới, trong vòng một năm.",
                   .en = "Choose an instant to come, within a year, as 2026-12-01T08:00:00Z.",
                   .field = "at"});
  }
  return step(desk, ask, caller, Move::schedule, [&](Transaction&, Draft& draft) -> Result<void> {
    draft.publish_at = at;
    return {};
  });
}

Result<Answer> publish_now(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string reason, text_in(ask.body, "reason", Need::required));
  const auto taken = step(desk, ask, caller, Move::publish_now, [&](Transaction& transaction, Draft& draft) {
    draft.reason = reason;
    return drafts::comment(transaction, draft, &caller.account, reason, ask.now);
  });
  TRY_VOID(taken);
  // It still needs as many signatures as any other.
  const auto proposed = desk.proposals.of_drafts({ask.id()}, &caller.account, ask.now);
  TRY(Answer answer, answer_with(desk, ask.id(), caller.account, ask.now));
  if (!proposed) answer.body["notProposed"] = refused(refusal_of(proposed.error())).body["error"];
  return answer;
}

// A published page is taken off the screens as it came there: reviewed, and signed by two.
Result<Answer> begin_removal(ReviewDesk& desk, const Ask& ask, const Caller& caller, const Draft& draft) {
  TRY(const PublishedNow published, desk.content.of(draft.commune));
  const std::string* there = published->find(draft.path);
  const auto parsed = draft_path(draft.path, caller.account, draft.commune);
  if (!parsed) return tl::unexpected<Error>(parsed.error());
  if (there == nullptr) {
    return refuse({.status = 409,
                   .code = "state",
                   .vi = "Nội dung này không còn được công bố.",
                   .en = "This is not published any more."});
  }
  TRY(const std::string note, text_in(ask.body, "note", Need::optional));
  const NewDraft removal{*parsed, draft.content,
                         true,    note.empty() ? "Gỡ xuống / taken off" : note,
                         *there,  published->hash_of(draft.path)};
  auto made = desk.store.write_and_get([&](Transaction& transaction) -> Result<Draft> {
    TRY(Draft one, drafts::create(transaction, removal, caller.account, ask.now));
    TRY_VOID(drafts::step(transaction, one, Move::submit, &caller.account, ask.now));
    return one;
  });
  if (!made) return tl::unexpected<Error>(made.error());
  return answer_with(desk, made->id, caller.account, ask.now);
}

Result<Answer> withdraw(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  auto draft = desk.store.read_and_get(
      [&](Transaction& transaction) { return drafts::find(transaction, ask.id(), caller.account); });
  if (!draft) return tl::unexpected<Error>(draft.error());
  if (draft->position.state == State::published) return begin_removal(desk, ask, caller, *draft);
  return step(desk, ask, caller, Move::take_back);
}

// A page that was published before there was this desk has no draft to withdraw.
Result<Answer> remove_path(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string asked, text_in(ask.body, "path", Need::required, 300));
  TRY(const std::string commune, text_in(ask.body, "commune", Need::optional, 20));
  TRY(const DraftPath path, draft_path(asked, caller.account, commune));
  TRY(const PublishedNow published, desk.content.of(path.commune));
  Draft draft;
  draft.path = path.path;
  draft.commune = path.commune;
  draft.content = "{}";
  if (const std::string* there = published->find(path.path)) draft.content = object_of(*there).dump();
  return begin_removal(desk, ask, caller, draft);
}

}  // namespace

void add_step_endpoints(Router& router, ReviewDesk& desk) {
  const auto plain = [&desk](Move move) {
    return [&desk, move](const Ask& ask, const Caller& caller) { return step(desk, ask, caller, move); };
  };
  const auto with = [&desk](auto function) {
    return [&desk, function](const Ask& ask, const Caller& caller) { return function(desk, ask, caller); };
  };
  router.add("POST", "/api/drafts/{id}/submit", Role::author, with(submit));
  router.add("POST", "/api/drafts/{id}/approve", Role::reviewer, plain(Move::approve));
  router.add("POST", "/api/drafts/{id}/ask-changes", Role::reviewer, with(ask_changes));
  router.add("POST", "/api/drafts/{id}/comments", Role::author, with(comment));
  router.add("POST", "/api/drafts/{id}/schedule", Role::reviewer, with(schedule));
  router.add("POST", "/api/drafts/{id}/publish-now", Role::reviewer, with(publish_now));
  router.add("POST", "/api/drafts/{id}/withdraw", Role::author, with(withdraw));
  router.add("POST", "/api/drafts/{id}/discard", Role::author, plain(Move::discard));
  router.add("POST", "/api/removals", Role::author, with(remove_path));
}

}  // namespace conglang::server
