#include <fmt/format.h>

#include <cstdint>
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

class DelegateCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("delegate", "Giao quyền ký cho một xã / says whose keys sign for a commune");
    command
        ->add_option("COMMUNE", delegation_.name,
                     "Mã xã, hoặc emergency, communes / a commune's code, or one of these")
        ->required();
    command->add_option(
        "--key", keys_,
        "Tệp khóa công khai; mọi khóa từ nay / every key from now on, as `conglang keys new` wrote");
    command->add_option("--file", file_,
                        "Tệp tải từ bàn làm việc: xã, số chữ ký, các khóa / the desk's file: commune, "
                        "threshold, keys");
    command->add_option("--threshold", delegation_.threshold,
                        "Số chữ ký cần / how many of them must sign (1)");
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang delegate 09784 --key a.pub.json --key b.pub.json --key c.pub.json --threshold 2 --repo "
        "kho --keys khoa\n"
        "  conglang delegate 09784 --file giao-quyen-09784.json --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    if (keys_.empty() == file_.empty())
      return fail(Errc::bad_usage, "cần --key hoặc --file, không cả hai / give --key or --file, not both");
    if (!file_.empty()) TRY_VOID(read_file_of_desk());
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
  // What the desk's operator downloads: {"commune": "09784", "threshold": 2, "keys": [key objects]}.
  Result<void> read_file_of_desk() {
    TRY(const std::string bytes, conglang::read_file(file_, kMaxFileBytes));
    const auto document = nlohmann::json::parse(bytes, nullptr, false);
    const bool fits = document.is_object() && document.contains("commune") &&
                      document["commune"].is_string() && document.contains("threshold") &&
                      document["threshold"].is_number_integer() && document.contains("keys") &&
                      document["keys"].is_array();
    if (!fits) return fail(Errc::parse, "{}: không phải tệp giao quyền / not a delegation", file_.string());
    // The wrong file would hand one commune to another's people.
    if (document["commune"] != delegation_.name) {
      return fail(Errc::bad_usage, "{}: tệp này của xã {} / this file is of commune {}", file_.string(),
                  document["commune"].get<std::string>(), document["commune"].get<std::string>());
    }
    delegation_.threshold = document["threshold"].get<std::int64_t>();
    for (const auto& object : document["keys"]) {
      auto key = tuf::PublicKey::parse(object);
      if (!key) return with_context(std::move(key).error(), file_.string());
      delegation_.keys.push_back(std::move(*key));
    }
    return {};
  }

  static constexpr std::uintmax_t kMaxFileBytes = 256UL * 1024;

  repository::Delegation delegation_;
  std::vector<std::filesystem::path> keys_;
  std::filesystem::path file_;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_delegate_command() {
  return std::make_unique<DelegateCommand>();
}

}  // namespace conglang::cli
