#pragma once
// The text of a code that joins a phone to a Wi-Fi network: "WIFI:T:WPA;S:name;P:passphrase;;", as Android,
// iOS and Zalo read it (the ZXing project's "Barcode Contents", and WPA3 specification 1.0, section 7).

#include <string>
#include <string_view>

namespace conglang::qr {

/// `ssid`: UTF-8, not empty. `passphrase` empty: an open network. Backslash, semicolon, comma, colon and
/// quotation mark are escaped, so that nothing in a name can end its field. A name is never put in quotation
/// marks, as some texts advise for hexadecimal ones: Android takes the marks for a part of it.
std::string wifi_payload(std::string_view ssid, std::string_view passphrase);

}  // namespace conglang::qr
