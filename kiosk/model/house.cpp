#include "kiosk/model/house.h"

#include <algorithm>
#include <array>

#include "content/base/utf8.h"

namespace conglang::kiosk {

const guide::Place* find_place(const State& state) {
  if (!state.content) return nullptr;
  const auto& places = state.content->places;
  const auto found = std::ranges::find(places, state.settings.place, &guide::Place::id);
  return found == places.end() ? nullptr : &*found;
}

std::string upper_case(std::string_view text) {
  std::u32string upper;
  for (const char32_t point : to_code_points(text).value_or(std::u32string())) upper += to_upper(point);
  return to_utf8(upper);
}

std::string sign_of(const guide::Place& place) {
  constexpr std::array<std::string_view, 9> kKinds{"Thôn ", "Làng ", "Xóm ",     "Ấp ",        "Bản ",
                                                   "Buôn ", "Khóm ", "Khu phố ", "Tổ dân phố "};
  std::string_view name = place.village.in("vi");
  for (const std::string_view kind : kKinds)
    if (name.starts_with(kind)) {
      name.remove_prefix(kind.size());
      break;
    }
  return upper_case(name);
}

}  // namespace conglang::kiosk
