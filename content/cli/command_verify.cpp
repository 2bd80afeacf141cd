#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "sync/repository/verify.h"
#include "sync/tuf/limits.h"

namespace conglang::cli {
namespace {

class VerifyCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "verify", "Kiểm tra toàn bộ kho / checks every signature and every file of a repository");
    command->add_option("--repo", repo_, "Thư mục kho / the repository's folder")->required();
    command->add_option("--root", root_,
                        "Tệp gốc đã tin, như trên máy / a trusted root; else the repository's first");
    return command;
  }

  Result<void> run() override {
    const repository::Tree tree(repo_);
    TRY(const std::string root, read_file(root_.empty() ? tree.metadata("1.root.json") : root_,
                                          static_cast<std::uintmax_t>(tuf::kMaxRootBytes)));
    TRY(const repository::Verified report, repository::verify_tree(tree, root, system_now()));
    for (const Error& bad : report.bad_targets) fmt::print("{}\n", bad.message);
    if (!report.bad_targets.empty()) {
      return fail(Errc::bad_hash, "{} of {} files are missing or not what was signed; publish them again",
                  report.bad_targets.size(), report.targets);
    }
    fmt::print("Kho đúng như đã ký: {} tệp\n", report.targets);
    return {};
  }

 private:
  std::filesystem::path repo_;
  std::filesystem::path root_;
};

}  // namespace

std::unique_ptr<Command> make_verify_command() {
  return std::make_unique<VerifyCommand>();
}

}  // namespace conglang::cli
