#include "kiosk/model/papers_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace conglang::kiosk {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kNumberBytes = 8;  // "(1/2) " and the line break after the title

/// Where to cut `text` so that at most `most` bytes come before: at a space, else between two characters.
std::size_t cut_before(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  const std::size_t space = text.rfind(' ', most);
  if (space != std::string_view::npos && space > 0) return space;
  std::size_t cut = most;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return cut;
}

Lines broken(const Lines& lines, std::size_t most) {
  Lines parts;
  for (std::string_view rest : lines)
    while (!rest.empty()) {
      const std::size_t cut = cut_before(rest, most);
      parts.emplace_back(rest.substr(0, cut));
      rest.remove_prefix(std::min(cut + (cut < rest.size() && rest[cut] == ' ' ? 1 : 0), rest.size()));
    }
  return parts;
}

/// Lines joined from the first on, each text at most `most` bytes.
Lines filled(const Lines& lines, std::size_t most) {
  Lines texts;
  for (const std::string& line : lines) {
    if (texts.empty() || texts.back().size() + 1 + line.size() > most)
      texts.push_back(line);
    else
      texts.back() += "\n" + line;
  }
  return texts;
}

std::size_t longest(const Lines& lines) {
  std::size_t size = 0;
  for (const std::string& line : lines) size = std::max(size, line.size());
  return size;
}

/// As few texts as `most` allows, none longer than it must be for that.
Lines spread(const Lines& lines, std::size_t most) {
  Lines best = filled(lines, most);
  for (std::size_t tighter = most; tighter > longest(lines); --tighter) {
    Lines texts = filled(lines, tighter - 1);
    if (texts.size() > best.size()) break;
    best = std::move(texts);
  }
  return best;
}

}  // namespace

std::vector<std::string> spread_over_codes(std::string_view title, const Lines& lines) {
  const std::string head(title.substr(0, cut_before(title, kMaxTextBytes / 2)));
  const std::size_t most = kMaxTextBytes - head.size() - kNumberBytes;
  Lines texts = spread(broken(lines, most), most);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string number =
        texts.size() > 1 ? fmt::format("({}/{}) ", i + 1, texts.size()) : std::string();
    texts[i] = number + head + "\n" + texts[i];
  }
  return texts;
}

}  // namespace conglang::kiosk
