// POST /api/restorations: one page as an earlier version had it, as a draft like any other. The rest of what
// the commune says stays as it is, and nothing changes on a screen before it is approved and signed.

#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"

namespace conglang::server {
namespace {

struct Asked {
  DraftPath path;
  std::int64_t version = 0;
  std::string note;
};

Result<Asked> asked(const Ask& ask, const Account& account) {
  TRY(const std::string path, text_in(ask.body, "path", Need::required, 300));
  TRY(const std::string commune, text_in(ask.body, "commune", Need::optional, 20));
  Asked out;
  TRY(out.path, draft_path(path, account, commune));
  TRY(const auto version, number_in(ask.body, "version"));
  if (!version) {
    return refuse({.status = 422,
                   .code = "field",
                   .vi = "Hãy cho biết lấy lại bản số mấy.",
                   .en = "Say which version to bring back.",
                   .field = "version"});
  }
  out.version = *version;
  TRY(out.note, text_in(ask.body, "note", Need::optional));
  if (out.note.empty()) out.note = fmt::format("Lấy lại bài như ở bản số {}", out.version);
  return out;
}

Result<std::string> earlier_file(const ReviewDesk& desk, const Asked& what, const Published& published) {
  auto bytes = what.version <= published.role_version
                   ? desk.content.file_in(what.path.commune, what.version, what.path.path)
                   : fail(Errc::not_found, "");
  if (!bytes) {
    return refuse(
        {.status = 404,
         .code = "not-found",
         .vi = fmt::format("Bản số {} không có bài này, hoặc không còn được giữ: hãy chọn bản khác.",
                           what.version),
         .en = fmt::format("Version {} does not have this page, or is kept no more: choose another.",
                           what.version),
         .field = "version"});
  }
  if (const std::string* now = published.find(what.path.path); now != nullptr && *now == *bytes) {
    return refuse({.status = 409,
                   .code = "same",
                   .vi = "Bản này giống hệt bản đang hiện, nên không có gì để lấy lại.",
                   .en = "This is what is shown now; there is nothing to bring back."});
  }
  return std::move(*bytes);
}

Result<Answer> restore(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(Asked what, asked(ask, caller.account));
  TRY(const PublishedNow published, desk.content.of(what.path.commune));
  TRY(const std::string bytes, earlier_file(desk, what, *published));
  NewDraft draft;
  draft.path = what.path;
  draft.content = object_of(bytes).dump();
  draft.note = std::move(what.note);
  if (const std::string* base = published->find(what.path.path)) draft.base = *base;
  draft.base_sha256 = published->hash_of(what.path.path);
  auto made = desk.store.write_and_get([&](Transaction& transaction) -> Result<Draft> {
    TRY(Draft begun, drafts::create(transaction, draft, caller.account, ask.now));
    TRY_VOID(audit::append(transaction, caller.account.name, "draft.restore",
                           fmt::format("draft:{} {} version {}", begun.id, begun.path, what.version),
                           ask.now));
    return begun;
  });
  if (!made) return tl::unexpected<Error>(made.error());
  return desk.store.read_and_get([&](Transaction& transaction) -> Result<Answer> {
    TRY(Json json, draft_json(desk, transaction, *made, *published, caller.account, local_date(ask.now)));
    return Answer{201, std::move(json)};
  });
}

}  // namespace

void add_restore_endpoint(Router& router, ReviewDesk& desk) {
  router.add("POST", "/api/restorations", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return restore(desk, ask, caller); });
}

}  // namespace conglang::server
