// What every command of the tool promises, asked of the program itself.

#include <catch2/catch_test_macros.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/folders.h"
#include "tests/support/process.h"

using namespace conglang::testing;

namespace {

std::string help_of(const std::string& words) {
  const Finished help = run_shell(std::string("'") + CONGLANG_BIN_DIR + "/conglang' " + words + " --help");
  CHECK(help.status == 0);
  return help.output;
}

// The names under "Subcommands:".
std::vector<std::string> subcommands_in(const std::string& help) {
  std::vector<std::string> names;
  std::istringstream lines(help);
  bool listing = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("Subcommands:")) {
      listing = true;
    } else if (listing && line.starts_with("  ") && line.size() > 2 && line[2] != ' ') {
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    } else if (listing && line.empty()) {
      listing = false;
    }
  }
  return names;
}

// Every command that does something: those that only lead to others are gone through.
void collect(const std::string& words, std::vector<std::string>& commands) {
  const auto below = subcommands_in(help_of(words));
  if (below.empty()) commands.push_back(words);
  for (const std::string& name : below) collect(words.empty() ? name : words + " " + name, commands);
}

}  // namespace

TEST_CASE("every command prints JSON when asked and shows an example in its help", "[cli]") {
  std::vector<std::string> commands;
  collect("", commands);
  CHECK(commands.size() >= 10);
  for (const std::string& command : commands) {
    const std::string help = help_of(command);
    CAPTURE(command, help);
    CHECK(help.find("--json") != std::string::npos);
    CHECK(help.find("example") != std::string::npos);
    CHECK(help.find("conglang " + command) != std::string::npos);
  }
}
