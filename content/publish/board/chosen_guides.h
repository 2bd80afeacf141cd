#pragma once
// The guides of a board, each with the code that its link policy allows.

#include <string>
#include <vector>

#include "content/publish/board/board.h"

namespace conglang::board {

struct ChosenGuide {
  const guide::Guide* guide = nullptr;
  guide::CheckedLink link;
  qr::Code code;
};

/// `request.guides`, or the most asked.
/// Errors as make_board: not_found, bad_usage for none, more than kMaxCodesOfBoard or one twice, invalid,
/// forbidden, too_large.
Result<std::vector<ChosenGuide>> choose_guides(const guide::Content& content, const BoardRequest& request);

/// The place of the request; null when none is asked for and the content has none or several.
/// Errors: not_found.
Result<const guide::Place*> choose_place(const guide::Content& content, const std::string& id);

/// The day of the newest check among `guides`, else `otherwise`.
Date last_checked(const std::vector<ChosenGuide>& guides, Date otherwise);

/// "dichvucong.gov.vn", each once, in order.
std::vector<std::string> hosts_of(const std::vector<ChosenGuide>& guides);

/// What whoever prints should know about the guides themselves.
std::vector<std::string> remarks_on(const std::vector<ChosenGuide>& guides, Date day);

}  // namespace conglang::board
