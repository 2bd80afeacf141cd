#pragma once
// DATA/safe-page.json: what the safe page says of this house, written while all is well, read when nothing
// else can be.

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::machine {

struct SafeWords {
  std::string title;  ///< "Máy đang được sửa"
  std::string text;
  std::vector<std::string> lines;  ///< the house, whom to call

  bool operator==(const SafeWords&) const = default;
};

/// Plain Vietnamese words, with the portal's hotline, where there is no file that can be read.
SafeWords read_safe_words(const std::filesystem::path& data);

/// Writes nothing when the file says it already. Errors: no_space, io.
Result<void> keep_safe_words(const std::filesystem::path& data, const SafeWords& words);

}  // namespace conglang::machine
