// Recordings that staff send, those of what is published for the desk to play, and what is to be read into
// one.

#include "content/guide/recording.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/recordings.h"

namespace conglang::server {
namespace {

Result<Answer> add(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  TRY(const StoredRecording recording,
      add_recording(desk.store, desk.recorder, desk.options.scratch / "recordings", commune, ask.http.body,
                    caller.account, ask.now));
  return Answer{201,
                {{"path", recording.path},
                 {"file", recording.path.substr(recording.path.rfind('/') + 1)},
                 {"seconds", recording.seconds},
                 {"bytes", recording.bytes.size()}}};
}

Result<Answer> play(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  const std::string& file = ask.path.front();
  if (!guide::is_recording_name(file)) {
    return refuse({.status = 404,
                   .code = "not-found",
                   .vi = "Không có bản thu này.",
                   .en = "There is no such recording."});
  }
  Answer answer;
  answer.raw = Raw{"audio/ogg", {}};
  TRY(const PublishedNow published, desk.content.of(commune));
  if (const std::string* bytes = published->find(fmt::format("communes/{}/audio/{}", commune, file))) {
    answer.raw->bytes = *bytes;
    return answer;
  }
  TRY(StoredRecording recording, find_recording(desk.store, commune, file));
  answer.raw->bytes = std::move(recording.bytes);
  return answer;
}

Result<Answer> words(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const Draft draft, desk.store.read_and_get([&](Transaction& transaction) {
    return drafts::find(transaction, ask.id(), caller.account);
  }));
  TRY(const PublishedNow published, desk.content.of(draft.commune));
  TRY(const auto all, words_to_read(*published, draft.path, draft_file(*published, draft)));
  Json list = Json::array();
  for (const WordsToRead& one : all) {
    list.push_back(
        {{"language", one.language}, {"case", one.case_id}, {"lines", one.lines}, {"words", one.words}});
  }
  return Answer{200, {{"revision", draft.revision}, {"readings", std::move(list)}}};
}

}  // namespace

void add_recording_endpoints(Router& router, ReviewDesk& desk) {
  router.add("POST", "/api/recordings", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return add(desk, ask, caller); },
             {.max_body = kMaxSentRecordingBytes, .takes = Takes::sound, .pace = Pace::slow});
  router.add("GET", "/api/recordings/{file}", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return play(desk, ask, caller); });
  router.add("GET", "/api/drafts/{id}/words", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return words(desk, ask, caller); });
}

}  // namespace conglang::server
