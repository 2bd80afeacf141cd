#pragma once
// The catalogue as it is browsed: which procedures belong to a part of it, how many, in what order.
// Everything is counted anew from the content in one pass: nothing is kept that could grow old.

#include <string>
#include <string_view>
#include <vector>

#include "content/guide/content.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// The procedures of `part`, in the catalogue's order (by code).
std::vector<const guide::CatalogueEntry*> entries_of(const guide::Content& content,
                                                     const CataloguePart& part);

/// A field, and how many procedures of the part's reach it has.
struct FieldCount {
  std::string id;  ///< CataloguePart::field
  guide::Text title;
  int count = 0;

  bool operator==(const FieldCount&) const = default;
};

/// The fields of `part.sector` that have procedures: as the sector orders them, those of no sector by name.
std::vector<FieldCount> fields_of(const guide::Content& content, const CataloguePart& part);

/// A name as an index sorts it: without the formula "Thủ tục" in front, which says nothing.
std::string_view telling_part(std::string_view name);

/// The title of a sector or a field; of kNoSector nothing.
const guide::Sector* find_sector(const guide::Content& content, std::string_view id);
guide::Text field_title(const guide::Content& content, const CataloguePart& part);

/// `part` as it is opened: a sector with a single field is that field.
CataloguePart asked_part(const guide::Content& content, CataloguePart part);

/// Drops the pages of the catalogue that `content` has nothing for any more.
void drop_lost_parts(Visit& visit, const guide::Content& content);

/// The id of the guide, shown today, that `code` is the current code of; empty: none.
std::string guide_of_code(const guide::Content& content, std::string_view code, Date today);

}  // namespace conglang::kiosk
