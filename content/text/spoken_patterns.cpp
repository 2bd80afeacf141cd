#include "content/text/spoken_patterns.h"

#include <array>

namespace conglang {

std::optional<Said> say_figure(const Tokens& tokens, std::size_t at) {
  using Pattern = std::optional<Said> (*)(const Tokens&, std::size_t);
  constexpr auto kPatterns =
      std::to_array<Pattern>({say_telephone_with_prefix, say_document_number, say_date, say_telephone,
                              say_slashed_pair, say_time, say_procedure_code, say_long_number, say_quantity});
  for (const Pattern pattern : kPatterns)
    if (auto said = pattern(tokens, at)) return said;
  return std::nullopt;
}

}  // namespace conglang
