#include "content/publish/recording_rules.h"

#include <algorithm>
#include <utility>

namespace conglang::publish {
namespace {

using guide::RecordingUse;
using guide::RuleId;

// A case that a guide does not have, or that is left out where it has several: nobody would hear it.
void lint_case(const guide::Guide& guide, const RecordingUse& use, const std::string& pointer,
               guide::Report& report) {
  const bool several = guide.cases.size() > 1;
  const bool known = std::any_of(guide.cases.begin(), guide.cases.end(),
                                 [&](const guide::Case& one) { return one.id == use.case_id; });
  if (several ? known : use.case_id.empty()) return;
  report.add(RuleId::recording_case, pointer,
             several ? fmt::format("bài có nhiều trường hợp: ghi \"case\" là một trong các trường hợp ấy, "
                                   "không phải \"{}\"",
                                   use.case_id)
                     : "bài chỉ có một trường hợp: bỏ \"case\"");
}

}  // namespace

void RecordingShelf::add(const std::string& path, std::string_view file, std::string_view bytes,
                         FindingBook& book) {
  if (const auto recording = guide::inspect_recording(bytes, file); !recording) {
    const bool big = recording.error().code == Errc::too_large;
    book.note(big ? RuleId::recording_too_big : RuleId::recording_format, path, recording.error().message);
  }
  path_by_file_.emplace(file, path);
}

void RecordingShelf::lint(const std::vector<RecordingUse>& uses, const WordsOf& words_of,
                          guide::Report& report) {
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const RecordingUse& use = uses[i];
    const std::string pointer = fmt::format("/recordings/{}", i);
    used_.emplace(use.file);
    if (!path_by_file_.contains(use.file)) {
      report.add(RuleId::recording_missing, pointer + "/file",
                 fmt::format("không có bản thu \"{}\" trong thư mục audio/ của xã; chép vào, hoặc sửa tên",
                             use.file));
    }
    const std::string now = guide::fingerprint_of(words_of(use));
    if (use.words == now) continue;
    report.add(RuleId::recording_stale, pointer,
               fmt::format("{}; máy đọc thay cho tới khi ghi \"words\": \"{}\"",
                           use.words.empty() ? "chưa ghi bản thu đọc theo chữ nào"
                                             : "chữ của bài đã đổi từ khi thu; nghe lại hoặc thu lại",
                           now));
  }
}

void RecordingShelf::lint_uses(const guide::Guide& guide, guide::Report& report) {
  for (std::size_t i = 0; i < guide.recordings.size(); ++i)
    lint_case(guide, guide.recordings[i], fmt::format("/recordings/{}", i), report);
  lint(
      guide.recordings,
      [&](const RecordingUse& use) { return recorded_words(guide, use.case_id, use.language); }, report);
}

void RecordingShelf::lint_uses(const guide::Notice& notice, guide::Report& report) {
  lint(
      notice.recordings, [&](const RecordingUse& use) { return recorded_words(notice, use.language); },
      report);
}

void RecordingShelf::lint_uses(const guide::Heritage& page, guide::Report& report) {
  lint(
      page.recordings, [&](const RecordingUse& use) { return recorded_words(page, use.language); }, report);
}

void RecordingShelf::lint_unused(FindingBook& book) const {
  for (const auto& [file, path] : path_by_file_) {
    if (!used_.contains(file))
      book.note(RuleId::recording_unused, path, "chưa trang nào dùng bản thu này; bỏ ra cho nhẹ gói");
  }
}

}  // namespace conglang::publish
