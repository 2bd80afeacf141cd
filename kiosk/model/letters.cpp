#include "kiosk/model/letters.h"

#include <algorithm>

#include "content/text/order.h"

namespace conglang::kiosk {

std::vector<IndexLetterView> letters_of(const std::vector<std::string_view>& names) {
  std::vector<IndexLetterView> letters;
  for (std::string& letter : index_letters()) letters.push_back({std::move(letter), std::nullopt});
  for (std::size_t row = 0; row < names.size(); ++row) {
    const auto found = std::ranges::find(letters, index_letter(names[row]), &IndexLetterView::label);
    if (found != letters.end() && !found->first) found->first = row;
  }
  return letters;
}

}  // namespace conglang::kiosk
