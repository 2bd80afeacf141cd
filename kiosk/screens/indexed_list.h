#pragma once
// A list as long as it likes: letters above it when it is long, the pill and the way to search at its foot.

#include <string>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/screens/widgets/row_grid.h"

namespace conglang::screens {

struct IndexedList {
  std::size_t count = 0;
  float row_height = 0;
  float least_height = 0;  ///< how low a row may be where that lets all of them stand on the page
  float gap = 20;
  const std::vector<kiosk::IndexLetterView>& letters;
  const kiosk::Pattern& more;
  const std::string& search;  ///< label of the button that opens search
};

std::optional<kiosk::Action> draw_indexed_list(Canvas& canvas, const IndexedList& list,
                                               const kiosk::ChromeView& chrome, Rect room,
                                               const DrawRow& draw);

}  // namespace conglang::screens
