// Any bytes as a commune's list in CSV: a table and drafts that guide files accept, or a message.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/import/csv_table.h"
#include "content/import/portal_import.h"
#include "content/import/table_import.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = conglang::import::read_csv(bytes, "fuzz.csv");
  if (!table) return 0;
  const auto drafts = conglang::import::import_table(*table, "fuzz.csv");
  if (!drafts) return 0;
  for (const auto& draft : drafts->drafts) {
    if (!conglang::import::draft_file(draft.guide)) std::abort();
  }
  return 0;
}
