#pragma once
// From what was approved to what every screen shows. A proposal is a role's next file without a signature;
// people sign it in their browsers or at a command line, and it is public when as many have signed as the
// province asks for. This server's keys are those of snapshot and timestamp: nothing here can sign for a
// commune.
//
// The tree is the truth and the store follows it: settle() makes them agree again after a crash between the
// two, or after somebody signed, dropped or published at a command line.

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sync/repository/propose.h"
#include "sync/server/api/router.h"
#include "sync/server/review/draft_check.h"
#include "sync/server/review/drafts.h"
#include "sync/server/review/proposal_table.h"
#include "sync/server/review/published.h"

namespace conglang::server {

class Proposals {
 public:
  Proposals(Store& store, PublishedContent& content) : store_(store), content_(content) {}

  /// Of approved drafts of one commune, with the pictures and recordings that they name. Errors: refused 404,
  /// 403; 409, a draft that is not approved, another proposal that waits ("proposal-waits"), or a draft begun
  /// on what is not published any more ("conflict": it is then back with its author, on what is published
  /// now); 422, what check_publishable refuses.
  Result<ProposalRow> of_drafts(const std::vector<std::int64_t>& ids, const Account* account, Instant now);

  /// The files of an earlier version of the role. Errors: refused 404, 409; check_version's (ingest.h).
  Result<ProposalRow> of_version(const std::string& commune, std::int64_t version, const Account& account,
                                 Instant now);

  /// What it says today, to be signed by new keys or for another year. Errors: refused 409; check_again's.
  Result<ProposalRow> again(const std::string& commune, const Account& account, Instant now);

  /// `screen`: the canonical file of the emergency role.
  Result<ProposalRow> emergency(const std::string& screen, const std::string& note, const Account& account,
                                Instant now);

  struct Signed {
    ProposalRow row;
    std::int64_t signers = 0;
    std::int64_t threshold = 1;
    std::int64_t kept = 0;  ///< signatures in all, those of keys that are not delegated to yet too
  };
  /// Attaches a signature by a key of `account`. `signature`: hexadecimal. Errors: refused 403, a key of
  /// somebody else, not approved or revoked; 409, a person who has signed with another key, a last signature
  /// that leaves out the tool's that the commune wants, or a proposal that waits no more; 422, a signature
  /// that is not over this proposal; check_waiting's; as attach_signature.
  Result<Signed> sign(std::int64_t id, const std::string& key_id, const std::string& signature,
                      const Account& account, Instant now);

  /// Forgets a proposal that waits; its drafts are approved ones again. Errors: refused 404, 403, 409.
  Result<ProposalRow> drop(std::int64_t id, const Account& account, Instant now);

  /// Makes the store agree with the tree; what check_waiting refuses stays waiting. Errors: TrustedSet's, io.
  Result<void> settle(Instant now);

  /// Scheduled drafts whose instant has come become proposals, commune by commune. `failed` is told of each
  /// commune whose could not, and why; they are tried again the next time.
  Result<void> propose_due(Instant now, const std::function<void(const std::string&, const Error&)>& failed);

  /// A proposal that `account` may see. Errors: refused 404.
  Result<ProposalRow> visible(std::int64_t id, const Account& account) const;

 private:
  using Make = std::function<Result<repository::Proposal>()>;

  Result<ProposalRow> make(ProposalRow row, const std::vector<Draft>& drafts, const Account* account,
                           Instant now, const Make& make);
  Result<void> send_back(std::vector<Draft> drafts, const Published& published, Instant now);
  Result<void> settle_row(ProposalRow row, Instant now);
  Result<void> adopt_others(Instant now);
  Result<void> published(Transaction& transaction, ProposalRow& row, std::int64_t timestamp, Instant now);
  Result<void> close(ProposalRow row, const std::string& state, Instant now);
  Result<FileChangesToCheck> changes_of(const std::vector<Draft>& drafts, const Published& published) const;

  Store& store_;
  PublishedContent& content_;
  std::mutex changing_;  ///< one change of the tree at a time
};

/// "commune-09784"
std::string role_of(const std::string& commune);

}  // namespace conglang::server
