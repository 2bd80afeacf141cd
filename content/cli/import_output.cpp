#include "content/cli/import_output.h"

#include <fmt/format.h>

#include <cstdio>

namespace conglang::cli {

using Json = nlohmann::ordered_json;

void ImportOutput::imported(const import::ImportedFile& file, const import::Ledger& ledger) {
  fmt::print("{}", form_ == OutputForm::json ? import::report_json(file, ledger)
                                             : import::report_text(file, ledger));
  totals_ += ledger.counts();
  ++imported_;
}

void ImportOutput::remark(const std::string& line) const {
  if (form_ == OutputForm::text) return fmt::print("{}\n", line);
  fmt::print("{}\n", Json{{"remark", line}}.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void ImportOutput::failed(const std::string& file, const Error& error) {
  ++failed_;
  fmt::print(stderr, "{}\n", error.message);
  if (form_ == OutputForm::json) fmt::print("{}", import::error_json(file, error.message));
}

void ImportOutput::catalogue(const std::string& from, const std::string& written,
                             const import::Catalogue& catalogue) {
  totals_ += catalogue.counts;
  if (form_ == OutputForm::json) {
    const Json line{{"catalogue", from},
                    {"out", written},
                    {"entries", catalogue.entries.size()},
                    {"counts", import::counts_json(catalogue.counts)},
                    {"doubtful", catalogue.doubtful},
                    {"unknown", catalogue.unknown}};
    fmt::print("{}\n", line.dump(-1, ' ', false, Json::error_handler_t::replace));
    return;
  }
  fmt::print("{} → {}: {} thủ tục ({})\n", from, written, catalogue.entries.size(),
             import::counts_text(catalogue.counts));
  for (const auto& field : catalogue.doubtful)
    fmt::print("  cần xem {}: {} lần\n", field.first, field.second);
  for (const auto& field : catalogue.unknown)
    fmt::print("  chưa biết {}: {} lần\n", field.first, field.second);
}

Result<void> ImportOutput::finish() const {
  if (form_ == OutputForm::json) {
    Json line;
    line["totals"] = {{"imported", imported_}, {"failed", failed_}, {"counts", import::counts_json(totals_)}};
    fmt::print("{}\n", line.dump());
  } else {
    fmt::print("Đã nhập {} bài, không nhập được {}; các trường: {}\n", imported_, failed_,
               import::counts_text(totals_));
  }
  if (failed_ == 0) return {};
  return fail(Errc::invalid, "{0} tệp hoặc dòng không nhập được, phần còn lại đã nhập / {0} not imported",
              failed_);
}

}  // namespace conglang::cli
