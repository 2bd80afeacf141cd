#include "kiosk/qr/wifi_payload.h"

namespace conglang::qr {
namespace {

std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\;,:\"";
  std::string out;
  for (const char c : text) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string wifi_payload(std::string_view ssid, std::string_view passphrase) {
  if (passphrase.empty()) return "WIFI:T:nopass;S:" + escaped(ssid) + ";;";
  return "WIFI:T:WPA;S:" + escaped(ssid) + ";P:" + escaped(passphrase) + ";;";
}

}  // namespace conglang::qr
