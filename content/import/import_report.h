#pragma once
// What an import did with each record, for people and for programs.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/import/ledger.h"

namespace conglang::import {

struct ImportedFile {
  std::string file;  ///< the source
  std::string code;
  std::string id;   ///< of the draft
  std::string out;  ///< the draft's file
};

/// One JSON object on one line: file, code, id, out, counts, and fields: each leaf's pointer, status, to,
/// why.
std::string report_json(const ImportedFile& file, const Ledger& ledger);

/// The same for a file that failed: file and error.
std::string error_json(std::string_view file, std::string_view message);

/// Lines for people: the counts, then each doubtful and each unknown field.
std::string report_text(const ImportedFile& file, const Ledger& ledger);

nlohmann::ordered_json counts_json(const FateCounts& counts);

/// "kept 12, changed 3, …" in Vietnamese.
std::string counts_text(const FateCounts& counts);

}  // namespace conglang::import
