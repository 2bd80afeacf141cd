#pragma once
// The codes that a guide offers: the portal's, our phone page's, the papers' as plain text.

#include <string>
#include <vector>

#include "kiosk/model/state.h"
#include "kiosk/model/strings.h"

namespace conglang::kiosk {

/// Our own page of the guide being read, in the visitor's language, where the house has such pages.
/// Errors: not_found, it has none; forbidden, the link policy does not allow their address.
Result<guide::CheckedLink> phone_page_link(const State& state);

/// Whether the codes of phone pages can be offered with the content that is shown: their address is the
/// house's and its link policy the province's. Errors: not_found, the house has none; forbidden, as
/// phone_page_link().
Result<void> check_phone_pages(const State& state);

/// The texts of the codes that hold the papers; none when there are none to bring.
std::vector<std::string> papers_texts(const State& state, const Words& words);

/// Puts another code in the place of the one on the code page.
void show_code(State& state, CodeKind kind);

/// The next of `parts` codes of a list of papers; after the last comes the first.
void show_next_part(State& state, int parts);

}  // namespace conglang::kiosk
