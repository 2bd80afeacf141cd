#include "kiosk/screens/theme/icons.h"

#include <algorithm>

namespace conglang::screens {
namespace {

template <typename Icon>
const Icon& find(std::span<const Icon> icons, std::string_view name) {
  auto found = std::ranges::find(icons, name, &Icon::name);
  if (found == icons.end()) found = std::ranges::find(icons, std::string_view("question"), &Icon::name);
  return *found;
}

}  // namespace

const DuotoneIcon& duotone_icon(std::string_view name) {
  return find(duotone_icons(), name);
}
const BoldIcon& bold_icon(std::string_view name) {
  return find(bold_icons(), name);
}

}  // namespace conglang::screens
