#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/cli/commands.h"
#include "content/cli/guide_source.h"
#include "content/publish/base_url.h"
#include "content/publish/open_data/open_data.h"

namespace conglang::cli {
namespace {

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang export content/starter --format csv --out huong-dan.csv\n"
    "  conglang export content/starter --format jsonld --out guides.jsonld --base-url "
    "https://huong-dan.example.vn/\n"
    "csv mở được bằng Excel; jsonld theo CPSV-AP 3.2. / csv opens in a spreadsheet; jsonld is CPSV-AP 3.2.";

class ExportCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "export", "Xuất các bài hướng dẫn thành dữ liệu mở / writes the guides as open data");
    command->add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides")
        ->required();
    command->add_option("--format", format_, "jsonld (CPSV-AP 3.2) hoặc / or csv")
        ->required()
        ->check(CLI::IsMember({"jsonld", "csv"}));
    command->add_option("--out", out_, "Tệp để ghi / file to write")->required();
    command->add_option("--commune", commune_, "Mã xã; mặc định là xã duy nhất / commune");
    command->add_option("--base-url", base_url_, "Địa chỉ của các trang / where the phone pages are");
    command->add_option("--date", date_,
                        "Ngày tính hiệu lực; mặc định hôm nay / day to judge by: 2026-11-24");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the outcome as JSON");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    TRY_VOID(publish::check_base_url(base_url_));
    TRY(const Date today, day_of(date_));
    TRY(const guide::Content content, read_content(source_, commune_));
    const publish::OpenData data =
        format_ == "csv" ? publish::to_csv(content, today) : publish::to_cpsv(content, today, base_url_);
    const std::filesystem::path parent = std::filesystem::path(out_).parent_path();
    if (!parent.empty()) TRY_VOID(make_folders(parent));
    TRY_VOID(write_file_atomically(out_, data.bytes));
    report(data);
    return {};
  }

 private:
  void report(const publish::OpenData& data) const {
    if (!json_) {
      fmt::print("{}: {} bài, {} dòng / guides, rows\n", out_, data.guides, data.rows);
      return;
    }
    const nlohmann::ordered_json line = {{"out", out_},
                                         {"format", format_},
                                         {"guides", data.guides},
                                         {"rows", data.rows},
                                         {"bytes", data.bytes.size()}};
    fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  std::string source_;
  std::string format_;
  std::string out_;
  std::string commune_;
  std::string base_url_;
  std::string date_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export_command() {
  return std::make_unique<ExportCommand>();
}

}  // namespace conglang::cli
