#include <algorithm>
#include <array>

#include "content/guide/standing.h"
#include "content/publish/answers.h"
#include "content/publish/guide_link.h"
#include "content/publish/open_data/open_data.h"

namespace conglang::publish {
namespace {

using guide::Case;
using guide::Confidence;
using guide::Guide;

constexpr std::string_view kMark = "\xef\xbb\xbf";
constexpr std::string_view kNeedsCheck = "Cần kiểm tra";
constexpr std::array<std::string_view, 11> kColumns = {
    "id", "code", "title", "case", "papers", "fee", "time", "where", "link", "checked-on", "confidence"};

/// What a spreadsheet computes instead of showing, in ASCII and in the wide forms that some read alike.
bool is_formula(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kStarts = {"=",  "+",  "-",  "@",  "\t",
                                                               "\r", "＝", "＋", "－", "＠"};
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return false;
  return std::ranges::any_of(kStarts, [&](std::string_view start) {
    return text.starts_with(start) || text.substr(first).starts_with(start);
  });
}

std::string cell(std::string_view text) {
  std::string out = is_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '\0') continue;
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

std::string in_vietnamese(const guide::Text& text) {
  std::string line(text.in("vi"));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

void append(std::string& text, std::string_view addition, std::string_view separator) {
  if (!text.empty() && !addition.empty()) text += separator;
  text += addition;
}

std::string words_of(const std::vector<Answer>& answers) {
  std::string words;
  for (const Answer& answer : answers) {
    std::string one = answer.doubtful ? std::string(kNeedsCheck) : in_vietnamese(answer.text);
    append(one, in_vietnamese(answer.note), ", ");
    if (!answer.channels.empty()) one = in_vietnamese(answer.channels) + ": " + one;
    append(words, one, "; ");
  }
  return words;
}

std::string fee_of(const Guide& guide, const Case& one, Date today) {
  std::string words = words_of(fees_of(guide, one, today));
  for (const Exemption& exemption : exemptions_of(one, today)) {
    append(words, in_vietnamese(exemption.text), "; ");
    if (exemption.doubtful) words += fmt::format(" ({})", kNeedsCheck);
  }
  return words;
}

std::string papers_of_row(const Case& one, Date today) {
  std::string words;
  for (const guide::Evidence* evidence : begun(one.evidence, today)) {
    std::string paper = in_vietnamese(evidence->name);
    if (evidence->originals > 0) paper += fmt::format(", {} bản chính", evidence->originals);
    if (evidence->copies > 0) paper += fmt::format(", {} bản sao", evidence->copies);
    if (evidence->only_if) paper += fmt::format(" ({})", in_vietnamese(*evidence->only_if));
    if (is_doubtful(evidence->provenance, today)) paper += fmt::format(" ({})", kNeedsCheck);
    append(words, paper, "; ");
  }
  return words;
}

std::string places_of(const Guide& guide, Date today) {
  std::string words;
  for (const guide::Channel* channel : begun(guide.channels, today))
    append(words, in_vietnamese(channel->name), "; ");
  return words.empty() ? in_vietnamese(guide.competent_authority) : words;
}

std::string codes_of(const Guide& guide) {
  std::string words;
  for (const guide::ProcedureCode& code : guide.codes)
    if (code.role == guide::ProcedureCode::Role::current) append(words, code.code, "; ");
  return words;
}

/// The lowest confidence of what the row says.
class Lowest {
 public:
  explicit Lowest(Date today) : today_(today) {}

  template <typename Fact>
  void add(const std::vector<Fact>& facts) {
    for (const Fact* fact : begun(facts, today_)) {
      lowest_ = std::max(lowest_, fact->provenance.confidence);
      if (is_doubtful(fact->provenance, today_)) lowest_ = std::max(lowest_, Confidence::recalled);
    }
  }

  std::string_view name() const {
    if (lowest_ == Confidence::verified) return "verified";
    return lowest_ == Confidence::recalled ? "recalled" : "uncertain";
  }

 private:
  Date today_;
  Confidence lowest_ = Confidence::verified;
};

std::string_view confidence_of(const Guide& guide, const Case& one, Date today) {
  Lowest lowest(today);
  lowest.add(one.evidence);
  lowest.add(one.costs);
  lowest.add(one.processing_times);
  lowest.add(guide.channels);
  return lowest.name();
}

template <typename Cells>
void append_row(std::string& out, const Cells& cells) {
  std::string_view separator;
  for (const auto& one : cells) {
    out += separator;
    out += cell(one);
    separator = ",";
  }
  out += "\r\n";
}

void append_rows(OpenData& out, const Guide& guide, const guide::LinkPolicy& policy, Date today) {
  const auto link = link_of(guide, policy);
  for (const Case& one : guide.cases) {
    const std::array<std::string, 11> row = {
        guide.id,
        codes_of(guide),
        in_vietnamese(guide.title),
        in_vietnamese(one.label),
        papers_of_row(one, today),
        fee_of(guide, one, today),
        words_of(times_of(guide, one, today)),
        places_of(guide, today),
        link ? link->url : std::string(),
        guide.checked_on ? format_date(*guide.checked_on) : std::string(),
        std::string(confidence_of(guide, one, today))};
    append_row(out.bytes, row);
    ++out.rows;
  }
  ++out.guides;
}

}  // namespace

OpenData to_csv(const guide::Content& content, Date today) {
  OpenData out;
  out.bytes = kMark;
  append_row(out.bytes, kColumns);
  for (const Guide& guide : content.guides)
    if (is_shown(guide, today)) append_rows(out, guide, content.link_policy, today);
  return out;
}

}  // namespace conglang::publish
