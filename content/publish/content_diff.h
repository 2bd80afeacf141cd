#pragma once
// What changed between two states of the content, told to a clerk: by guide and field, in words, with what it
// said before and what it says now. Layout and order of names are no change.

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/guide/bundle.h"

namespace conglang::publish {

/// The files of a bundle or the parts of a database, each as a value, by what a clerk calls it: "khai-sinh",
/// "09784/place/thuong-thap", "topics". Pictures and recordings are left out.
using Items = std::map<std::string, nlohmann::ordered_json>;

/// Errors: parse, a file that is no JSON; other files are taken as they stand.
Result<Items> items_of(const guide::Files& files);

/// What a kiosk shows, layers applied.
Items items_of(const guide::Content& content);

struct Change {
  enum class Kind { added, withdrawn, changed };
  Kind kind = Kind::changed;
  std::string item;     ///< "khai-sinh"
  std::string pointer;  ///< where it stands now, or stood; empty: the whole item
  std::string field;    ///< "lệ phí (case dung-han)"; empty: the whole item
  std::string before;   ///< empty when added
  std::string after;    ///< empty when withdrawn

  bool operator==(const Change&) const = default;
};

/// What people call a house, by its id.
using HouseNames = std::map<std::string, std::string, std::less<>>;

/// By item, then in the order of the fields. A field that belongs to a house of `houses` is told by its name.
std::vector<Change> diff_items(const Items& before, const Items& after, const HouseNames& houses = {});

/// "khai-sinh: lệ phí (case dung-han): 8.000 đ → Miễn phí", in one line.
std::string to_line(const Change& change);

}  // namespace conglang::publish
