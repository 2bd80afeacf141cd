#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/passphrase.h"
#include "content/cli/progress.h"
#include "sync/repository/publish.h"

namespace conglang::cli {
namespace {

void print_paths(const char* label, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) fmt::print("  {} {}\n", label, path);
}

void print_report(const repository::Published& report) {
  if (report.nothing()) {
    fmt::print("Không có gì thay đổi: kho vẫn ở phiên bản {}\n", report.timestamp);
    return;
  }
  print_paths("thêm    ", report.added);
  print_paths("sửa     ", report.changed);
  print_paths("bỏ      ", report.removed);
  print_paths("gia hạn ", report.renewed);
  fmt::print("Đã công bố phiên bản {}: thêm {}, sửa {}, bỏ {}\n", report.timestamp, report.added.size(),
             report.changed.size(), report.removed.size());
}

void print_json(const repository::Published& report) {
  const nlohmann::ordered_json object = {{"timestamp", report.timestamp},
                                         {"added", report.added},
                                         {"changed", report.changed},
                                         {"removed", report.removed},
                                         {"renewed", report.renewed}};
  fmt::print("{}\n", object.dump());
}

class PublishCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("publish", "Ký và công bố gói nội dung / signs a built bundle into a repository");
    command->add_option("OUT", out_, "Thư mục mà `conglang build` đã ghi / what `conglang build` wrote")
        ->required();
    command->add_option("--repo", repo_, "Thư mục kho / the repository's folder")->required();
    command->add_option("--keys", keys_, "Thư mục khóa / the keys' folder")->required();
    command->add_option("--passphrase-file", passphrase_file_,
                        "Tệp chứa mật khẩu của khóa / file with the keys' passphrase; else KEYS/passphrase");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer(
        "Ví dụ / example:\n"
        "  conglang build content/starter --out out && conglang publish out --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    const std::filesystem::path bundle = out_ / "bundle";
    if (!std::filesystem::is_directory(bundle)) {
      return fail(Errc::not_found, "{}: không có gói nội dung; hãy chạy `conglang build DIR --out {}` trước",
                  bundle.string(), out_.string());
    }
    TRY(const std::string passphrase, read_passphrase(passphrase_file_, keys_));
    Progress progress(0, "Công bố / publishing");
    TRY(const repository::Published report,
        repository::publish(repository::Tree(repo_), repository::KeyFolder(keys_, passphrase), bundle,
                            system_now(), [&progress] { progress.step(); }));
    if (json_) {
      print_json(report);
    } else {
      print_report(report);
    }
    return {};
  }

 private:
  std::filesystem::path out_;
  std::filesystem::path repo_;
  std::filesystem::path keys_;
  std::filesystem::path passphrase_file_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_publish_command() {
  return std::make_unique<PublishCommand>();
}

}  // namespace conglang::cli
