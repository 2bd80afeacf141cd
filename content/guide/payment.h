#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace conglang::guide {

/// An account that a buyer pays a seller into.
struct Payment {
  std::string bank;                        ///< its number at Napas, six digits (bank.h)
  std::string account;                     ///< 1 to 19 digits and letters
  std::string holder;                      ///< "NGUYEN VAN A", as the bank writes it
  std::optional<std::int64_t> amount_vnd;  ///< nothing: the buyer enters it
  std::string note;                        ///< what the transfer says, ASCII; may be empty

  bool operator==(const Payment&) const = default;
};

inline constexpr std::int64_t kMaxPaymentVnd = 499'999'999;  ///< Napas 247: below 500 million a transfer

}  // namespace conglang::guide
