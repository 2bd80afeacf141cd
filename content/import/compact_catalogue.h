#pragma once
// The catalogue as a bundle carries it, national/catalogue.json: of each procedure its code, name, fields and
// agencies, the repeated names once and by number, one entry a line. The portal gives one code to two
// procedures now and then; its page of that code shows both, and so does their one entry.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/time.h"
#include "content/import/catalogue.h"

namespace conglang::import {

struct CompactCatalogue {
  std::string bytes;
  std::size_t entries = 0;
  std::size_t commune_level = 0;      ///< entries that an office of a commune carries out
  std::vector<std::string> merged;    ///< codes that two procedures share
  std::vector<std::string> problems;  ///< entries that are not in it, and why
};

/// True when `agency` names an office of a commune: "Ủy ban nhân dân cấp xã", "UBND Phường Bắc Giang".
bool is_commune_level(std::string_view agency);

/// `entries` in their order. The same input gives the same bytes.
CompactCatalogue compact_catalogue(const std::vector<CatalogueEntry>& entries, std::string_view source,
                                   std::optional<Date> captured_on);

}  // namespace conglang::import
