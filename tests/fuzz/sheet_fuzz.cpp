// Any bytes as the XML of a workbook's sheet, of its strings and of its styles, and as a workbook.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/import/portal_import.h"
#include "content/import/sheet_xml.h"
#include "content/import/table_import.h"
#include "content/import/workbook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace conglang::import;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  WorkbookParts parts;
  if (auto strings = read_shared_strings(bytes, "fuzz")) parts.strings = std::move(*strings);
  if (auto styles = read_date_styles(bytes, "fuzz")) parts.date_styles = std::move(*styles);
  auto table = read_sheet(bytes, parts, "fuzz");
  if (!table) table = read_workbook(bytes, "fuzz");
  if (!table) return 0;
  const auto drafts = import_table(*table, "fuzz");
  if (!drafts) return 0;
  for (const auto& draft : drafts->drafts) {
    if (!draft_file(draft.guide)) std::abort();
  }
  return 0;
}
