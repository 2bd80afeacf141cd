#pragma once
// Names of drafts: slugs made of Vietnamese text, unique within a folder.

#include <map>
#include <string>
#include <string_view>

namespace conglang::import {

/// `text` as `[a-z0-9-]+` of at most `max_length` characters, cut between words: "Đăng ký tạm trú" →
/// "dang-ky-tam-tru". Empty when there is no letter or digit in it.
std::string to_slug(std::string_view text, std::size_t max_length = 48);

/// Gives each draft a name of its own.
class DraftNames {
 public:
  /// `id` belongs to the procedure `code` already: a draft that is there.
  void take(const std::string& id, const std::string& code) { codes_[id] = code; }

  /// A free id for the procedure `code`: `wanted`, or `wanted` with the code behind it. When both belong to
  /// this same code, the id it has. Always a slug that guide files accept.
  std::string choose(const std::string& wanted, const std::string& code);

 private:
  bool is_free(const std::string& id, const std::string& code) const;

  std::map<std::string, std::string, std::less<>> codes_;  // by id
};

}  // namespace conglang::import
