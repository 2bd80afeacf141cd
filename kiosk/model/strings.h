#pragma once
// The UI's own words, one file a language (assets/strings.<language>.json): read from bytes once at start,
// constant from then on. What guides say is not here.

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "kiosk/model/string_keys.h"

namespace conglang::kiosk {

#define CONGLANG_AS_ENUMERATOR(name) name,
enum class Key { CONGLANG_STRING_KEYS(CONGLANG_AS_ENUMERATOR) };
#undef CONGLANG_AS_ENUMERATOR

#define CONGLANG_AS_NAME(name) std::string_view(#name),
inline constexpr std::array kKeyNames = {CONGLANG_STRING_KEYS(CONGLANG_AS_NAME)};
#undef CONGLANG_AS_NAME

/// One language's texts.
struct Catalogue {
  std::string language;  ///< "vi"
  std::string name;      ///< its own name: "Tiếng Việt"
  std::array<std::string, kKeyNames.size()> texts;

  bool operator==(const Catalogue&) const = default;
};

/// The language that everything else falls back to.
inline constexpr std::string_view kHomeLanguage = "vi";

/// Reads one strings file. `where` is its name, put in front of every message. A text that another language
/// than Vietnamese lacks is left empty.
/// Errors: parse, not JSON; invalid, a text missing in Vietnamese, unknown, empty or not in NFC.
Result<Catalogue> read_strings(std::string_view json, std::string_view where);

/// All languages, the home language first. A text that another one lacks is that of the first.
class Strings {
 public:
  /// Errors: invalid, no catalogue at all, or two of one language.
  static Result<Strings> from(std::vector<Catalogue> catalogues);

  /// What is not translated, for whoever looks after the files: "strings.fr.json lacks back, home".
  const std::vector<std::string>& remarks() const { return remarks_; }

  /// The codes, in order: for Settings::languages.
  std::vector<std::string> languages() const;

  /// The catalogue of `language`, else the first.
  const Catalogue& in(std::string_view language) const;

 private:
  explicit Strings(std::vector<Catalogue> catalogues);
  std::vector<Catalogue> catalogues_;
  std::vector<std::string> remarks_;
};

using Filling = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// `pattern` with each "{name}" replaced; a name that is not in `filling` stays as it is.
std::string fill(std::string_view pattern, Filling filling);

/// The words of one language: `words(Key::back)`, `words(Key::code, {{"code", "1.001193"}})`.
class Words {
 public:
  /// `fell_back`, if given, becomes true when a text is asked for that has no translation (wording.h).
  explicit Words(const Catalogue& catalogue, bool* fell_back = nullptr)
      : catalogue_(&catalogue), fell_back_(fell_back) {}
  const std::string& operator()(Key key) const { return catalogue_->texts[static_cast<std::size_t>(key)]; }
  std::string operator()(Key key, Filling filling) const { return fill((*this)(key), filling); }
  const std::string& language() const { return catalogue_->language; }
  void note_fallback() const {
    if (fell_back_ != nullptr) *fell_back_ = true;
  }

 private:
  const Catalogue* catalogue_;
  bool* fell_back_;
};

}  // namespace conglang::kiosk
