#pragma once
// The short answers of a guide (how long, how much) and its papers, as pages and open data give them: in
// every language at once, and with nothing that is not certain. A doubtful answer has no words, so that it
// cannot be printed by mistake; whoever shows it writes "Cần kiểm tra" in its place.

#include <vector>

#include "content/guide/guide.h"

namespace conglang::publish {

struct Answer {
  guide::Text channels;  ///< the ways to file that it is for; empty: all
  guide::Text text;      ///< empty when `doubtful`
  guide::Text note;      ///< may be empty
  bool doubtful = false;

  bool operator==(const Answer&) const = default;
};

/// What is to be paid in one case, as of `today`.
std::vector<Answer> fees_of(const guide::Guide& guide, const guide::Case& one, Date today);

/// How long it takes in one case.
std::vector<Answer> times_of(const guide::Guide& guide, const guide::Case& one, Date today);

struct Exemption {
  guide::Text text;
  bool doubtful = false;

  bool operator==(const Exemption&) const = default;
};

/// Who pays less or nothing in one case, each once.
std::vector<Exemption> exemptions_of(const guide::Case& one, Date today);

struct Paper {
  const guide::Evidence* evidence = nullptr;
  bool doubtful = false;
};

/// Papers behind one question ("Nhờ người khác đi làm thay?"), in their author's order.
struct RarePapers {
  guide::Text question;
  std::vector<Paper> papers;
};

/// The papers of one case as of `today`; they point into the guide.
struct Papers {
  std::vector<Paper> always;
  std::vector<RarePapers> rare;
  std::vector<Paper> online;  ///< only for those who file online, when the guide knows another way too
};

Papers papers_of(const guide::Guide& guide, const guide::Case& one, Date today);

/// The names of the channels `ids` of `guide`, in its order: "Quầy, Bưu điện".
guide::Text channel_names(const guide::Guide& guide, const std::vector<std::string>& ids);

/// 8000: "8.000 đ", "8,000 VND"; nothing to pay: "Miễn phí", "Free".
guide::Text money(std::int64_t amount_vnd);

bool is_doubtful(const guide::Provenance& provenance, Date today);

/// Those of `facts` whose first day has come.
template <typename Fact>
std::vector<const Fact*> begun(const std::vector<Fact>& facts, Date today) {
  std::vector<const Fact*> found;
  for (const Fact& fact : facts)
    if (!fact.provenance.valid_from || *fact.provenance.valid_from <= today) found.push_back(&fact);
  return found;
}

}  // namespace conglang::publish
