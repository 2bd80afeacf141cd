#include "content/import/import_report.h"

#include <fmt/format.h>

namespace conglang::import {
namespace {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json field_json(const std::string& pointer, const LedgerEntry& entry) {
  Json field{{"pointer", pointer}, {"status", name_of(entry.fate)}};
  if (!entry.to.empty()) field["to"] = entry.to;
  if (!entry.why.empty()) field["why"] = entry.why;
  return field;
}

}  // namespace

Json counts_json(const FateCounts& counts) {
  return Json{{"kept", counts.kept},
              {"changed", counts.changed},
              {"doubtful", counts.doubtful},
              {"omitted", counts.omitted},
              {"unknown", counts.unknown}};
}

std::string counts_text(const FateCounts& counts) {
  return fmt::format("giữ nguyên {}, đã sửa {}, cần xem {}, không dùng {}, chưa biết {}", counts.kept,
                     counts.changed, counts.doubtful, counts.omitted, counts.unknown);
}

std::string report_json(const ImportedFile& file, const Ledger& ledger) {
  Json fields = Json::array();
  for (const auto& entry : ledger.entries()) fields.push_back(field_json(entry.first, entry.second));
  return one_line(Json{{"file", file.file},
                       {"code", file.code},
                       {"id", file.id},
                       {"out", file.out},
                       {"counts", counts_json(ledger.counts())},
                       {"fields", std::move(fields)}});
}

std::string error_json(std::string_view file, std::string_view message) {
  return one_line(Json{{"file", file}, {"error", message}});
}

std::string report_text(const ImportedFile& file, const Ledger& ledger) {
  std::string out = fmt::format("{} → {} ({})\n", file.file, file.out, counts_text(ledger.counts()));
  for (const auto& entry : ledger.entries()) {
    const Fate fate = entry.second.fate;
    if (fate == Fate::doubtful) out += fmt::format("  cần xem {}: {}\n", entry.first, entry.second.why);
    if (fate == Fate::unknown) out += fmt::format("  chưa biết {}: không đưa vào bản nháp\n", entry.first);
  }
  return out;
}

}  // namespace conglang::import
