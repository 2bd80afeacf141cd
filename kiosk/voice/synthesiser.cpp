#include "kiosk/voice/synthesiser.h"

#include "content/base/filter_program.h"

namespace conglang::voice {
namespace {

constexpr const char* kWordsAMinute = "135";
constexpr const char* kSlowWordsAMinute = "95";
constexpr const char* kAmplitude = "60";  // of 100, where the program's own waves begin to be cut

}  // namespace

Result<Sound> Synthesiser::say(const Sentence& sentence) const {
  if (sentence.text.size() > kMaxSentenceBytes)
    return fail(Errc::too_large, "a sentence of {} bytes is too long to be spoken", sentence.text.size());
  const char* pace = sentence.pace == Pace::slow ? kSlowWordsAMinute : kWordsAMinute;
  const FilterProgram filter{
      {program_, "--stdin", "--stdout", "-b", "1", "-v", sentence.language, "-s", pace, "-a", kAmplitude},
      limit_,
      kMaxWavBytes};
  auto wav = run_filter(filter, sentence.text);
  if (!wav && wav.error().code == Errc::not_found)
    return fail(Errc::not_found, "the voice: {}; install the package espeak-ng", wav.error().message);
  if (!wav) return with_context(wav.error(), "the voice");
  return read_wav(*wav);
}

bool Synthesiser::speaks(const std::string& language) const {
  return say({"a", language, Pace::normal}).has_value();
}

}  // namespace conglang::voice
