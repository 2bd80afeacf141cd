// Any bytes as a portal record: an error, or a draft that guide files accept and a ledger without a leaf
// less.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/import/catalogue.h"
#include "content/import/portal_import.h"

using namespace conglang;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const import::Catalogue catalogue = import::import_catalogue(bytes, "input");
  require(catalogue.entries.size() <= size);
  const auto draft = import::import_portal_record(bytes, "input");
  if (!draft) return 0;
  require(!draft->code.empty() && draft->ledger.counts().all() == draft->ledger.entries().size());
  require(import::draft_file(draft->guide).has_value());
  return 0;
}
