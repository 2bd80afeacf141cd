#include <algorithm>
#include <vector>

#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"

namespace conglang::publish {
namespace {

struct Source {
  std::string name;
  std::string publisher;
  std::optional<Date> published_on;
  std::optional<Date> captured_on;

  bool operator==(const Source&) const = default;
};

/// The sources of a guide's facts, each once, in the order of the facts.
class Sources {
 public:
  explicit Sources(const guide::Guide& guide) {
    for (const guide::ProcedureCode& code : guide.codes)
      if (code.role == guide::ProcedureCode::Role::current) add(code.provenance);
    for (const guide::Case& one : guide.cases) {
      add_all(one.evidence);
      add_all(one.steps);
      add_all(one.costs);
      add_all(one.processing_times);
    }
    add_all(guide.channels);
    add_all(guide.outputs);
    add_all(guide.forms);
    add_all(guide.coming_changes);
  }

  const std::vector<Source>& all() const { return all_; }

 private:
  template <typename Fact>
  void add_all(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) add(fact.provenance);
  }

  void add(const guide::Provenance& provenance) {
    Source source{provenance.source, provenance.publisher, provenance.published_on, provenance.captured_on};
    if (source.name.empty() || std::ranges::find(all_, source) != all_.end()) return;
    all_.push_back(std::move(source));
  }

  std::vector<Source> all_;
};

/// Sources are named as they are, in Vietnamese.
Html item(const Source& source, const Phrases& words) {
  Html html = words.language == "vi" ? Html(source.name) : element("span", {{"lang", "vi"}}, source.name);
  const auto add = [&](const Html& more) {
    html += ", ";
    html += more;
  };
  if (!source.publisher.empty())
    add(words.language == "vi" ? Html(source.publisher)
                               : element("span", {{"lang", "vi"}}, source.publisher));
  if (source.published_on) add(filled_with(words.source_published, say(*source.published_on)));
  if (source.captured_on) add(filled_with(words.source_read, say(*source.captured_on)));
  return element("li", {}, html);
}

}  // namespace

Html sources_part(const OnPage& page) {
  Html items;
  const Sources sources(page.guide);
  for (const Source& source : sources.all()) items += item(source, page.words());
  Html content = items.empty() ? items : element("ul", {}, items);
  if (page.guide.checked_on)
    content += element("p", {}, filled_with(page.words().checked, say(*page.guide.checked_on)));
  return section(page.words().sources, content);
}

}  // namespace conglang::publish
