#include "content/text/spoken.h"

#include "content/base/utf8.h"
#include "content/text/spoken_patterns.h"
#include "content/text/spoken_tokens.h"
#include "content/text/spoken_words.h"

namespace conglang {

namespace {

/// Puts pieces one behind the other, with a blank where spoken words would run into their neighbour.
class Speech {
 public:
  void say(std::string_view words) {
    part(!words.starts_with(','));
    text_ += words;
    said_last_ = true;
  }

  void copy(const Token& token) {
    const bool letters = token.kind == TokenKind::word || token.kind == TokenKind::digits;
    part(said_last_ && letters);
    text_ += token.kind == TokenKind::blank ? blank(token.text) : token.text;
    said_last_ = false;
  }

  std::string take() { return std::move(text_); }

 private:
  static std::string_view blank(std::string_view written) {
    return written.find('\n') == std::string_view::npos ? " " : "\n";
  }

  void part(bool wanted) {
    constexpr std::string_view kOpeningQuote = "“";
    const std::string_view text = text_;
    const bool open = text.empty() || text.ends_with(kOpeningQuote) ||
                      std::string_view(" \n(\"'").find(text.back()) != std::string_view::npos;
    if (wanted && !open) text_ += ' ';
  }

  std::string text_;
  bool said_last_ = false;
};

/// "7–11", "thứ 2 - thứ 6": a dash from one figure to the next is đến.
std::optional<Said> say_range_dash(const Tokens& tokens, std::size_t at) {
  const std::size_t dash = tokens.is_blank(at) ? at + 1 : at;
  if (!tokens.is_dash(dash)) return std::nullopt;
  const std::size_t next = tokens.is_blank(dash + 1) ? dash + 2 : dash + 1;
  const std::string word = tokens.is_word(next) ? lower_text(tokens[next].text) : "";
  if (!tokens.is_digits(next) && word != "thứ" && word != "chủ" && word != "cn") return std::nullopt;
  return Said{next - at, "đến"};
}

/// "cha/mẹ" and "cha / mẹ" offer a choice, "triệu đồng/tháng" divides.
std::optional<Said> say_slash(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_sign(at, "/") || at == 0) return std::nullopt;
  const std::size_t left = tokens.is_blank(at - 1) ? at - 2 : at - 1;
  const std::size_t right = tokens.skip_blank(at + 1);
  if (!tokens.is_word(left) || !tokens.is_word(right)) return std::nullopt;
  if (tokens[left].text == "đồng") return Said{right - at, "mỗi"};
  const bool already_said = lower_text(tokens[right].text) == "hoặc";
  return Said{right - at, already_said ? "" : "hoặc"};
}

std::optional<Said> say_sign(const Tokens& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::sign) return std::nullopt;
  if (auto slash = say_slash(tokens, at)) return slash;
  // A plus at the start of a line only marks an item of a list.
  const bool adds =
      tokens.is_sign(at, "+") && at > 0 && tokens[at - 1].text == " " && tokens.is_blank(at + 1);
  if (adds) return Said{1, "cộng"};
  if (const auto spoken = spoken_sign(tokens[at].text)) return Said{1, std::string(*spoken)};
  return std::nullopt;
}

std::optional<Said> say_word(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_word(at)) return std::nullopt;
  if (auto address = say_address(tokens, at)) return address;
  if (auto code = say_form_code(tokens, at)) return code;
  if (auto circular = say_circular(tokens, at)) return circular;
  return say_abbreviation(tokens, at);
}

}  // namespace

std::string speak(std::string_view text) {
  const auto composed = to_nfc(text);
  if (!composed) return {};
  const Tokens tokens(*composed);
  Speech speech;
  for (std::size_t at = 0; at < tokens.size();) {
    auto said = say_figure(tokens, at);
    const bool figure = said.has_value();
    if (!said) said = say_word(tokens, at);
    if (!said) said = say_sign(tokens, at);
    if (!said) {
      speech.copy(tokens[at++]);
      continue;
    }
    speech.say(said->words);
    at += said->tokens;
    const auto dash = figure ? say_range_dash(tokens, at) : std::nullopt;
    if (!dash) continue;
    speech.say(dash->words);
    at += dash->tokens;
  }
  return to_nfc(speech.take()).value_or(std::string());
}

}  // namespace conglang
