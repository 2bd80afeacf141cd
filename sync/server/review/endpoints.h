#pragma once
// The endpoints of review and signing, by subject, and what several of them need.

#include <optional>
#include <string>

#include "sync/server/api/router.h"
#include "sync/server/review/media.h"
#include "sync/server/review/pictures.h"
#include "sync/server/review/review_desk.h"

namespace conglang::server {

void add_guide_endpoints(Router& router, ReviewDesk& desk);
void add_draft_endpoints(Router& router, ReviewDesk& desk);
void add_step_endpoints(Router& router, ReviewDesk& desk);
void add_restore_endpoint(Router& router, ReviewDesk& desk);
void add_preview_endpoints(Router& router, ReviewDesk& desk);
void add_picture_endpoints(Router& router, ReviewDesk& desk);
void add_recording_endpoints(Router& router, ReviewDesk& desk);
void add_proposal_endpoints(Router& router, ReviewDesk& desk);
void add_board_endpoints(Router& router, ReviewDesk& desk);
void add_import_endpoint(Router& router, ReviewDesk& desk);
void add_todo_endpoint(Router& router, ReviewDesk& desk);

/// The text `name` of a body, in NFC; empty when it is not there. Errors: refused 422, it is no text, longer
/// than `most` bytes, or missing and required.
enum class Need { required, optional };
Result<std::string> text_in(const Json& body, const char* name, Need need, std::size_t most = kMaxWordsBytes);

/// The whole number `name` of a body; nothing when it is not there. Errors: refused 422.
Result<std::optional<std::int64_t>> number_in(const Json& body, const char* name);

/// A draft as its page shows it, whole.
Result<Json> draft_json(const ReviewDesk& desk, Transaction& transaction, const Draft& draft,
                        const Published& published, const Account& account, Date today);

/// A draft as a list shows it.
Result<Json> draft_summary(Transaction& transaction, const Draft& draft, const Account& account);

/// The file that a draft would be, as far as it reads; its content as it stands where it does not.
std::string draft_file(const Published& published, const Draft& draft);

Json proposal_summary(const ProposalRow& row, const std::vector<ProposalSignature>& signatures,
                      const std::string& made_by, const Account& account);

/// The text `name` of an object; `otherwise` for anything else.
std::string words_in(const Json& object, const char* name, const std::string& otherwise = {});

/// The Vietnamese title or name of a file's content; `otherwise` when it has none.
std::string title_in(const Json& content, const std::string& otherwise);

/// `bytes` as a JSON object; null for anything else.
Json object_of(const std::optional<std::string>& bytes);

}  // namespace conglang::server
