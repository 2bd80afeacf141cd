#pragma once
// Finds guides, and procedures of the catalogue, by a resident's own words. Names (titles, official names,
// hidden terms, synonyms) and codes are searched in memory at every keystroke; when they give too little, the
// full-text table of bodies is asked. Exact marks come first, then titles, hidden terms, bodies; a procedure
// that is only in the catalogue comes below the guides that fit as well. The same words and content give the
// same hits in the same order. Nothing that is typed is kept.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/database/guide_database.h"
#include "content/database/search_words.h"

namespace conglang::database {

struct Hit {
  enum class Kind { guide, procedure };
  enum class Found { code, title, term, body };

  Kind kind = Kind::guide;
  std::string id;      ///< of the guide, or the procedure's code
  std::string title;   ///< in Vietnamese, as the guide or the catalogue has it
  double score = 0.0;  ///< 0 to 1, to four decimals; hits of bodies lie below those of names
  Found found = Found::title;
  std::vector<Span> marked;  ///< the words of `title` that what was typed stands for, in bytes

  bool operator==(const Hit&) const = default;
};

inline constexpr std::size_t kUsualHits = 8;

class TitleIndex;
class BodySearch;

/// Made once for each database; find() changes nothing, so one object serves a whole visit.
class Search {
 public:
  /// Opens a database of guides. Errors: as load().
  static Result<Search> open(const std::filesystem::path& path);

  /// The same for the database at `path` that was read before. Errors: not_found, io.
  static Result<Search> over(const guide::Content& content, const std::filesystem::path& path);

  Search(Search&&) noexcept;
  Search& operator=(Search&&) noexcept;
  ~Search();

  /// What `typed` may mean, the likeliest first; the last word may be unfinished. None when nothing comes
  /// near. Errors: invalid, io: the file went bad after it was opened.
  Result<std::vector<Hit>> find(std::string_view typed, std::size_t limit = kUsualHits) const;

  /// True when `folded` is a word of some name: a word of the catalogue's, not a visitor's own.
  bool knows(std::string_view folded) const;

 private:
  Search(std::unique_ptr<TitleIndex> titles, std::unique_ptr<BodySearch> bodies);

  std::unique_ptr<TitleIndex> titles_;
  std::unique_ptr<BodySearch> bodies_;
};

}  // namespace conglang::database
