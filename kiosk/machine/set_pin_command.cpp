#include "kiosk/machine/set_pin_command.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <system_error>

#include "kiosk/machine/pin.h"

namespace conglang::machine {
namespace {

/// What is typed at the terminal does not show, for as long as this lives.
class UnseenTyping {
 public:
  UnseenTyping() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
  }
  ~UnseenTyping() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  UnseenTyping(const UnseenTyping&) = delete;
  UnseenTyping& operator=(const UnseenTyping&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

Result<std::string> read_line() {
  std::string line;
  if (!std::getline(std::cin, line)) return fail(Errc::invalid, "no PIN was given on standard input");
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

Result<std::string> ask_twice() {
  const UnseenTyping unseen;
  const auto ask = [](const char* words) {
    std::fputs(words, stderr);
    auto line = read_line();
    std::fputc('\n', stderr);
    return line;
  };
  TRY(const std::string pin, ask("PIN (6 to 12 digits): "));
  TRY(const std::string again, ask("The same again: "));
  if (pin != again) return fail(Errc::invalid, "the two differ; nothing was changed");
  return pin;
}

}  // namespace

Result<void> set_pin_from_input(const std::filesystem::path& data) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(data, ignored))
    return fail(Errc::not_found, "{}: there is no such folder; name the kiosk's data folder", data.string());
  TRY(const std::string pin, ::isatty(STDIN_FILENO) != 0 ? ask_twice() : read_line());
  return set_pin(data, pin);
}

}  // namespace conglang::machine
