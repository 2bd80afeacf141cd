#include "sync/server/review/proposals.h"

#include <algorithm>
#include <set>
#include <utility>

#include "content/base/hex.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/sign.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/ingest.h"
#include "sync/server/review/media.h"
#include "sync/server/review/proposal_steps.h"
#include "sync/server/review/signing_keys.h"
#include "sync/tuf/digest.h"

namespace conglang::server {
namespace {

tl::unexpected<Error> proposal_waits() {
  return refuse({.status = 409,
                 .code = "proposal-waits",
                 .vi = "Đang có một đề nghị chờ ký. Hãy ký hoặc bỏ nó trước.",
                 .en = "Another proposal waits for signatures. Sign or drop it first."});
}

tl::unexpected<Error> begun_on_old(const std::vector<Draft>& drafts) {
  std::string paths;
  for (const Draft& one : drafts) paths += (paths.empty() ? "" : ", ") + one.path;
  return refuse(
      {.status = 409,
       .code = "conflict",
       .vi = fmt::format("{}: đã có bản khác được công bố từ khi bắt đầu sửa. Bản nháp còn nguyên; hãy "
                         "xem lại trên bản đang công bố rồi gửi duyệt.",
                         paths),
       .en = fmt::format("{}: something else was published since this was begun. Nothing is lost; look "
                         "at it again over what is published now, and submit it.",
                         paths)});
}

std::string who_of(const Account* account) {
  return account == nullptr ? "server" : account->name;
}

}  // namespace

std::string role_of(const std::string& commune) {
  return repository::commune_role(commune);
}

Result<ProposalRow> Proposals::make(ProposalRow row, const std::vector<Draft>& from, const Account* account,
                                    Instant now, const Make& make_file) {
  row.state = "making";
  row.made_at = now;
  if (account != nullptr) row.made_by = account->id;
  const auto written = store_.write([&](Transaction& transaction) -> Result<void> {
    TRY(const auto others, proposals::open_of_role(transaction, row.role));
    if (!others.empty()) return proposal_waits();
    TRY_VOID(proposals::add(transaction, row));
    for (Draft draft : from) {
      // Read anew: a click on "take back" may have come first.
      TRY(draft, drafts::find(transaction, draft.id));
      draft.proposal_id = row.id;
      TRY_VOID(drafts::step(transaction, draft, Move::propose, account, now));
    }
    return {};
  });
  TRY_VOID(written);
  const auto proposal = patiently(content_.tree(), make_file);
  if (!proposal) {
    TRY_VOID(close(row, "dropped", now));
    return tl::unexpected<Error>(proposal.error());
  }
  take_over(row, *proposal);
  const auto stored = store_.write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(proposals::store(transaction, row));
    return audit::append(transaction, who_of(account), "proposal.make", about(row), now);
  });
  TRY_VOID(stored);
  return row;
}

Result<FileChangesToCheck> Proposals::changes_of(const std::vector<Draft>& from,
                                                 const Published& published) const {
  FileChangesToCheck changes;
  for (const Draft& draft : from) {
    if (draft.removal) {
      changes.emplace(draft.path, std::nullopt);
      continue;
    }
    TRY(std::string bytes, canonical_bytes(published, draft.path, draft.content));
    changes.emplace(draft.path, std::move(bytes));
    TRY(const auto media, media_named(store_, draft.commune, draft.content));
    for (const auto& [path, file] : media) {
      if (published.find(path) == nullptr || *published.find(path) != file) changes.emplace(path, file);
    }
  }
  return changes;
}

Result<void> Proposals::send_back(std::vector<Draft> from, const Published& published, Instant now) {
  return store_.write([&](Transaction& transaction) -> Result<void> {
    for (Draft& draft : from) {
      TRY(draft, drafts::find(transaction, draft.id));
      TRY_VOID(drafts::step(transaction, draft, Move::rework, nullptr, now));
      const std::string* base = published.find(draft.path);
      TRY_VOID(drafts::rebase(transaction, draft, base == nullptr ? std::nullopt : std::optional(*base),
                              published.hash_of(draft.path), now));
      TRY_VOID(
          drafts::comment(transaction, draft, nullptr,
                          "Đã có bản khác được công bố từ khi bắt đầu sửa; hãy xem lại. / Something else "
                          "was published since this was begun; look at it again.",
                          now));
    }
    return {};
  });
}

