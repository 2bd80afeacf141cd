#pragma once
// The pages that a preview can show, and the way of touches that leads a visitor to each.

#include <map>
#include <string>
#include <vector>

#include "content/cli/preview_draft.h"
#include "kiosk/model/action.h"

namespace conglang::cli {

enum class PreviewPage {
  own,            ///< the page that the draft is: a guide, a notice, heritage, a product; of a house: home
  case_question,  ///< guide
  steps,          ///< guide
  code,           ///< guide
  list,           ///< notice, product: among the others
  urgent,         ///< notice: over the whole screen
  rest,           ///< notice, place: while nobody stands before the screen
  panorama,       ///< heritage
  payment,        ///< product
  contacts,       ///< place, and the others below
  wifi,
  zalo,
  zalo_code,  ///< of the house's first group
};

/// As the command line and the desk name them.
const std::map<std::string, PreviewPage>& preview_pages();

/// What a visitor touches, from the home page, to come to `page` of `draft`. `case_id`: of a guide; empty:
/// every case.
/// Errors: invalid, a page that this draft does not have; not_found, no such case. Each message says what
/// there is.
Result<std::vector<kiosk::Action>> way_to(const Draft& draft, PreviewPage page, const std::string& case_id);

}  // namespace conglang::cli
