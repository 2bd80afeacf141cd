#pragma once
// The page of a draft that its clerk asked for, as the kiosk's own model makes it.

#include <string>

#include "content/cli/preview_draft.h"
#include "content/cli/preview_page.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/views.h"

namespace conglang::cli {

struct PageRequest {
  PreviewPage page = PreviewPage::own;
  std::string case_id;  ///< empty: every case
  std::string language = "vi";
  std::string place;  ///< empty: the draft's own house, else the commune's first that it is for
  kiosk::Theme theme = kiosk::Theme::light;
  kiosk::TextSize text_size = kiosk::TextSize::normal;
  int turn = 0;  ///< screenfuls turned; one that is not there is the last
  Instant now{};
  bool is_now_given = false;  ///< else a notice whose first day is still to come is shown as on that day
};

/// The place that the kiosk stands in; empty when the commune has none.
/// Errors: not_found, no such place; the message names those there are.
Result<std::string> choose_place(const Draft& draft, const std::string& wanted);

/// Errors: not_found, no such case or place; invalid, a draft that is not shown on that day, or a page that
/// it does not have. Each message says what there is.
Result<kiosk::View> page_of(const Draft& draft, const PageRequest& request, const kiosk::Strings& strings);

}  // namespace conglang::cli
