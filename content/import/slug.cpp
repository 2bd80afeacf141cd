#include "content/import/slug.h"

#include <fmt/format.h>

#include "content/text/fold.h"

namespace conglang::import {
namespace {

constexpr std::size_t kLongestCode = 12;

// Folding keeps letters of other scripts; a slug does not.
std::string ascii_part(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

}  // namespace

std::string to_slug(std::string_view text, std::size_t max_length) {
  std::string slug;
  const std::string folded = fold(text);
  for (const std::string_view word : split_words(folded)) {
    const std::string part = ascii_part(word);
    if (part.empty()) continue;
    if (slug.empty()) {
      slug = part.substr(0, max_length);
    } else if (slug.size() + 1 + part.size() <= max_length) {
      slug += "-" + part;
    } else {
      break;
    }
  }
  return slug;
}

bool DraftNames::is_free(const std::string& id, const std::string& code) const {
  const auto found = codes_.find(id);
  return found == codes_.end() || found->second == code;
}

std::string DraftNames::choose(const std::string& wanted, const std::string& code) {
  const std::string base = wanted.empty() ? "thu-tuc" : wanted;
  const std::string suffix = to_slug(code, kLongestCode);
  std::string id = base;
  for (int turn = 1; !is_free(id, code); ++turn) {
    id = turn == 1 ? fmt::format("{}-{}", base, suffix) : fmt::format("{}-{}-{}", base, suffix, turn);
  }
  take(id, code);
  return id;
}

}  // namespace conglang::import
