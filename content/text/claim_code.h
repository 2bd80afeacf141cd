#pragma once
// The code that a new kiosk shows and staff type at the desk: eight signs, none of which is taken for
// another on a bad screen, in handwriting or over the telephone.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace conglang {

/// Without 0 O Q D, 1 I L, 2 Z, 5 S, 8 B G, U V.
inline constexpr std::string_view kClaimSigns = "34679ACEFHJKMNPRTWXY";
inline constexpr std::size_t kClaimCodeLength = 8;

/// A code from `random`, bytes that nobody can foresee; nothing when they are too few (32 nearly always do).
std::optional<std::string> claim_code_from(std::string_view random);

/// What was typed, as the code that it stands for: blanks and hyphens do not count, nor does case. Nothing
/// for what is no code.
std::optional<std::string> read_claim_code(std::string_view typed);

/// "K7MP-3XR4", as it is shown.
std::string spell_claim_code(std::string_view code);

}  // namespace conglang
