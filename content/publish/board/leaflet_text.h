#pragma once
// What a leaflet says of one guide, in words, before it is laid out. A number that is not certain is never
// printed: "Cần kiểm tra" stands where it would.

#include <string>
#include <vector>

#include "content/guide/content.h"
#include "content/publish/board/words.h"

namespace conglang::board {

/// One answer of a fact: "Trung tâm hành chính công: Xong trong ngày".
struct FactLine {
  std::string label;  ///< the cases or channels it is for; may be empty
  std::string text;
  std::string note;  ///< may be empty
  bool doubtful = false;

  bool operator==(const FactLine&) const = default;
};

struct Fact {
  std::string title;
  std::vector<FactLine> lines;
  std::vector<std::string> exemptions;  ///< fee alone

  bool operator==(const Fact&) const = default;
};

struct PaperLine {
  std::string name;
  std::string note;      ///< who issues it, the channels or cases it is for; may be empty
  std::string handling;  ///< "Nộp 1 bản chính"; "Cần kiểm tra" when `doubtful`
  bool doubtful = false;

  bool operator==(const PaperLine&) const = default;
};

/// Papers that everybody brings (no question first), or only who answers the question with yes.
struct PaperGroup {
  std::string question;
  std::vector<PaperLine> papers;

  bool operator==(const PaperGroup&) const = default;
};

struct LeafletText {
  std::string title;
  std::string context;  ///< the case, when one was chosen
  std::string description;
  std::vector<std::string> warnings;  ///< past review, local text in question
  std::vector<PaperGroup> papers;
  bool more_online = false;  ///< papers of online channels alone were left out
  std::vector<Fact> facts;   ///< fee, time, where, output
  std::vector<std::string> changes;
  std::string code;     ///< the procedure's current code; may be empty
  std::string checked;  ///< "Kiểm tra ngày 23/11/2026"
  std::vector<std::string> sources;

  bool operator==(const LeafletText&) const = default;
};

/// `one` as of `day`; of its cases only `case_id`, or all for an empty id.
/// Errors: not_found, no such case (the message lists them).
Result<LeafletText> leaflet_text(const guide::Guide& one, const guide::Content& content,
                                 const std::string& case_id, Date day, const Words& words);

}  // namespace conglang::board
