#pragma once
// Detail records of the National Public Service Portal to draft guides. A record is read for what it holds:
// an odd, missing or unknown field never stops the others. What a draft says is the source's own text,
// cleaned, never improved; a fact is `verified` only where the record says it once and plainly, everything
// else is `uncertain` for a person to look at. The ledger accounts for every leaf of the record.

#include <optional>
#include <string>
#include <string_view>

#include "content/guide/guide.h"
#include "content/import/ledger.h"

namespace conglang::import {

inline constexpr std::size_t kMaxRecordBytes = 64UL * 1024 * 1024;

struct PortalDraft {
  guide::Guide guide;  ///< id: a slug of the name, not yet unique
  std::string code;    ///< "1.001193"
  Ledger ledger;
};

/// Reads one record, with or without the portal's envelope {"code":"OK","data":{…}}.
/// `captured_on`: the day the record was fetched, for the provenance of every fact.
/// Errors: parse, not JSON (with line); invalid, no procedure code. `where` is in front of the message.
Result<PortalDraft> import_portal_record(std::string_view bytes, std::string_view where,
                                         std::optional<Date> captured_on = std::nullopt);

/// The draft as a guide file that read_guide accepts.
/// Errors: internal, the draft breaks a rule of guides.
Result<std::string> draft_file(const guide::Guide& guide);

}  // namespace conglang::import
