#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "sync/repository/sign.h"

namespace conglang::cli {
namespace {

class SignCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("sign", "Ký thay đổi đang chờ / signs a change that waits for more signatures");
    command->add_option("--role", role_,
                        "Vai trò; không có thì liệt kê / the role, as commune-09784; without it, what waits");
    auto* again = command->add_flag("--again", again_,
                                    "Ký lại bản hiện nay / signs what the role says today once more");
    command->add_flag("--drop", drop_, "Bỏ thay đổi đang chờ / forgets the change that waits")
        ->excludes(again);
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang sign --repo kho --keys khoa\n"
        "  conglang sign --role commune-09784 --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    const repository::Tree tree = options_.tree();
    if (role_.empty()) return list(tree, folder);
    if (drop_) return repository::drop_waiting(tree, role_);
    TRY(const repository::Signed change, again_
                                             ? repository::sign_again(tree, folder, role_, system_now())
                                             : repository::sign_waiting(tree, folder, role_, system_now()));
    print(change);
    return {};
  }

 private:
  Result<void> list(const repository::Tree& tree, const repository::KeyFolder& folder) const {
    TRY(const std::vector<repository::Signed> changes, repository::waiting_changes(tree, folder));
    for (const repository::Signed& change : changes) print(change);
    if (changes.empty() && !options_.json) fmt::print("Không có gì chờ ký / nothing waits\n");
    return {};
  }

  void print(const repository::Signed& change) const {
    if (options_.json) {
      print_line(to_json(change));
    } else {
      print_signed(change);
    }
  }

  std::string role_;
  bool again_ = false;
  bool drop_ = false;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_sign_command() {
  return std::make_unique<SignCommand>();
}

}  // namespace conglang::cli
