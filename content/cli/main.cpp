#include <fmt/format.h>

#include <cstdio>

#include "content/cli/commands.h"

namespace {

constexpr int kFailed = 1;
constexpr int kBadUsage = 2;
constexpr int kTryAgain = 3;

// What the network did not answer is nobody's mistake here: a script may try again tomorrow.
int status_of(const conglang::Error& error) {
  return error.code == conglang::Errc::network ? kTryAgain : kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App tool("Cổng Làng: soạn, kiểm tra và công bố hướng dẫn / writes, checks and publishes guides",
                "conglang");
  tool.set_version_flag("--version", CONGLANG_VERSION);
  tool.require_subcommand(1);
  const auto commands = conglang::cli::all_commands();
  std::vector<CLI::App*> declared;
  for (const auto& command : commands) declared.push_back(command->declare(tool));
  try {
    tool.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tool.exit(error) == 0 ? 0 : kBadUsage;
  }
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (!declared[i]->parsed()) continue;
    if (const auto result = commands[i]->run(); !result) {
      fmt::print(stderr, "conglang {}: {}\n", declared[i]->get_name(), result.error().message);
      return status_of(result.error());
    }
  }
  return 0;
}