Result<ProposalRow> Proposals::of_drafts(const std::vector<std::int64_t>& ids, const Account* account,
                                         Instant now) {
  const std::lock_guard lock(changing_);
  std::vector<Draft> from;
  const auto found = store_.read([&](Transaction& transaction) -> Result<void> {
    for (const std::int64_t id : std::set<std::int64_t>(ids.begin(), ids.end())) {
      TRY(Draft draft,
          account == nullptr ? drafts::find(transaction, id) : drafts::find(transaction, id, *account));
      from.push_back(std::move(draft));
    }
    return {};
  });
  TRY_VOID(found);
  const auto same_commune = [&from](const Draft& one) { return one.commune == from.front().commune; };
  if (from.empty() || !std::ranges::all_of(from, same_commune)) {
    return refuse({.status = 422,
                   .code = "drafts",
                   .vi = "Chọn ít nhất một bản nháp, cùng của một xã.",
                   .en = "Name at least one draft, all of one commune.",
                   .field = "drafts"});
  }
  TRY(const PublishedNow published, content_.of(from.front().commune));
  std::vector<Draft> old;
  std::ranges::copy_if(from, std::back_inserter(old), [&](const Draft& one) {
    const bool ready = one.position.state == State::approved || one.position.state == State::scheduled;
    return ready && one.base_sha256 != published->hash_of(one.path);
  });
  if (!old.empty()) {
    TRY_VOID(send_back(old, *published, now));
    return begun_on_old(old);
  }
  TRY(const FileChangesToCheck changes, changes_of(from, *published));
  TRY_VOID(check_publishable(*published, changes, local_date(now)));
  repository::FileEdits edits;
  for (const auto& [path, bytes] : changes) {
    if (bytes) {
      edits.put.emplace(path, *bytes);
    } else {
      edits.remove.insert(path);
    }
  }
  ProposalRow row;
  row.commune = from.front().commune;
  row.role = role_of(row.commune);
  row.kind = "drafts";
  for (const Draft& one : from) row.note += (row.note.empty() ? "" : "; ") + one.note;
  return make(std::move(row), from, account, now, [&] {
    return repository::propose(content_.tree(), content_.keys(), role_of(from.front().commune), edits, now);
  });
}

Result<ProposalRow> Proposals::of_version(const std::string& commune, std::int64_t version,
                                          const Account& account, Instant now) {
  const std::lock_guard lock(changing_);
  TRY_VOID(check_version(content_, commune, version, local_date(now)));
  ProposalRow row;
  row.commune = commune;
  row.role = role_of(commune);
  row.kind = "rollback";
  row.note = fmt::format("Trở lại bản {} / back to version {}", version, version);
  return make(std::move(row), {}, &account, now, [&] {
    return repository::propose_version(content_.tree(), content_.keys(), role_of(commune), version, now);
  });
}

Result<ProposalRow> Proposals::again(const std::string& commune, const Account& account, Instant now) {
  const std::lock_guard lock(changing_);
  TRY_VOID(check_again(content_, commune, local_date(now)));
  ProposalRow row;
  row.commune = commune;
  row.role = role_of(commune);
  row.kind = "again";
  row.note = "Ký lại bản đang công bố / what is published, signed again";
  return make(std::move(row), {}, &account, now, [&] {
    return repository::propose_again(content_.tree(), content_.keys(), role_of(commune), now);
  });
}

Result<ProposalRow> Proposals::emergency(const std::string& screen, const std::string& note,
                                         const Account& account, Instant now) {
  const std::lock_guard lock(changing_);
  ProposalRow row;
  row.role = repository::kEmergencyRole;
  row.kind = "emergency";
  row.note = note;
  repository::FileEdits edits;
  edits.put.emplace(repository::kEmergencyFile, screen);
  return make(std::move(row), {}, &account, now, [&] {
    return repository::propose(content_.tree(), content_.keys(), repository::kEmergencyRole, edits, now);
  });
}

Result<ProposalRow> Proposals::visible(std::int64_t id, const Account& account) const {
  ProposalRow row;
  const auto found = store_.read([&](Transaction& transaction) -> Result<void> {
    TRY(row, proposals::find(transaction, id));
    return {};
  });
  TRY_VOID(found);
  // What blanks every screen is everybody's to see; whose keys sign it, the province has said.
  if (row.commune.empty() || account.belongs_to(row.commune)) return row;
  return refuse({.status = 404,
                 .code = "not-found",
                 .vi = "Không có đề nghị ký này.",
                 .en = "There is no such proposal."});
}

