#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "content/base/file.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "content/publish/board/usage_page.h"
#include "kiosk/picture/assets.h"

namespace conglang::cli {
namespace {

constexpr std::uintmax_t kMaxUsageBytes = 16UL * 1024 * 1024;

class UsageReportCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "usage-report", "In số liệu sử dụng của một tháng thành một trang PDF / a month's usage on one page");
    command->add_option("usage", in_, "Tệp JSON của máy chủ (GET /api/usage) / what the server answered")
        ->required();
    command->add_option("--out", out_, "Tệp PDF để ghi / where to write")->required();
    command->add_option("--name", name_, "Tên xã ghi trên trang / the commune's name");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer(
        "Ví dụ / example: conglang usage-report thang-11.json --out thang-11.pdf --name \"Xã Đan Phượng\"");
    return command;
  }

  Result<void> run() override {
    TRY(const std::string bytes, read_file(in_, kMaxUsageBytes));
    auto report = board::read_usage(bytes);
    if (!report) return with_context(report.error(), in_.string());
    if (!name_.empty()) report->where = name_;
    TRY(const std::filesystem::path assets, picture::find_assets());
    TRY(const std::string pdf, board::make_usage_page(*report, assets));
    TRY_VOID(write_file_atomically(out_, pdf));
    if (json_) print_line({{"out", out_.string()}, {"bytes", pdf.size()}});
    return {};
  }

 private:
  std::filesystem::path in_;
  std::filesystem::path out_;
  std::string name_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_usage_report_command() {
  return std::make_unique<UsageReportCommand>();
}

}  // namespace conglang::cli
