#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/passphrase.h"
#include "sync/repository/refresh.h"

namespace conglang::cli {
namespace {

void print_json(const repository::Refreshed& report) {
  nlohmann::ordered_json expiring = nlohmann::ordered_json::array();
  for (const repository::Expiring& role : report.expiring) {
    expiring.push_back({{"role", role.role}, {"expires", format_instant(role.expires)}});
  }
  const nlohmann::ordered_json object = {{"timestamp", report.timestamp},
                                         {"snapshot", report.snapshot},
                                         {"timestampExpires", format_instant(report.timestamp_expires)},
                                         {"expiring", std::move(expiring)}};
  fmt::print("{}\n", object.dump());
}

class RefreshCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "refresh", "Gia hạn kho, chạy mỗi ngày / renews timestamp and snapshot, run daily");
    command->add_option("--repo", repo_, "Thư mục kho / the repository's folder")->required();
    command->add_option("--keys", keys_, "Thư mục khóa / the keys' folder")->required();
    command->add_option("--passphrase-file", passphrase_file_,
                        "Tệp chứa mật khẩu của khóa / file with the keys' passphrase; else KEYS/passphrase");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer("Ví dụ / example: conglang refresh --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    TRY(const std::string passphrase, read_passphrase(passphrase_file_, keys_));
    TRY(const repository::Refreshed report,
        repository::refresh(repository::Tree(repo_), repository::KeyFolder(keys_, passphrase), system_now()));
    if (json_) {
      print_json(report);
      return {};
    }
    fmt::print("timestamp {}, good until {}; snapshot {}\n",
               report.timestamp ? "signed again" : "still fresh", format_instant(report.timestamp_expires),
               report.snapshot ? "signed again" : "still fresh");
    for (const repository::Expiring& role : report.expiring) {
      fmt::print("{} expires on {}: whoever holds its key must sign it again before\n", role.role,
                 format_instant(role.expires));
    }
    return {};
  }

 private:
  std::filesystem::path repo_;
  std::filesystem::path keys_;
  std::filesystem::path passphrase_file_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_refresh_command() {
  return std::make_unique<RefreshCommand>();
}

}  // namespace conglang::cli
