#pragma once
// The other depth: every procedure of the national catalogue in brief, so that search finds what has no guide
// yet. Some 5,670 entries; fields and agencies repeat, and are numbered.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/time.h"

namespace conglang::guide {

/// Who carries a procedure out.
struct Agency {
  std::string name;            ///< "Ủy ban nhân dân cấp xã"
  bool commune_level = false;  ///< the resident's own commune

  bool operator==(const Agency&) const = default;
};

/// One procedure. Its page is the link template "portal-search" with the code.
struct CatalogueEntry {
  std::string code;                     ///< "1.001193"
  std::string name;                     ///< official; up to 1,192 characters
  std::vector<std::uint16_t> fields;    ///< places in Catalogue::fields
  std::vector<std::uint16_t> agencies;  ///< places in Catalogue::agencies
  bool commune_level = false;           ///< one of its agencies is

  bool operator==(const CatalogueEntry&) const = default;
};

struct Catalogue {
  std::string source;  ///< "Cổng Dịch vụ công quốc gia"; empty: there is no catalogue
  std::optional<Date> captured_on;
  std::vector<std::string> fields;  ///< lĩnh vực
  std::vector<Agency> agencies;
  std::vector<CatalogueEntry> entries;  ///< by code, each code once

  bool operator==(const Catalogue&) const = default;
};

/// True when one of `agencies`, places in catalogue.agencies, is the resident's own commune.
bool is_commune_level(const Catalogue& catalogue, const std::vector<std::uint16_t>& agencies);

/// The entry of `code`, if there is one.
const CatalogueEntry* find_entry(const Catalogue& catalogue, std::string_view code);

}  // namespace conglang::guide
