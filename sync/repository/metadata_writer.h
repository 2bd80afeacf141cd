#pragma once
// Signed files from plain values: the reverse of sync/tuf/metadata.h. Signatures are over the canonical form
// of "signed"; the file itself is compact JSON.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "sync/tuf/metadata.h"
#include "sync/tuf/signing_key.h"

namespace conglang::repository {

using Signers = std::vector<const tuf::SigningKey*>;

/// The file's bytes, signed by each of `signers`. What parse_* reads from them equals `content`.
/// Errors: invalid, for a text that is not UTF-8.
Result<std::string> write_signed(const tuf::Root& content, const Signers& signers);
Result<std::string> write_signed(const tuf::Timestamp& content, const Signers& signers);
Result<std::string> write_signed(const tuf::Snapshot& content, const Signers& signers);
Result<std::string> write_signed(const tuf::Targets& content, const Signers& signers);

/// `keys` as signers, for as long as `keys` lives.
Signers signers_of(const std::vector<tuf::SigningKey>& keys);

/// `file`, any signed file, with the signature of each of `signers` that has not signed it yet behind the
/// others. Errors: parse, when `file` is no signed file.
Result<std::string> add_signatures(std::string_view file, const Signers& signers);

/// `file` with `signature`, which somebody made elsewhere, in place of one by the same key id. It is not
/// verified here. Errors: parse, when `file` is no signed file.
Result<std::string> add_signature(std::string_view file, const tuf::Signature& signature);

}  // namespace conglang::repository
