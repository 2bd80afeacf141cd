#pragma once
// Collects what a page says, sentence by sentence.

#include <initializer_list>
#include <string_view>
#include <vector>

#include "kiosk/model/speech.h"

namespace conglang::kiosk {

class Sentences {
 public:
  explicit Sentences(std::string_view language) : language_(language) {}

  /// A text of the page; long ones sentence by sentence. An empty one says nothing.
  Sentences& say(std::string_view text);

  /// Texts that belong together, as label, answer and note do: one sentence, of which the first that is not
  /// empty is lit. Empty ones are left out.
  Sentences& say_together(std::initializer_list<std::string_view> texts);

  std::vector<Sentence> take() { return std::move(sentences_); }

 private:
  void add(std::string_view shown, std::string_view text);

  std::string_view language_;
  std::vector<Sentence> sentences_;
};

}  // namespace conglang::kiosk
