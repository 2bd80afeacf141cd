#include "content/database/body_text.h"

#include "content/database/search_words.h"

namespace conglang::database {
namespace {

void add(std::string& out, const guide::Text& text) {
  for (const auto& entry : text.by_language) {
    for (const SearchWord& word : search_words(entry.second)) {
      if (!out.empty()) out += ' ';
      out += word.folded;
    }
  }
}

void add(std::string& out, const guide::Case& one) {
  add(out, one.label);
  add(out, one.note);
  for (const guide::Evidence& evidence : one.evidence) {
    add(out, evidence.name);
    add(out, evidence.note);
  }
  for (const guide::Step& step : one.steps) add(out, step.text);
}

}  // namespace

std::string body_text(const guide::Guide& one) {
  std::string out;
  add(out, one.description);
  add(out, one.audience);
  for (const guide::Text& requirement : one.requirements) add(out, requirement);
  for (const guide::Case& each : one.cases) add(out, each);
  for (const guide::Text& note : one.notes) add(out, note);
  return out;
}

}  // namespace conglang::database
