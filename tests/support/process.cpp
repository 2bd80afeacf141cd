#include "tests/support/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <thread>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {
namespace {

int exit_status(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

pid_t spawn(const Arguments& command, const std::filesystem::path& log) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child != 0) return child;
  // A test that dies takes its programs with it.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(126);
  const int in = ::open("/dev/null", O_RDONLY);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(out, 2);
  ::execvp(words[0], words.data());
  ::_exit(127);
}

}  // namespace

void pause_between_looks() {
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

Finished run(const Arguments& command) {
  const TemporaryFolder folder;
  const pid_t child = spawn(command, folder / "output");
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return {exit_status(status), read_file(folder / "output", 64UL << 20U).value_or("")};
}

Finished run_shell(const std::string& line) {
  return run({"sh", "-c", line});
}

Process::Process(const Arguments& command, std::filesystem::path log)
    : pid_(spawn(command, log)), log_(std::move(log)) {
  if (pid_ < 0) throw std::runtime_error("fork failed");
}

Process::~Process() {
  if (running()) stop(SIGKILL);
}

bool Process::running() {
  if (pid_ < 0) return false;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == pid_) {
    status_ = exit_status(status);
    pid_ = -1;
  }
  return pid_ >= 0;
}

std::string Process::output() const {
  return read_file(log_, 64UL << 20U).value_or("");
}

bool Process::wait_for_output(const std::string& text, std::chrono::milliseconds limit) {
  const auto seen = [&] { return output().find(text) != std::string::npos; };
  eventually([&] { return seen() || !running(); }, limit);
  return seen();
}

int Process::stop(int signal) {
  if (!running()) return status_;
  ::kill(pid_, signal);
  if (!eventually([&] { return !running(); }, std::chrono::seconds(10))) {
    ::kill(pid_, SIGKILL);
    eventually([&] { return !running(); }, std::chrono::seconds(10));
  }
  return status_;
}

}  // namespace conglang::testing
