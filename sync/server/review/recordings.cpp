#include "sync/server/review/recordings.h"

#include <algorithm>
#include <array>

#include "content/base/file.h"
#include "content/guide/heritage_json.h"
#include "content/guide/local_layer.h"
#include "content/guide/notice_json.h"
#include "content/guide/recorded_words.h"
#include "content/guide/recording.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/media.h"
#include "sync/server/review/published_folder.h"
#include "sync/tuf/digest.h"

namespace conglang::server {
namespace {

using Kind = guide::BundlePath::Kind;

constexpr std::chrono::seconds kPatience{40};
constexpr std::array<const char*, 2> kLanguages = {"vi", "en"};

std::string path_of(const std::string& commune, const std::string& file) {
  return fmt::format("communes/{}/audio/{}", commune, file);
}

tl::unexpected<Error> refuse_sound(const char* code, std::string vi, std::string en) {
  return refuse(
      {.status = 422, .code = code, .vi = std::move(vi), .en = std::move(en), .field = "recording"});
}

tl::unexpected<Error> no_sound() {
  return refuse_sound(
      "recording",
      "Tệp này không phải bản thu nghe được: hãy gửi tệp WAV, MP3, FLAC hoặc Ogg, một hoặc hai kênh.",
      "This file is no sound that can be read: send WAV, MP3, FLAC or Ogg, of one or two channels.");
}

// What the recorder's status says (kiosk/voice/recording_program.cpp).
tl::unexpected<Error> refusal_by(int status) {
  constexpr int kTooLong = 3;
  constexpr int kSilent = 4;
  if (status == kTooLong) {
    return refuse_sound(
        "too-long", fmt::format("Bản thu dài quá {} giây: hãy đọc gọn lại.", guide::kMaxRecordingSeconds),
        fmt::format("The recording is longer than {} seconds: read less.", guide::kMaxRecordingSeconds));
  }
  if (status == kSilent) {
    return refuse_sound("silent", "Bản thu không có tiếng: hãy kiểm tra micrô rồi thu lại.",
                        "Nothing is to be heard: check the microphone and record again.");
  }
  return no_sound();
}

Result<std::string> made_anew(const Tool& recorder, const std::filesystem::path& scratch,
                              std::string_view bytes) {
  if (!recorder.is_there()) {
    return refuse({.status = 503,
                   .code = "no-tool",
                   .vi = "Máy chủ này chưa được cài để nhận bản thu.",
                   .en = "This server is not set up to take recordings."});
  }
  TRY(const ScratchFolder folder, ScratchFolder::make(scratch));
  const auto sent = folder.path() / "sent";
  const auto made = folder.path() / "made";
  TRY_VOID(write_file_atomically(sent, bytes, 0600));
  const auto run = recorder.run({"--anew", sent.string(), made.string()}, kPatience);
  if (!run) return no_sound();
  if (run->status != 0) return refusal_by(run->status);
  return read_file(made, guide::kMaxRecordingBytes);
}

Result<void> check_room(Transaction& transaction, const std::string& commune, std::size_t more) {
  TRY(const auto sum,
      transaction.row("SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM recordings WHERE commune = ?", commune));
  if (static_cast<std::size_t>(sum->integer(0)) + more <= 2 * guide::kMaxRecordingsBytes) return {};
  return refuse({.status = 413,
                 .code = "quota",
                 .vi = "Kho bản thu của xã đã đầy.",
                 .en = "The commune's store of recordings is full."});
}

tl::unexpected<Error> not_read(const std::string& why) {
  return refuse_sound("words", "Bài chưa đọc được để thu: " + why, "The page does not read yet: " + why);
}

template <typename Page>
std::vector<WordsToRead> words_of(const Page& page) {
  std::vector<WordsToRead> all;
  for (const char* language : kLanguages) {
    auto lines = recorded_words(page, language);
    std::string words = guide::fingerprint_of(lines);
    all.push_back({language, "", std::move(lines), std::move(words)});
  }
  return all;
}

std::vector<WordsToRead> words_of(const guide::Guide& page) {
  std::vector<std::string> cases = {""};
  if (page.cases.size() > 1) {
    cases.clear();
    for (const guide::Case& one : page.cases) cases.push_back(one.id);
  }
  std::vector<WordsToRead> all;
  for (const char* language : kLanguages) {
    for (const std::string& id : cases) {
      auto lines = recorded_words(page, id, language);
      std::string words = guide::fingerprint_of(lines);
      all.push_back({language, id, std::move(lines), std::move(words)});
    }
  }
  return all;
}

// As a kiosk puts the layers together, with the draft in its place.
Result<std::vector<WordsToRead>> words_of_guide(const Published& published, const std::string& path,
                                                const std::string& content, const std::string& id) {
  guide::Files files;
  for (const auto& [file, bytes] : published.files) {
    if (is_of_page(file)) files.emplace(file, bytes);
  }
  files.insert_or_assign(path, content);
  const auto assembled = guide::assemble(files, published.commune);
  if (!assembled) return not_read(assembled.error().message);
  for (const guide::SetAside& aside : assembled->set_aside) {
    if (aside.path == path) return not_read(aside.error.message);
  }
  for (const auto* guides : {&assembled->content.guides, &assembled->content.retired}) {
    const auto found = std::ranges::find(*guides, id, &guide::Guide::id);
    if (found != guides->end()) return words_of(*found);
  }
  return not_read("chưa có bài này / there is no such guide");
}

template <typename Page>
Result<std::vector<WordsToRead>> words_of_file(const Result<Page>& page) {
  if (!page) return not_read(page.error().message);
  return words_of(*page);
}

}  // namespace

Result<StoredRecording> add_recording(Store& store, const Tool& recorder,
                                      const std::filesystem::path& scratch, const std::string& commune,
                                      std::string_view bytes, const Account& account, Instant now) {
  StoredRecording recording;
  TRY(recording.bytes, made_anew(recorder, scratch, bytes));
  const std::string file = "ban-thu-" + tuf::sha256_hex(recording.bytes).substr(0, 12) + ".opus";
  const auto about = guide::inspect_recording(recording.bytes, file);
  if (!about) return no_sound();
  recording.path = path_of(commune, file);
  recording.seconds = about->seconds;
  const auto written = store.write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(check_room(transaction, commune, recording.bytes.size()));
    TRY_VOID(transaction.run(
        "INSERT INTO recordings (commune, file, bytes, seconds, account_id, at) VALUES (?, ?, ?, "
        "?, ?, ?) ON CONFLICT DO NOTHING",
        commune, file, Bytes{recording.bytes}, recording.seconds, account.id, now));
    return audit::append(transaction, account.name, "recording.add", recording.path, now);
  });
  TRY_VOID(written);
  return recording;
}

