#include "kiosk/machine/safe_words.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/base/utf8.h"

namespace conglang::machine {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMaxFileBytes = 16UL * 1024;
constexpr std::size_t kMostLines = 4;

// The program's own words: this page must come up when no other file can be read. Hotline: the portal's help
// desk, free of charge.
SafeWords own_words() {
  return {"Máy đang được sửa",
          "Màn hình sẽ tự mở lại. Bác cần gấp thì hỏi cán bộ, hoặc gọi:",
          {"Tổng đài Dịch vụ công: 1800 1096"}};
}

std::filesystem::path words_file(const std::filesystem::path& data) {
  return data / "safe-page.json";
}

bool is_word(const json& value) {
  return value.is_string() && !value.get_ref<const std::string&>().empty() &&
         is_valid_utf8(value.get_ref<const std::string&>());
}

}  // namespace

SafeWords read_safe_words(const std::filesystem::path& data) {
  const auto bytes = read_file(words_file(data), kMaxFileBytes);
  const json document = bytes ? json::parse(*bytes, nullptr, false) : json();
  const bool whole = document.is_object() && document.contains("title") && document.contains("text") &&
                     document.contains("lines") && is_word(document["title"]) && is_word(document["text"]) &&
                     document["lines"].is_array();
  if (!whole) return own_words();
  SafeWords words{document["title"], document["text"], {}};
  for (const json& line : document["lines"])
    if (is_word(line) && words.lines.size() < kMostLines) words.lines.push_back(line);
  return words;
}

Result<void> keep_safe_words(const std::filesystem::path& data, const SafeWords& words) {
  const json document = {{"title", words.title}, {"text", words.text}, {"lines", words.lines}};
  const std::string bytes = document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
  if (read_file(words_file(data), kMaxFileBytes) == bytes) return {};
  return write_file_atomically(words_file(data), bytes);
}

}  // namespace conglang::machine
