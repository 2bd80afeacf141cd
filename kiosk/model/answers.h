#pragma once
// The short answers of a guide (how long, how much, where, what you get) over the cases shown. A number that
// is not certain never gets into an answer, a name does with "Cần kiểm tra" in its note; where cases or ways
// to file differ, the answer says so and its note lists them all.

#include <span>
#include <string>
#include <vector>

#include "content/guide/guide.h"
#include "content/guide/standing.h"
#include "kiosk/model/strings.h"

namespace conglang::kiosk {

struct Answer {
  std::string text;  ///< empty when `doubtful`
  std::string note;  ///< lines; may be empty
  bool doubtful = false;
  bool free = false;  ///< nothing is to be paid, for certain

  bool operator==(const Answer&) const = default;
};

using Cases = std::span<const guide::Case* const>;

Answer time_answer(const guide::Guide& guide, Cases cases, Date today, const Words& words);
Answer fee_answer(const guide::Guide& guide, Cases cases, Date today, const Words& words);
Answer where_answer(const guide::Guide& guide, Date today, const Words& words);
Answer output_answer(const guide::Guide& guide, Date today, const Words& words);

/// What a cost or a processing time says by itself.
std::string own_words(const guide::Cost& cost, const Words& words);
std::string own_words(const guide::ProcessingTime& time, const Words& words);

/// "Trung tâm hành chính công, Cổng Dịch vụ công"; empty when `ids` names no channel of `guide`.
std::string channel_names(const guide::Guide& guide, const std::vector<std::string>& ids, const Words& words);

using guide::holding;

}  // namespace conglang::kiosk
