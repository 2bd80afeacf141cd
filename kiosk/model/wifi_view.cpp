#include <algorithm>
#include <string_view>

#include "kiosk/model/house.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/wording.h"
#include "kiosk/qr/wifi_payload.h"

namespace conglang::kiosk {
namespace {

/// The name of a sign, from the lines "- gạch ngang" of `wifi_signs`.
std::string sign_name(char sign, const Words& words) {
  std::string_view lines = words(Key::wifi_signs);
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    if (line.size() > 2 && line.front() == sign) return std::string(line.substr(2));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return words(Key::wifi_sign);
}

bool within(char c, char first, char last) {
  return first <= c && c <= last;
}

LetterView letter_view(char c, const Words& words) {
  const std::string letter(1, c);
  if (within(c, 'a', 'z')) return {LetterView::Kind::small, letter, {}};
  if (within(c, 'A', 'Z')) return {LetterView::Kind::capital, letter, words(Key::wifi_capital)};
  if (within(c, '0', '9')) return {LetterView::Kind::digit, letter, words(Key::wifi_digit)};
  return {LetterView::Kind::sign, c == ' ' ? std::string() : letter, sign_name(c, words)};
}

}  // namespace

WifiView wifi_view(const State& state, const Words& words) {
  WifiView view;
  view.more = {words(Key::turn_page)};
  const guide::Place* place = find_place(state);
  if (!place || place->wifi.ssid.empty()) return view;
  const guide::Wifi& wifi = place->wifi;
  if (auto code = qr::encode(qr::wifi_payload(wifi.ssid, wifi.password))) view.code = *std::move(code);
  view.title = words(Key::wifi_title);
  view.name_label = words(Key::wifi_name);
  view.name = wifi.ssid;
  view.passphrase_label =
      words(Key::labelled, {{"label", words(Key::wifi_passphrase)}, {"text", words(Key::wifi_small)}});
  for (const char c : wifi.password) view.passphrase.push_back(letter_view(c, words));
  if (wifi.password.empty()) view.open = words(Key::wifi_open);
  view.steps = {words(Key::wifi_step_camera), words(Key::wifi_step_join)};
  view.reminder = words(Key::wifi_reminder);
  return view;
}

}  // namespace conglang::kiosk
