#pragma once
// Which words and procedures the published guides have. What a kiosk counts is about these and nothing else:
// whatever people typed is no such word, and does not get past the door. Pure.

#include <cstddef>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace conglang::server::fleet {

class KnownWords {
 public:
  /// Every word of every text in `document`, of a guide or of the catalogue, folded; `id`: the guide's own.
  void learn(const nlohmann::json& document);
  void learn_guide(std::string_view id, std::string_view title = {});

  bool has_word(std::string_view folded) const;

  /// A guide's id, a procedure's code by its shape ("1.001193"), or a name made of known words alone.
  bool has_procedure(std::string_view subject) const;

  /// What a guide is called; empty for what is not known.
  std::string title_of(const std::string& guide) const;

 private:
  std::unordered_set<std::string> words_;
  std::unordered_map<std::string, std::string> guides_;  ///< titles by id
};

/// What is known now; null: the published content could not be read yet. It is asked at each post, so it
/// answers from memory.
using KnownNow = std::function<std::shared_ptr<const KnownWords>()>;

}  // namespace conglang::server::fleet
