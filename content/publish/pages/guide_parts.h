#pragma once
// The parts of a guide's page. Each gives nothing when the guide says nothing of its kind.

#include "content/publish/pages/site.h"

namespace conglang::publish {

/// A guide with the page it is written on.
struct OnPage {
  const guide::Guide& guide;
  const PagePlace& place;

  const Phrases& words() const { return place.words; }
  Date today() const { return place.site.today; }
};

/// How long, how much, where, what one gets: a list of terms.
Html summary_part(const OnPage& page);

/// What depends on the resident's case: papers to tick, and fee, time, exemptions and steps where the cases
/// differ. One case: laid out openly; several: the question, and each answer opens.
Html cases_part(const OnPage& page);

/// What all cases share, and everything else: exemptions, steps, who may file, notes, law, codes.
Html rest_part(const OnPage& page);

/// Where the facts come from, each source once, with its dates; when the guide was last checked.
Html sources_part(const OnPage& page);

/// The time or fee of one case.
Html times_part(const OnPage& page, const guide::Case& one);
Html fees_part(const OnPage& page, const guide::Case& one);
Html exemptions_part(const OnPage& page, const guide::Case& one);
Html steps_part(const OnPage& page, const guide::Case& one);

/// What every case says alike; nothing when they differ.
template <typename Part>
std::optional<Html> shared(const OnPage& page, const Part& part) {
  const auto& cases = page.guide.cases;
  if (cases.empty()) return Html();
  Html first = part(page, cases.front());
  for (const guide::Case& one : cases)
    if (part(page, one) != first) return std::nullopt;
  return first;
}

/// `<section><h2>title</h2>content</section>`, nothing for no content.
Html section(std::string_view title, const Html& content);

}  // namespace conglang::publish
