#pragma once
// What a commune or province tells everybody for some days.

#include <string>
#include <vector>

#include "content/guide/contact.h"
#include "content/guide/provenance.h"
#include "content/guide/recording.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

struct Notice {
  enum class Urgency { normal, important, emergency };
  std::string id;  ///< "cat-dien-2026-12"
  Text title;
  std::vector<Text> body;  ///< paragraphs
  Urgency urgency = Urgency::normal;
  Date from{};                           ///< the first local day it shows
  Date until{};                          ///< the last, included (standing.h)
  std::vector<std::string> places;       ///< ids of the houses it is for; empty: all
  std::vector<Contact> public_contacts;  ///< numbers that may stand in the text
  std::vector<RecordingUse> recordings;
  bool sample = false;
  Provenance provenance;

  bool operator==(const Notice&) const = default;
};

}  // namespace conglang::guide
