#pragma once
// Words as search compares them, for the index and for what is typed alike, and the two ways in which a word
// may be off and still be meant: one slip of the finger, and letters that a region does not tell apart.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::database {

struct SearchWord {
  std::string exact;   ///< NFC, lower case: "ký"
  std::string folded;  ///< without marks, final y as i: "ki"

  bool operator==(const SearchWord&) const = default;
};

/// Where a word stands in a text, in bytes.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;

  bool operator==(const Span&) const = default;
};

struct PlacedWord {
  SearchWord word;
  Span span;  ///< of `text` in NFC
};

/// The words of `text`; "ct 01" is one word, "ct01". Text that is not UTF-8 has none.
std::vector<SearchWord> search_words(std::string_view text);

/// The same with their places.
std::vector<PlacedWord> placed_words(std::string_view text);

/// True when one letter more, less, other, or two neighbours swapped turn `a` into `b`, or they are equal.
bool within_one_slip(std::string_view a, std::string_view b);

/// `folded` with the initials that regions confuse made one: n as l, tr as ch, x as s, gi and r as d.
std::string sound_key(std::string_view folded);

}  // namespace conglang::database
