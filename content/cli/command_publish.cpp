#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/cli/repository_options.h"
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
  for (const repository::Waiting& one : report.waiting) {
    fmt::print("chờ ký   {}: {}/{} chữ ký / signatures; next: conglang sign --role {}\n", one.role,
               one.signers, one.threshold, one.role);
  }
  fmt::print("Đã công bố phiên bản {}: thêm {}, sửa {}, bỏ {}\n", report.timestamp, report.added.size(),
             report.changed.size(), report.removed.size());
}

std::vector<std::string> waiting_roles(const repository::Published& report) {
  std::vector<std::string> roles;
  for (const repository::Waiting& one : report.waiting) roles.push_back(one.role);
  return roles;
}

void print_json(const repository::Published& report) {
  const nlohmann::ordered_json object = {{"timestamp", report.timestamp}, {"added", report.added},
                                         {"changed", report.changed},     {"removed", report.removed},
                                         {"renewed", report.renewed},     {"waiting", waiting_roles(report)}};
  fmt::print("{}\n", object.dump());
}

class PublishCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("publish", "Ký và công bố gói nội dung / signs a built bundle into a repository");
    command->add_option("OUT", out_,
                        "Thư mục mà `conglang build` đã ghi / what `conglang build` wrote; without it, "
                        "changes that enough have "
                        "signed (`conglang sign`)");
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang build content/starter --out out && conglang publish out --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    const std::filesystem::path bundle = out_ / "bundle";
    if (!out_.empty() && !std::filesystem::is_directory(bundle)) {
      return fail(Errc::not_found, "{}: không có gói nội dung; hãy chạy `conglang build DIR --out {}` trước",
                  bundle.string(), out_.string());
    }
    TRY(const repository::KeyFolder keys, options_.key_folder());
    return out_.empty() ? publish_signed(keys) : publish_bundle(keys, bundle);
  }

 private:
  Result<void> publish_signed(const repository::KeyFolder& keys) const {
    TRY(const std::vector<repository::Signed> changes,
        repository::publish_waiting(options_.tree(), keys, system_now()));
    for (const repository::Signed& change : changes) {
      options_.json ? print_line(to_json(change)) : print_signed(change);
    }
    if (changes.empty() && !options_.json) fmt::print("Không có gì chờ công bố / nothing waits\n");
    return {};
  }

  Result<void> publish_bundle(const repository::KeyFolder& keys, const std::filesystem::path& bundle) const {
    Progress progress(0, "Công bố / publishing");
    TRY(const repository::Published report,
        repository::publish(options_.tree(), keys, bundle, system_now(), [&progress] { progress.step(); }));
    if (options_.json) {
      print_json(report);
    } else {
      print_report(report);
    }
    return {};
  }

  std::filesystem::path out_;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_publish_command() {
  return std::make_unique<PublishCommand>();
}

}  // namespace conglang::cli