Result<StoredRecording> find_recording(const Store& store, const std::string& commune,
                                       const std::string& file) {
  return store.read_and_get([&](Transaction& transaction) -> Result<StoredRecording> {
    TRY(const auto row,
        transaction.row("SELECT bytes, seconds FROM recordings WHERE commune = ? AND file = ?", commune,
                        file));
    if (row) return StoredRecording{path_of(commune, file), row->integer(1), row->blob(0)};
    return refuse({.status = 404,
                   .code = "not-found",
                   .vi = "Không có bản thu này.",
                   .en = "There is no such recording."});
  });
}

Result<std::map<std::string, std::string>> recordings_named(const Store& store, const std::string& commune,
                                                            const std::string& content) {
  std::map<std::string, std::string> named;
  for (const std::string& file : files_named(content, guide::is_recording_name)) {
    auto recording = find_recording(store, commune, file);
    if (recording) named.emplace(recording->path, std::move(recording->bytes));
    // Another that the commune has published, or none at all, which lint tells.
  }
  return named;
}

Result<std::vector<WordsToRead>> words_to_read(const Published& published, const std::string& path,
                                               const std::string& content) {
  const auto parsed = guide::parse_bundle_path(path);
  const Kind kind = parsed ? parsed->kind : Kind::links;
  if (kind == Kind::notice) return words_of_file(guide::read_notice(content, path));
  if (kind == Kind::heritage) return words_of_file(guide::read_heritage(content, path));
  if (kind == Kind::guide || kind == Kind::patch) return words_of_guide(published, path, content, parsed->id);
  return not_read("chỉ thu bài hướng dẫn, thông báo và di sản / guides, notices and heritage are recorded");
}

}  // namespace conglang::server
