#pragma once
// One command of the tool. Each lives in a file of its own, command_<name>.cpp, and is reached through the
// one function that commands.h declares for it; main declares them all, parses, and runs the one that was
// asked for.

#include <CLI/CLI.hpp>

#include "content/base/result.h"

namespace conglang::cli {

class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  /// Adds the subcommand and its options, bound to members of this, to `tool`.
  virtual CLI::App* declare(CLI::App& tool) = 0;

  /// Runs it with the options parsed. What it has to say goes to standard output; an error is printed by
  /// main, which then ends with a status of its own (main.cpp).
  virtual Result<void> run() = 0;
};

}  // namespace conglang::cli
