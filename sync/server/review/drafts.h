#pragma once
// Drafts as the store keeps them. Every function works inside its caller's transaction, so that a step and
// its line in the audit log are one. Nothing that somebody wrote is ever deleted: a draft that was given up
// stays, and so do its revisions, one for every ten minutes of a person's work.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/api/router.h"
#include "sync/server/review/draft_path.h"
#include "sync/server/review/workflow.h"
#include "sync/server/store/store.h"

namespace conglang::server {

inline constexpr std::size_t kMaxDraftBytes = 512UL * 1024;
inline constexpr std::size_t kMaxWordsBytes = 4UL * 1024;  ///< a note, comment or reason

struct Draft {
  std::int64_t id = 0;
  std::string commune;
  std::string path;
  std::string kind;
  Position position;
  bool removal = false;
  std::int64_t revision = 1;
  std::int64_t author_id = 0;
  std::string note;
  std::optional<std::string> base;  ///< the file as it was published when the draft was begun
  std::string base_sha256;          ///< empty: it was not published
  Instant created_at{};
  Instant changed_at{};
  std::optional<Instant> publish_at;
  std::string reason;
  std::optional<std::int64_t> pushed_by;
  std::optional<std::int64_t> approved_by;
  std::optional<std::int64_t> proposal_id;
  std::optional<std::int64_t> published_version;
  std::string content;  ///< of the newest revision: an object as JSON
};

struct Comment {
  std::string who;  ///< display name; empty: the server
  Instant at{};
  std::string text;
};

struct NewDraft {
  DraftPath path;
  std::string content;
  bool removal = false;
  std::string note;
  std::optional<std::string> base;
  std::string base_sha256;
};

namespace drafts {

/// The draft `id` if `account` may see it. Errors: refused 404.
Result<Draft> find(Transaction& transaction, std::int64_t id, const Account& account);
/// Whoever's it is. Errors: refused 404.
Result<Draft> find(Transaction& transaction, std::int64_t id);

/// The one that is on its way at `path`.
Result<std::optional<Draft>> open_at(Transaction& transaction, const std::string& path);

/// Those of `commune` in one of `states`, newest first, 500 at most.
Result<std::vector<Draft>> in_states(Transaction& transaction, const std::string& commune,
                                     const std::vector<State>& states);
Result<std::vector<Draft>> of_proposal(Transaction& transaction, std::int64_t proposal);
/// What took pages of `commune` off the screens, newest first, 100 at most; some may be back since.
Result<std::vector<Draft>> removals(Transaction& transaction, const std::string& commune);
/// Scheduled ones of every commune whose instant has come, oldest first.
Result<std::vector<Draft>> due(Transaction& transaction, Instant now);

/// Errors: refused 409 with code "open-draft", when one is on its way there; 413.
Result<Draft> create(Transaction& transaction, const NewDraft& draft, const Account& account, Instant now);

/// A new revision after `draft`.revision; `draft` is then what is stored. Errors: refused 403, 409 (a state
/// in which nothing is written), 413.
Result<void> save(Transaction& transaction, Draft& draft, const std::string& content, const std::string& note,
                  const Account& account, Instant now);

/// Takes a step as `account`, or as the server. Errors: refused 409 (no such step from here), 403.
Result<void> step(Transaction& transaction, Draft& draft, Move move, const Account* account, Instant now);

/// Puts what is published now under a draft that was begun on something else.
Result<void> rebase(Transaction& transaction, Draft& draft, const std::optional<std::string>& base,
                    const std::string& base_sha256, Instant now);

Result<void> comment(Transaction& transaction, const Draft& draft, const Account* account,
                     const std::string& text, Instant now);
Result<std::vector<Comment>> comments(Transaction& transaction, std::int64_t draft);

/// The display name of an account; empty for none.
Result<std::string> name_of(Transaction& transaction, std::optional<std::int64_t> account);

/// `account` in relation to `draft`.
Result<Actor> actor_of(Transaction& transaction, const Draft& draft, const Account& account);

}  // namespace drafts

}  // namespace conglang::server
