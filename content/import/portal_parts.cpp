#include "content/import/portal_parts.h"

#include <algorithm>

namespace conglang::import {

guide::Provenance PortalReading::provenance(bool plain) const {
  guide::Provenance out = origin;
  out.confidence = plain ? guide::Confidence::verified : guide::Confidence::uncertain;
  return out;
}

guide::Text vi(std::string text) {
  guide::Text out;
  if (!text.empty()) out.by_language.emplace("vi", std::move(text));
  return out;
}

std::vector<std::string> names_of(const SourceNode& list, std::string_view to) {
  std::vector<std::string> names;
  for (const SourceNode& item : list.items()) {
    std::string name;
    if (item.is_object()) {
      name = item.at("name").text(to).joined();
      item.at("id").omit(kInnerNumber);
      item.at("code").omit(kInnerNumber);
    } else {
      name = item.text(to).joined();
    }
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

void add_note(guide::Guide& guide, const std::string& text) {
  const auto same = [&](const guide::Text& note) { return note.in("vi") == text; };
  if (text.empty() || std::any_of(guide.notes.begin(), guide.notes.end(), same)) return;
  guide.notes.push_back(vi(text));
}

void add_note(PortalReading& in, const std::string& text) {
  add_note(in.guide, text);
}

}  // namespace conglang::import
