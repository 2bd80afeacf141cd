#include "kiosk/voice/recording.h"

#include <filesystem>
#include <system_error>

#include "content/base/filter_program.h"

namespace conglang::voice {

std::string RecordingReader::program_beside_us() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / "conglang-recording").string();
}

Result<Sound> RecordingReader::read(std::string_view bytes) const {
  TRY(const std::string wav, run_filter({{program_}, limit_, kMaxWavBytes}, bytes));
  return read_wav(wav);
}

}  // namespace conglang::voice
