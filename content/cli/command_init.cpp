#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/passphrase.h"
#include "sync/repository/create.h"

namespace conglang::cli {
namespace {

class InitCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("init", "Tạo khóa và kho trống / makes keys and an empty signed repository");
    command->add_option("--repo", repo_, "Thư mục kho, chưa có / the repository's folder, not there yet")
        ->required();
    command->add_option("--keys", keys_, "Thư mục khóa, chưa có / the keys' folder, not there yet")
        ->required();
    command->add_option("--commune", commune_, "Mã xã, năm chữ số / the commune's code, five digits")
        ->required();
    command->add_option(
        "--passphrase-file", passphrase_file_,
        "Tệp chứa mật khẩu của khóa / file with the keys' passphrase; without it one is made");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer("Ví dụ / example: conglang init --repo kho --keys khoa --commune 09784");
    return command;
  }

  Result<void> run() override {
    TRY(const NewPassphrase passphrase, passphrase_for_new_keys(passphrase_file_, keys_));
    const repository::Tree tree(repo_);
    const repository::KeyFolder keys(keys_, passphrase.text);
    TRY_VOID(repository::create_repository(tree, keys, commune_, system_now()));
    if (json_) {
      const nlohmann::ordered_json object = {{"repo", repo_.string()},
                                             {"keys", keys_.string()},
                                             {"root", tree.metadata("1.root.json").string()},
                                             {"passphraseDrawn", passphrase.drawn}};
      fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
      return {};
    }
    fmt::print("Đã tạo kho {} và khóa trong {}\n", repo_.string(), keys_.string());
    fmt::print("Giao tệp này cho từng máy: {}\n", tree.metadata("1.root.json").string());
    if (!passphrase.drawn) return {};
    fmt::print("Mật khẩu ngẫu nhiên của khóa: {}; hãy cất nơi khác và dùng --passphrase-file\n",
               (keys_ / "passphrase").string());
    return {};
  }

 private:
  std::filesystem::path repo_;
  std::filesystem::path keys_;
  std::string commune_;
  std::filesystem::path passphrase_file_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_init_command() {
  return std::make_unique<InitCommand>();
}

}  // namespace conglang::cli
