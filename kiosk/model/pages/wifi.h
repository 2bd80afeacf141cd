#pragma once
// The house's Wi-Fi: a code that joins it, and its passphrase for whoever types.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"
#include "kiosk/qr/qr.h"

namespace conglang::kiosk {

struct WifiPage {
  bool operator==(const WifiPage&) const = default;
};

/// One character of the passphrase, told apart from those that look like it.
struct LetterView {
  enum class Kind { small, capital, digit, sign };
  Kind kind = Kind::small;
  std::string letter;  ///< "a"; of a space "␣" stands in `name` alone
  std::string name;    ///< "thường", "HOA", "số", "gạch ngang"

  bool operator==(const LetterView&) const = default;
};

struct WifiView {
  std::optional<qr::Code> code;
  std::string title;  ///< "Quét để vào Wi-Fi"
  std::string name_label;
  std::string name;  ///< of the network
  std::string passphrase_label;
  std::vector<LetterView> passphrase;  ///< empty: an open network
  std::string open;                    ///< "Không cần mật khẩu."; empty where there is one
  std::vector<std::string> steps;
  std::string reminder;  ///< what not to do on a shared network
  Pattern more;

  bool operator==(const WifiView&) const = default;
};

}  // namespace conglang::kiosk
