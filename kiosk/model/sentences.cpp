#include "kiosk/model/sentences.h"

#include <algorithm>
#include <string>

#include "kiosk/model/spoken_page.h"

namespace conglang::kiosk {
namespace {

/// A short text is said in one breath, whatever stands in it.
constexpr std::size_t kShort = 60;

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  const bool sign = text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == ';';
  return sign && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

bool is_stopped(std::string_view text) {
  return !text.empty() && std::string_view(".!?:;,…").find(text.back()) != std::string_view::npos;
}

}  // namespace

void Sentences::add(std::string_view shown, std::string_view text) {
  sentences_.push_back({std::string(shown), spoken(text, language_)});
}

Sentences& Sentences::say(std::string_view text) {
  while (!text.empty()) {
    std::size_t end = 0;
    const bool whole = text.size() <= kShort && text.find('\n') == std::string_view::npos;
    while (end < text.size() && (whole || !ends_sentence(text, end))) ++end;
    const std::string_view sentence = trimmed(text.substr(0, std::min(end + 1, text.size())));
    if (!sentence.empty()) add(sentence, sentence);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return *this;
}

Sentences& Sentences::say_together(std::initializer_list<std::string_view> texts) {
  std::string_view lit;
  std::string joined;
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    if (lit.empty()) lit = text;
    if (!joined.empty()) joined += is_stopped(joined) ? " " : ", ";
    joined += text;
  }
  std::ranges::replace(joined, '\n', ' ');
  if (!joined.empty()) add(lit, joined);
  return *this;
}

}  // namespace conglang::kiosk
