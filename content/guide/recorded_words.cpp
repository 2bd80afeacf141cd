#include "content/guide/recorded_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/base/fingerprint.h"

namespace conglang::guide {
namespace {

// "Nộp: 1 bản chính, 2 bản sao": as somebody would say it.
std::string paper_words(const Evidence& paper, std::string_view language) {
  const bool vietnamese = language == "vi";
  const bool submitted = paper.handling == Evidence::Handling::submit;
  std::string words = vietnamese ? (submitted ? "Nộp" : "Xuất trình") : (submitted ? "Submit" : "Show");
  const char* between = ": ";
  const auto count = [&](int number, const char* vi, const char* en) {
    if (number == 0) return;
    words += fmt::format("{}{} {}", between, number, vietnamese ? vi : en);
    between = ", ";
  };
  count(paper.originals, "bản chính", "original");
  count(paper.copies, "bản sao", "copy");
  return words;
}

class Teller {
 public:
  explicit Teller(std::string_view language) : language_(language) {}

  Teller& tell(const Text& text) {
    if (!text.empty()) lines_.emplace_back(text.in(language_));
    return *this;
  }
  Teller& tell(const std::vector<Text>& texts) {
    for (const Text& text : texts) tell(text);
    return *this;
  }
  Teller& tell(std::string line) {
    lines_.push_back(std::move(line));
    return *this;
  }
  Teller& tell(const std::vector<Contact>& contacts) {
    for (const Contact& contact : contacts) tell(contact.label).tell(contact.phone);
    return *this;
  }

  void tell_case(const Case& one) {
    tell(one.label);
    for (const Evidence& paper : one.evidence) {
      if (paper.only_if) tell(*paper.only_if);
      tell(paper.name).tell(paper.note);
      tell(paper_words(paper, language_));
    }
    for (const Step& step : one.steps) tell(step.text);
    for (const Cost& cost : one.costs) tell(cost.answer).tell(cost.note).tell(cost.exemptions);
    for (const ProcessingTime& time : one.processing_times) tell(time.answer).tell(time.note);
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  std::string_view language_;
  std::vector<std::string> lines_;
};

template <typename WordsOf>
const RecordingUse* fitting(const std::vector<RecordingUse>& recordings, std::string_view case_id,
                            std::string_view language, WordsOf words_of) {
  const auto found = std::find_if(recordings.begin(), recordings.end(), [&](const RecordingUse& one) {
    return one.language == language && one.case_id == case_id;
  });
  const bool fits = found != recordings.end() && found->words == fingerprint_of(words_of());
  return fits ? &*found : nullptr;
}

}  // namespace

std::vector<std::string> recorded_words(const Guide& guide, std::string_view case_id,
                                        std::string_view language) {
  Teller teller(language);
  teller.tell(guide.title);
  for (const Case& one : guide.cases)
    if (one.id == case_id || case_id.empty()) teller.tell_case(one);
  for (const Channel& channel : guide.channels)
    teller.tell(channel.name).tell(channel.note).tell(channel.hours);
  for (const Output& output : guide.outputs) teller.tell(output.name);
  return teller.take();
}

std::vector<std::string> recorded_words(const Notice& notice, std::string_view language) {
  Teller teller(language);
  teller.tell(notice.title).tell(notice.body).tell(notice.public_contacts);
  teller.tell(format_date(notice.from)).tell(format_date(notice.until));
  return teller.take();
}

std::vector<std::string> recorded_words(const Heritage& page, std::string_view language) {
  Teller teller(language);
  teller.tell(page.title).tell(page.summary).tell(page.body);
  return teller.take();
}

std::string fingerprint_of(const std::vector<std::string>& words) {
  Fingerprint fingerprint;
  for (const std::string& line : words) fingerprint.add(line);
  return fingerprint.digits();
}

const RecordingUse* recording_of(const Guide& guide, std::string_view case_id, std::string_view language) {
  if (guide.cases.size() == 1) case_id = {};
  return fitting(guide.recordings, case_id, language,
                 [&] { return recorded_words(guide, case_id, language); });
}

const RecordingUse* recording_of(const Notice& notice, std::string_view language) {
  return fitting(notice.recordings, "", language, [&] { return recorded_words(notice, language); });
}

const RecordingUse* recording_of(const Heritage& page, std::string_view language) {
  return fitting(page.recordings, "", language, [&] { return recorded_words(page, language); });
}

}  // namespace conglang::guide
