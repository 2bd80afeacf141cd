#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "sync/repository/delegate.h"

namespace conglang::cli {
namespace {

class DelegateCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("delegate", "Giao quyền ký cho một xã / says whose keys sign for a commune");
    command
        ->add_option("COMMUNE", delegation_.name,
                     "Mã xã, hoặc emergency, communes / a commune's code, or one of these")
        ->required();
    command
        ->add_option(
            "--key", keys_,
            "Tệp khóa công khai; mọi khóa từ nay / every key from now on, as `conglang keys new` wrote")
        ->required();
    command->add_option("--threshold", delegation_.threshold,
                        "Số chữ ký cần / how many of them must sign (1)");
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang delegate 09784 --key a.pub.json --key b.pub.json --key c.pub.json --threshold 2 --repo "
        "kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    for (const auto& path : keys_) {
      TRY(tuf::PublicKey key, read_public_key(path));
      delegation_.keys.push_back(std::move(key));
    }
    TRY(const repository::KeyFolder folder, options_.key_folder());
    TRY(const repository::Delegated done,
        repository::delegate(options_.tree(), folder, delegation_, system_now()));
    if (options_.json) {
      nlohmann::ordered_json object = {{"role", done.role},
                                       {"new", done.is_new},
                                       {"signers", done.signers},
                                       {"threshold", done.threshold}};
      object["timestamp"] = done.timestamp ? nlohmann::ordered_json(*done.timestamp) : nullptr;
      print_line(object);
    } else if (done.timestamp) {
      fmt::print("Đã giao quyền cho {}: {} khóa, cần {} / keys, must sign\n", done.role,
                 delegation_.keys.size(), delegation_.threshold);
    } else {
      fmt::print(
          "Chờ thêm chữ ký của targets ({}/{}) / waits for more of the targets keys: conglang sign --role "
          "targets\n",
          done.signers, done.threshold);
    }
    return {};
  }

 private:
  repository::Delegation delegation_;
  std::vector<std::filesystem::path> keys_;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_delegate_command() {
  return std::make_unique<DelegateCommand>();
}

}  // namespace conglang::cli
