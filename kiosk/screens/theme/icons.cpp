#include "kiosk/screens/theme/icons.h"

#include <algorithm>

namespace conglang::screens {
namespace {

constexpr DuotoneIcon kDuotone[] = {
    {"arrows-clockwise", 0xE094, 0xE095},
    {"baby", 0xE774, 0xE775},
    {"basket", 0xE964, 0xE965},
    {"calendar-check", 0xE712, 0xE713},
    {"calendar-x", 0xE10C, 0xE10D},
    {"certificate", 0xE766, 0xE767},
    {"clock", 0xE19A, 0xE19B},
    {"coins", 0xE78E, 0xE78F},
    {"device-mobile", 0xE1E0, 0xE1E1},
    {"files", 0xE710, 0xE711},
    {"first-aid", 0xE56E, 0xE56F},
    {"flower-lotus", 0xE6CC, 0xE6CD},
    {"graduation-cap", 0xE62C, 0xE62D},
    {"hand-heart", 0xE810, 0xE811},
    {"hand-tap", 0xEC90, 0xEC91},
    {"heart", 0xE2A8, 0xE2A9},
    {"identification-card", 0xE2C8, 0xE2C9},
    {"lightning", 0xE2DE, 0xE2DF},
    {"list-checks", 0xEADC, 0xEADD},
    {"map-pin", 0xE316, 0xE317},
    {"map-trifold", 0xE31A, 0xE31B},
    {"megaphone-simple", 0xE642, 0xE643},
    {"monitor", 0xE32E, 0xE32F},
    {"phone", 0xE3B8, 0xE3B9},
    {"question", 0xE3E8, 0xE3EB},
    {"scan", 0xEBB6, 0xEBB7},
    {"shield-check", 0xE40C, 0xE40F},
    {"speaker-high", 0xE44A, 0xE44B},
    {"squares-four", 0xE464, 0xE465},
    {"storefront", 0xE470, 0xE471},
    {"suitcase", 0xE5AE, 0xE5AF},
    {"tree", 0xE6DA, 0xE6DB},
    {"truck", 0xE4B4, 0xE4B5},
    {"usb", 0xE956, 0xE957},
    {"users-three", 0xE68E, 0xE68F},
    {"wheelchair", 0xE4E8, 0xE4E9},
};

constexpr BoldIcon kBold[] = {
    {"arrow-counter-clockwise", 0xE038},
    {"arrow-left", 0xE058},
    {"arrows-horizontal", 0xEB06},
    {"backspace", 0xE0AE},
    {"caret-down", 0xE136},
    {"caret-right", 0xE13A},
    {"check", 0xE182},
    {"circle-half", 0xE18C},
    {"clock", 0xE19A},
    {"eye-slash", 0xE224},
    {"hand-tap", 0xEC90},
    {"house", 0xE2C2},
    {"list-numbers", 0xE2F6},
    {"magnifying-glass", 0xE30C},
    {"password", 0xE752},
    {"pause", 0xE39E},
    {"plus", 0xE3D4},
    {"qr-code", 0xE3E6},
    {"speaker-high", 0xE44A},
    {"text-aa", 0xE6EE},
    {"translate", 0xE4A2},
    {"warning", 0xE4E0},
    {"wifi-high", 0xE4EA},
    {"wrench", 0xE5D4},
};

template <typename Icon, std::size_t N>
const Icon& find(const Icon (&icons)[N], std::string_view name, std::string_view otherwise) {
  const auto named = [](std::string_view wanted) {
    return [wanted](const Icon& icon) { return icon.name == wanted; };
  };
  const auto* found = std::find_if(std::begin(icons), std::end(icons), named(name));
  if (found == std::end(icons)) found = std::find_if(std::begin(icons), std::end(icons), named(otherwise));
  return *found;
}

}  // namespace

const DuotoneIcon& duotone_icon(std::string_view name) {
  return find(kDuotone, name, "question");
}
const BoldIcon& bold_icon(std::string_view name) {
  return find(kBold, name, "warning");
}

}  // namespace conglang::screens
