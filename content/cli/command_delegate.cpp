#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "sync/repository/delegate.h"

namespace conglang::cli {
namespace {

constexpr std::uintmax_t kMaxDelegationBytes = 256UL * 1024;

// What the desk hands to the operator: {"commune", "threshold", "keys": [key objects]}. Named on the command
// line too, so that one commune's keys never come to sign for another by a mixed-up file.
Result<repository::Delegation> read_delegation(const std::filesystem::path& path, const std::string& name) {
  TRY(const std::string bytes, read_file(path, kMaxDelegationBytes));
  const auto document = nlohmann::json::parse(bytes, nullptr, false);
  const bool is_whole = document.is_object() && document.contains("commune") &&
                        document["commune"].is_string() && document.contains("threshold") &&
                        document["threshold"].is_number_integer() && document.contains("keys") &&
                        document["keys"].is_array();
  if (!is_whole) {
    return fail(Errc::parse,
                "{}: không phải tệp giao quyền của bàn làm việc / not the desk's delegation file",
                path.string());
  }
  if (document["commune"] != name) {
    return fail(Errc::bad_usage, "{}: của xã {}, không phải {} / of another commune", path.string(),
                document["commune"].get<std::string>(), name);
  }
  repository::Delegation delegation{name, {}, document["threshold"].get<std::int64_t>()};
  for (const auto& object : document["keys"]) {
    auto key = tuf::PublicKey::parse(object);
    if (!key) return with_context(std::move(key).error(), path.string());
    delegation.keys.push_back(std::move(*key));
  }
  return delegation;
}

class DelegateCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("delegate", "Giao quyền ký cho một xã / says whose keys sign for a commune");
    command
        ->add_option("COMMUNE", delegation_.name,
                     "Mã xã, hoặc emergency, communes / a commune's code, or one of these")
        ->required();
    auto* keys = command->add_option(
        "--key", keys_,
        "Tệp khóa công khai; mọi khóa từ nay / every key from now on, as `conglang keys new` wrote");
    auto* threshold = command->add_option("--threshold", delegation_.threshold,
                                          "Số chữ ký cần / how many of them must sign (1)");
    command
        ->add_option("--from", from_,
                     "Tệp của bàn làm việc, có đủ khóa và số chữ ký / the desk's file, in place of these two")
        ->excludes(keys)
        ->excludes(threshold);
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang delegate 09784 --key a.pub.json --key b.pub.json --key c.pub.json --threshold 2 --repo "
        "kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    TRY_VOID(read_keys());
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
  Result<void> read_keys() {
    if (!from_.empty()) {
      TRY(delegation_, read_delegation(from_, delegation_.name));
    }
    for (const auto& path : keys_) {
      TRY(tuf::PublicKey key, read_public_key(path));
      delegation_.keys.push_back(std::move(key));
    }
    if (delegation_.keys.empty())
      return fail(Errc::bad_usage,
                  "cần --key TỆP hoặc --from TỆP / say whose keys: --key FILE or --from FILE");
    return {};
  }

  repository::Delegation delegation_;
  std::filesystem::path from_;
  std::vector<std::filesystem::path> keys_;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_delegate_command() {
  return std::make_unique<DelegateCommand>();
}

}  // namespace conglang::cli
