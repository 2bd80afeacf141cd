#include "sync/server/fleet/known_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/text/fold.h"

namespace conglang::server::fleet {
namespace {

// "1.001193", "2.000635": a digit, a point, six digits.
bool is_code(std::string_view subject) {
  constexpr std::size_t kCodeLength = 8;
  return subject.size() == kCodeLength && subject[1] == '.' &&
         std::ranges::count_if(subject, [](char c) { return c >= '0' && c <= '9'; }) == kCodeLength - 1;
}

}  // namespace

void KnownWords::learn(const nlohmann::json& document) {
  if (document.is_string()) {
    const std::string folded = fold(document.get_ref<const std::string&>());
    for (const std::string_view word : split_words(folded)) words_.emplace(word);
  } else if (document.is_structured()) {
    for (const auto& part : document) learn(part);
  }
}

void KnownWords::learn_guide(std::string_view id, std::string_view title) {
  guides_.emplace(id, title);
}

std::string KnownWords::title_of(const std::string& guide) const {
  const auto found = guides_.find(guide);
  return found == guides_.end() ? std::string() : found->second;
}

bool KnownWords::has_word(std::string_view folded) const {
  return words_.contains(std::string(folded));
}

bool KnownWords::has_procedure(std::string_view subject) const {
  if (is_code(subject) || guides_.contains(std::string(subject))) return true;
  std::size_t parts = 0;
  while (true) {
    const std::size_t dash = subject.find('-');
    if (!has_word(subject.substr(0, dash))) return false;
    ++parts;
    if (dash == std::string_view::npos) return parts > 1;
    subject.remove_prefix(dash + 1);
  }
}

}  // namespace conglang::server::fleet
