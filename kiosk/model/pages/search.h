#pragma once
// Search: what a visitor types, what was found, and the page that shows both. Typing is a part of the visit:
// it goes when the visit does.

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/model/typed_line.h"
#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct SearchPage {
  bool operator==(const SearchPage&) const = default;
};

/// A part of a text, in bytes.
struct TextPart {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;

  bool operator==(const TextPart&) const = default;
};

/// What was typed may mean this.
struct SearchHit {
  enum class Kind { guide, procedure };

  Kind kind = Kind::guide;
  std::string id;                ///< of the guide, or the procedure's code
  std::string title;             ///< in Vietnamese, as search knows it
  double score = 0;              ///< 0 to 1
  std::vector<TextPart> marked;  ///< the words of `title` that what was typed stands for

  bool operator==(const SearchHit&) const = default;
};

enum class KeyLayout { qwerty, alphabet };

struct Typing {
  TypedLine line;  ///< empty while no search page is on the trail
  KeyLayout layout = KeyLayout::qwerty;
  std::vector<SearchHit> hits;  ///< best first
  bool answered = false;        ///< `hits` are all that search found for `line` as it stands
  bool opened = false;          ///< one of them was opened since the last key

  bool operator==(const Typing&) const = default;
};

struct OpenSearch {};
struct PressKey {
  char32_t key = 0;
};
struct EraseSign {};  ///< the last sign; a tone goes with its vowel
struct EraseLine {};
struct NextInputMethod {};  ///< no marks, Telex, VNI, and again
struct NextKeyLayout {};

/// The answer to the effect Search.
struct SearchResults {
  std::string asked;            ///< Search::composed
  std::vector<SearchHit> hits;  ///< best first
};

/// What was typed, searched at once and answered with SearchResults.
struct Search {
  std::string composed;  ///< "đăng ký"
  std::string raw;       ///< the keys behind it, "ddawng kys": Telex takes foreign words for marks

  bool operator==(const Search&) const = default;
};

struct KeyboardView {
  KeyLayout layout = KeyLayout::qwerty;
  std::string method;       ///< NextInputMethod: "Dấu: Telex"
  std::string next_layout;  ///< NextKeyLayout: "A B C"
  std::string space;
  std::string erase;      ///< EraseSign
  std::string erase_all;  ///< EraseLine
  bool can_erase = false;

  bool operator==(const KeyboardView&) const = default;
};

struct ResultView {
  SearchHit::Kind kind = SearchHit::Kind::guide;
  std::string id;
  std::string title;
  std::vector<TextPart> marked;  ///< of `title`
  std::string note;              ///< "Trong ngày · Miễn phí", "Mã 1.001193"

  bool operator==(const ResultView&) const = default;
};

/// Where to go on when nothing was found.
struct WayOutView {
  std::string topic;  ///< for OpenTopic; empty: it cannot be touched, `label` says what to do
  std::string icon;
  std::string label;

  bool operator==(const WayOutView&) const = default;
};

struct SearchView {
  std::string typed;
  std::string hint;  ///< in the line while nothing is typed
  KeyboardView keyboard;
  std::string heading;  ///< "4 kết quả", "Hay hỏi nhất", "Chưa thấy việc này"
  std::vector<ResultView> results;
  bool first_is_ahead = false;       ///< the first is clearly the one: it stands out, `near_title` follows
  std::string near_title;            ///< "Gần giống"
  std::vector<WayOutView> ways_out;  ///< only when there are no results
  Pattern more;                      ///< "Còn {n} việc nữa"

  bool operator==(const SearchView&) const = default;
};

}  // namespace conglang::kiosk
