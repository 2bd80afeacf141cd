#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "sync/repository/verify.h"
#include "sync/tuf/limits.h"

namespace conglang::cli {
namespace {

void print_json(const repository::Verified& report) {
  nlohmann::ordered_json bad = nlohmann::ordered_json::array();
  for (const Error& one : report.bad_targets) bad.push_back(one.message);
  const nlohmann::ordered_json object = {{"files", report.targets}, {"bad", std::move(bad)}};
  fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

class VerifyCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "verify", "Kiểm tra toàn bộ kho / checks every signature and every file of a repository");
    command->add_option("--repo", repo_, "Thư mục kho / the repository's folder")->required();
    command->add_option("--root", root_,
                        "Tệp gốc đã tin, như trên máy / a trusted root; else the repository's first");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer("Ví dụ / example: conglang verify --repo kho --root root.json");
    return command;
  }

  Result<void> run() override {
    const repository::Tree tree(repo_);
    TRY(const std::string root, read_file(root_.empty() ? tree.metadata("1.root.json") : root_,
                                          static_cast<std::uintmax_t>(tuf::kMaxRootBytes)));
    Progress progress(0, "Kiểm tra / verifying");
    TRY(const repository::Verified report,
        repository::verify_tree(tree, root, system_now(), [&progress] { progress.step(); }));
    if (json_) {
      print_json(report);
    } else {
      for (const Error& bad : report.bad_targets) fmt::print("{}\n", bad.message);
    }
    if (!report.bad_targets.empty()) {
      return fail(Errc::bad_hash, "{} of {} files are missing or not what was signed; publish them again",
                  report.bad_targets.size(), report.targets);
    }
    if (!json_) fmt::print("Kho đúng như đã ký: {} tệp\n", report.targets);
    return {};
  }

 private:
  std::filesystem::path repo_;
  std::filesystem::path root_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_verify_command() {
  return std::make_unique<VerifyCommand>();
}

}  // namespace conglang::cli