Result<Proposals::Signed> Proposals::sign(std::int64_t id, const std::string& key_id,
                                          const std::string& signature, const Account& account, Instant now) {
  const std::lock_guard lock(changing_);
  TRY(ProposalRow row, visible(id, account));
  tuf::Keys coming;
  const auto found = store_.read([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(signing_keys::check_usable(transaction, key_id, account));
    TRY(const auto signatures, proposals::signatures(transaction, id));
    TRY_VOID(signing_keys::check_one_person(signatures, key_id, account));
    TRY(coming, signing_keys::approved(transaction, row.commune));
    return {};
  });
  TRY_VOID(found);
  if (row.state != "waiting") {
    return refuse({.status = 409,
                   .code = "not-waiting",
                   .vi = "Đề nghị này không còn chờ ký.",
                   .en = "This proposal waits for signatures no more."});
  }
  const auto bytes = from_hex(signature);
  if (!bytes || bytes->empty()) {
    return refuse({.status = 422,
                   .code = "signature",
                   .vi = "Chữ ký phải là số thập lục phân.",
                   .en = "A signature is sent as hexadecimal digits.",
                   .field = "sig"});
  }
  const repository::Tree& tree = content_.tree();
  TRY(const repository::Proposal waiting, repository::waiting_proposal(tree, content_.keys(), row.role));
  if (tuf::sha256_hex(waiting.signed_bytes) != row.signed_sha256) {
    return refuse({.status = 409,
                   .code = "not-waiting",
                   .vi = "Một đề nghị khác đã thay đề nghị này. Hãy tải lại trang.",
                   .en = "Another proposal has taken this one's place. Load the page again."});
  }
  if (is_of_command_line(row)) TRY_VOID(check_waiting(content_, row.commune, waiting, local_date(now)));
  TRY_VOID(store_.read([&](Transaction& transaction) {
    return signing_keys::check_rule(transaction, waiting, row.commune, key_id);
  }));
  TRY(const repository::Proposal done, patiently(tree, [&] {
        return repository::attach_signature(tree, content_.keys(), row.role, {key_id, *bytes}, now, coming);
      }));
  const auto written = store_.write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(proposals::add_signature(transaction, id, key_id, account.id, now));
    TRY_VOID(audit::append(transaction, account.name, "proposal.sign", about(row), now));
    if (!done.timestamp) return {};
    return published(transaction, row, *done.timestamp, now);
  });
  TRY_VOID(written);
  return Signed{row, done.signers, done.threshold, static_cast<std::int64_t>(done.signed_by.size())};
}

Result<ProposalRow> Proposals::drop(std::int64_t id, const Account& account, Instant now) {
  const std::lock_guard lock(changing_);
  TRY(ProposalRow row, visible(id, account));
  const bool is_own = row.made_by == account.id;
  const bool may =
      row.commune.empty() ? account.is_at_least(Role::commune_admin) : account.is_at_least(Role::reviewer);
  if (!is_own && !may) {
    return refuse({.status = 403,
                   .code = "role",
                   .vi = "Người đề nghị hoặc người duyệt mới bỏ được đề nghị này.",
                   .en = "Only who made a proposal or a reviewer drops it."});
  }
  if (row.state != "waiting") {
    return refuse({.status = 409,
                   .code = "not-waiting",
                   .vi = "Đề nghị này không còn chờ ký.",
                   .en = "This proposal waits for signatures no more."});
  }
  TRY_VOID(patiently(content_.tree(), [&] { return repository::drop_waiting(content_.tree(), row.role); }));
  TRY_VOID(close(row, "dropped", now));
  const auto written = store_.write([&](Transaction& transaction) {
    return audit::append(transaction, account.name, "proposal.drop", about(row), now);
  });
  TRY_VOID(written);
  row.state = "dropped";
  return row;
}

Result<void> Proposals::close(ProposalRow row, const std::string& state, Instant now) {
  row.state = state;
  row.done_at = now;
  return store_.write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(proposals::store(transaction, row));
    TRY(auto from, drafts::of_proposal(transaction, row.id));
    for (Draft& draft : from) {
      if (draft.position.state == State::signing)
        TRY_VOID(drafts::step(transaction, draft, Move::drop, nullptr, now));
    }
    return {};
  });
}

Result<void> Proposals::propose_due(Instant now,
                                    const std::function<void(const std::string&, const Error&)>& failed) {
  std::map<std::string, std::vector<std::int64_t>> by_commune;
  const auto found = store_.read([&](Transaction& transaction) -> Result<void> {
    TRY(const auto due, drafts::due(transaction, now));
    for (const Draft& draft : due) by_commune[draft.commune].push_back(draft.id);
    return {};
  });
  TRY_VOID(found);
  for (const auto& entry : by_commune) {
    const auto made = of_drafts(entry.second, nullptr, now);
    if (!made) failed(entry.first, made.error());
  }
  return {};
}

}  // namespace conglang::server
