#include "kiosk/voice/synthesiser.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "content/base/file.h"

namespace conglang::voice {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxWavBytes = 2 * kMaxSamples + 4096;
constexpr const char* kWordsAMinute = "135";
constexpr const char* kSlowWordsAMinute = "95";
constexpr const char* kAmplitude = "60";  // of 100, where the program's own waves begin to be cut

/// `text` as a file without a name: a pipe would have to be fed while the answer is read, and its reader may
/// die.
Result<FileDescriptor> text_file(const std::string& text) {
  FileDescriptor file(::memfd_create("sentence", MFD_CLOEXEC));
  if (!file) return fail(Errc::io, "no memory for the text to be spoken: {}", std::strerror(errno));
  TRY_VOID(write_all(file, text, "the text to be spoken"));
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

/// A started program; killed and waited for if it was not before.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}
  Child& operator=(Child&&) = delete;
  ~Child() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }

  /// What waitpid() tells.
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

/// What the child gets: the text as its input, the pipe as its output, nobody to complain to, and none of the
/// signals that this program keeps for itself.
class Surroundings {
 public:
  Surroundings(int input, int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~Surroundings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

Result<Child> start(const std::string& program, const Sentence& sentence, int input, int output) {
  const char* pace = sentence.pace == Pace::slow ? kSlowWordsAMinute : kWordsAMinute;
  const std::array<const char*, 12> arguments{
      program.c_str(),           "--stdin", "--stdout", "-b", "1",        "-v",
      sentence.language.c_str(), "-s",      pace,       "-a", kAmplitude, nullptr};
  const Surroundings surroundings(input, output);
  pid_t pid = -1;
  const int error = ::posix_spawnp(&pid, program.c_str(), surroundings.actions(), surroundings.attributes(),
                                   const_cast<char* const*>(arguments.data()), environ);
  if (error != 0)
    return fail(error == ENOENT ? Errc::not_found : Errc::io,
                "the voice {} cannot be started: {}; install the package espeak-ng", program,
                std::strerror(error));
  return Child(pid);
}

/// Everything until the other end closes. Errors: io, nothing more came in time; too_large.
Result<std::string> read_to_end(int pipe, Clock::time_point end) {
  std::string bytes;
  std::array<char, 64UL * 1024> buffer{};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return fail(Errc::io, "the voice did not answer in time");
    const ssize_t length = ::read(pipe, buffer.data(), buffer.size());
    if (length < 0) return fail(Errc::io, "the voice's answer cannot be read: {}", std::strerror(errno));
    if (length == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(length));
    if (bytes.size() > kMaxWavBytes) return fail(Errc::too_large, "the voice does not come to an end");
  }
}

Result<void> check_end(int status) {
  if (WIFSIGNALED(status)) return fail(Errc::io, "the voice crashed with signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) == 127) return fail(Errc::not_found, "the voice is not installed");
  if (WEXITSTATUS(status) != 0) return fail(Errc::io, "the voice ended with status {}", WEXITSTATUS(status));
  return {};
}

}  // namespace

Result<std::string> Synthesiser::run(const Sentence& sentence) const {
  TRY(const FileDescriptor text, text_file(sentence.text));
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    return fail(Errc::io, "no pipe to the voice: {}", std::strerror(errno));
  const FileDescriptor from_child(ends[0]);
  FileDescriptor to_us(ends[1]);
  TRY(Child child, start(program_, sentence, text.get(), to_us.get()));
  to_us = FileDescriptor();  // or our own copy would keep the pipe open
  TRY(std::string wav, read_to_end(from_child.get(), Clock::now() + limit_));
  TRY_VOID(check_end(child.wait()));
  return wav;
}

Result<Sound> Synthesiser::say(const Sentence& sentence) const {
  if (sentence.text.size() > kMaxSentenceBytes)
    return fail(Errc::too_large, "a sentence of {} bytes is too long to be spoken", sentence.text.size());
  TRY(const std::string wav, run(sentence));
  return read_wav(wav);
}

bool Synthesiser::speaks(const std::string& language) const {
  return say({"a", language, Pace::normal}).has_value();
}

}  // namespace conglang::voice
