#pragma once
// What an import says: of every record what became of its fields, of every failure why, and the totals. As
// JSON, one object a line, or for people.

#include <string>

#include "content/base/result.h"
#include "content/import/catalogue.h"
#include "content/import/import_report.h"
#include "content/import/ledger.h"

namespace conglang::cli {

enum class OutputForm { text, json };

class ImportOutput {
 public:
  explicit ImportOutput(OutputForm form) : form_(form) {}

  void imported(const import::ImportedFile& file, const import::Ledger& ledger);
  /// A line that a person should read, and no failure.
  void remark(const std::string& line) const;
  void failed(const std::string& file, const Error& error);

  /// `from` became `written`, a list of what was written where: "a.json, b.jsonl".
  void catalogue(const std::string& from, const std::string& written, const import::Catalogue& catalogue);

  /// Prints the totals. Errors: invalid, when anything failed.
  Result<void> finish() const;

 private:
  OutputForm form_;
  import::FateCounts totals_;
  std::size_t imported_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace conglang::cli
