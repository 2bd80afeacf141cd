#include "tests/support/search_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "tests/folders.h"

namespace conglang::testing {
namespace {

constexpr std::uintmax_t kMaxBytes = 1'000'000;

std::vector<std::string> expected_in(const nlohmann::json& phrase) {
  const auto found = phrase.find("expect");
  if (found == phrase.end()) return {};
  if (found->is_string() && *found == "none") return {};
  if (found->is_string()) return {found->get<std::string>()};
  return found->get<std::vector<std::string>>();
}

}  // namespace

std::vector<Phrase> read_phrases(const std::string& file, const std::string& list) {
  const auto path = std::filesystem::path(CONGLANG_SOURCE_DIR) / "tests/data" / file;
  const auto bytes = read_file(path, kMaxBytes);
  if (!bytes) return {};
  const nlohmann::json value = nlohmann::json::parse(*bytes, nullptr, false);
  if (!value.is_object() || !value.contains(list)) return {};
  std::vector<Phrase> out;
  for (const nlohmann::json& one : value[list]) out.push_back({one.value("query", ""), expected_in(one)});
  return out;
}

std::size_t place_of(const std::vector<std::string>& found, const Phrase& phrase) {
  if (phrase.expected.empty()) return found.empty() ? 0 : 1;
  const auto is_right = [&](const std::string& id) {
    return std::find(phrase.expected.begin(), phrase.expected.end(), id) != phrase.expected.end();
  };
  return static_cast<std::size_t>(std::find_if(found.begin(), found.end(), is_right) - found.begin());
}

bool Figures::add(const std::vector<std::string>& found, const Phrase& phrase) {
  ++asked;
  const std::size_t place = place_of(found, phrase);
  const bool right = phrase.expected.empty() ? place == 0 : place < found.size();
  if (!right) return false;
  reciprocal_ranks += 1.0 / static_cast<double>(place + 1);
  if (place < 3) ++top_three;
  if (place == 0) ++first;
  return place == 0;
}

std::string Figures::text() const {
  const auto all = static_cast<double>(asked);
  return fmt::format("{} phrases, first {:.1f} %, in the first three {:.1f} %, mean reciprocal rank {:.3f}",
                     asked, 100.0 * static_cast<double>(first) / all,
                     100.0 * static_cast<double>(top_three) / all, reciprocal_ranks / all);
}

}  // namespace conglang::testing
