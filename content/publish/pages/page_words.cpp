#include "content/publish/pages/page_words.h"

#include <algorithm>

namespace conglang::publish {

std::string plain(const guide::Text& text, const Phrases& words) {
  std::string line(text.in(words.language));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

Html say(const guide::Text& text, const Phrases& words) {
  const Html said = plain(text, words);
  if (text.empty() || text.has(words.language)) return said;
  return element("span", {{"lang", "vi"}}, said);
}

std::string day(Date date) {
  return fmt::format("{}/{}/{}", unsigned(date.day()), unsigned(date.month()), int(date.year()));
}

Html say(Date date) {
  return element("time", {{"datetime", format_date(date)}}, day(date));
}

Html needs_check(const Phrases& words) {
  return element("span", {{"class", "warn"}}, words.needs_check);
}

Html filled_with(std::string_view pattern, const Html& value) {
  const std::size_t at = pattern.find("{}");
  if (at == std::string_view::npos) return pattern;
  Html html = pattern.substr(0, at);
  html += value;
  html += pattern.substr(at + 2);
  return html;
}

}  // namespace conglang::publish
