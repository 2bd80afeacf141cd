#pragma once
// The papers of the case chosen; for "not sure", those of every case, each once, with the cases that need it.

#include <string>
#include <vector>

#include "content/guide/guide.h"

namespace conglang::kiosk {

struct Paper {
  std::string id;  ///< stable while the paper's Vietnamese name is: ticks survive a language or a new text
  const guide::Evidence* evidence = nullptr;
  std::vector<const guide::Case*> cases;  ///< that need it

  bool operator==(const Paper&) const = default;
};

/// The cases to be shown for `case_id`: that one, or all for an empty id or one that is not there.
std::vector<const guide::Case*> chosen_cases(const guide::Guide& guide, std::string_view case_id);

/// The papers to bring, as of `today`, in their author's order. They point into `guide`. What is only filled
/// in or sent online is not among them, unless the guide knows no other way.
std::vector<Paper> papers_to_bring(const guide::Guide& guide, std::string_view case_id, Date today);

/// The others: what only those need who file online.
std::vector<Paper> papers_online(const guide::Guide& guide, std::string_view case_id, Date today);

/// The id of the question before a rare paper: its Vietnamese words; empty for a paper that everybody brings.
std::string question_id(const guide::Evidence& evidence);

}  // namespace conglang::kiosk
