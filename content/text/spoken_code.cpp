#include "content/text/spoken_patterns.h"

#include <vector>

#include "content/text/spoken_number.h"
#include "content/text/spoken_words.h"

namespace conglang {

namespace {

struct Issuer {
  std::string words;
  std::size_t end = 0;
};

/// "NĐ-CP", "QH13", "TTLT-BTP-BCA": all parts are read, the bodies among them named.
std::optional<Issuer> read_issuer(const Tokens& tokens, std::size_t at) {
  const bool code = tokens.is_word(at) && is_all_capitals(tokens[at].text) && tokens[at].text.size() > 1;
  if (!code) return std::nullopt;
  std::vector<std::string> bodies;
  std::vector<std::string> spelled;
  Issuer issuer;
  while (tokens.is_word(at)) {
    const auto body = spoken_issuer(tokens[at].text);
    spelled.push_back(spell_letters(tokens[at].text));
    if (body) bodies.emplace_back(*body);
    if (tokens.is_digits(at + 1)) {
      const std::string term = speak_number(tokens.number(++at));
      spelled.push_back(term);
      if (body) bodies.back() += " khoá " + term;
    }
    issuer.end = ++at;
    if (tokens.is_dash(at) && tokens.is_word(at + 1)) ++at;
  }
  issuer.words = bodies.empty() ? ", " + join(spelled, " ") : " của " + join(bodies, " và ");
  return issuer;
}

bool is_path_token(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::digits || token.text == "-";
}

/// The words of one label of an address; `at` moves behind it.
std::string read_label(const Tokens& tokens, std::size_t& at) {
  std::string label;
  for (; is_path_token(tokens[at]); ++at) label += tokens[at].text;
  return label;
}

}  // namespace

std::optional<Said> say_document_number(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_digits(at) || !tokens.is_sign(at + 1, "/")) return std::nullopt;
  const bool with_year = tokens.is_year(at + 2) && tokens.is_sign(at + 3, "/");
  const auto issuer = read_issuer(tokens, with_year ? at + 4 : at + 2);
  if (!issuer) return std::nullopt;
  std::string words = speak_number(tokens.number(at));
  if (with_year) words += " năm " + speak_number(tokens.number(at + 2));
  return Said{issuer->end - at, words + issuer->words};
}

std::optional<Said> say_circular(const Tokens& tokens, std::size_t at) {
  const std::size_t number = tokens.skip_blank(at + 1);
  const bool numbered = tokens.is_digits(number) && tokens.is_sign(number + 1, "/");
  if (tokens[at].text != "TT" || !numbered) return std::nullopt;
  return Said{1, "thông tư"};
}

std::optional<Said> say_procedure_code(const Tokens& tokens, std::size_t at) {
  if (!tokens.is_digits(at, 1, 1) || !tokens.is_sign(at + 1, ".") || !tokens.is_digits(at + 2, 6, 6))
    return std::nullopt;
  const std::string_view number = tokens[at + 2].text;
  std::string words = speak_digits(tokens[at].text) + " chấm " + speak_digits(number.substr(0, 3)) + ", " +
                      speak_digits(number.substr(3));
  std::size_t end = at + 3;
  while (tokens.is_sign(end, ".") && (tokens.is_digits(end + 1) || tokens.is_digits(end + 2))) {
    words += " chấm";
    ++end;
    if (tokens.is_word(end)) words += " " + spell_letters(tokens[end++].text);
    if (tokens.is_digits(end)) words += " " + speak_digits(tokens[end++].text);
  }
  return Said{end - at, words};
}

std::optional<Said> say_form_code(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kMostLetters = 4;
  if (!tokens.is_word(at) || !tokens.is_digits(at + 1, 1, 3) || tokens.is_word(at + 2)) return std::nullopt;
  const std::string& letters = tokens[at].text;
  if (!is_all_capitals(letters) || letters.size() > kMostLetters) return std::nullopt;
  return Said{2, spell_letters(letters) + " " + speak_digits(tokens[at + 1].text)};
}

std::optional<Said> say_address(const Tokens& tokens, std::size_t at) {
  const std::size_t start = at;
  const bool scheme = is_one_of(tokens[at].text, {"http", "https"}) && tokens.is_sign(at + 1, ":") &&
                      tokens.is_sign(at + 2, "/") && tokens.is_sign(at + 3, "/");
  if (scheme) at += 4;
  std::string last = read_label(tokens, at);
  std::string words = last;
  bool dotted = false;
  while (tokens.is_sign(at, ".") && is_path_token(tokens[at + 1])) {
    last = read_label(tokens, ++at);
    words += " chấm " + (last == "vn" ? std::string("vê nờ") : last);
    dotted = true;
  }
  if (!dotted || !is_top_level_domain(last)) return std::nullopt;
  while (tokens.is_sign(at, "/") && is_path_token(tokens[at + 1]))
    words += " gạch chéo " + read_label(tokens, ++at);
  return Said{at - start, words};
}

std::optional<Said> say_abbreviation(const Tokens& tokens, std::size_t at) {
  std::optional<Said> longest;
  std::string written;
  for (std::size_t count = 1; count <= kMaxAbbreviationTokens; ++count) {
    written += tokens[at + count - 1].text;
    if (const auto spoken = spoken_abbreviation(written)) longest = Said{count, std::string(*spoken)};
  }
  return longest;
}

}  // namespace conglang
