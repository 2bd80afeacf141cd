#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "content/base/file.h"
#include "content/cli/checked_source.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/database/guide_database.h"
#include "content/publish/bundle_folder.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path relative =
      fs::weakly_canonical(path, error).lexically_relative(fs::weakly_canonical(folder, error));
  return !relative.empty() && *relative.begin() != "..";
}

// The database of one commune's kiosk, turned into place when it is whole.
Result<void> build_database(const guide::Assembled& assembled, const std::string& commune,
                            const fs::path& out) {
  const fs::path staged = out / "guides.db.new";
  std::error_code error;
  fs::remove(staged, error);  // of a build that was cut off
  TRY_VOID(database::build(staged, assembled.content, {commune, 0, ""}, assembled.media));
  fs::rename(staged, out / "guides.db", error);
  if (error) return fail(Errc::io, "{}: {}", (out / "guides.db").string(), error.message());
  return sync_folder(out);
}

class BuildCommand : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "build", "Kiểm tra các bài hướng dẫn và làm gói / checks the guides and makes the bundle");
    command->add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides")
        ->required();
    command->add_option("--out", out_, "Thư mục để ghi bundle/ và guides.db / where to write")->required();
    command->add_option("--commune", commune_,
                        "Mã xã cho guides.db; mặc định là xã duy nhất trong thư mục / commune for guides.db");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer("Ví dụ / example: conglang build content/starter --out out --commune 09784");
    return command;
  }

  Result<void> run() override {
    if (is_below(out_, source_)) {
      return fail(Errc::bad_usage, "{}: --out phải nằm ngoài thư mục hướng dẫn", out_);
    }
    TRY(const publish::Checked checked, check_source(source_, local_date(system_now())));
    TRY_VOID(choose_commune(checked.communes));
    TRY(const guide::Assembled assembled, guide::assemble(checked.files, commune_));
    TRY_VOID(make_folders(out_));
    TRY_VOID(publish::write_bundle(checked.files, out_));
    TRY_VOID(build_database(assembled, commune_, out_));
    if (json_) {
      print_json(checked);
    } else {
      report(checked);
    }
    return {};
  }

 private:
  Result<void> choose_commune(const std::vector<std::string>& communes) {
    if (commune_.empty()) {
      if (communes.size() == 1) commune_ = communes.front();
      return {};
    }
    for (const std::string& code : communes) {
      if (code == commune_) return {};
    }
    return fail(Errc::not_found, "không có thư mục communes/{} trong {}", commune_, source_);
  }

  void print_json(const publish::Checked& checked) const {
    const nlohmann::ordered_json object = {{"guides", checked.guides},
                                           {"patches", checked.patches},
                                           {"places", checked.places},
                                           {"files", checked.files.size()},
                                           {"warnings", checked.count(guide::Severity::warning)},
                                           {"bundle", (fs::path(out_) / "bundle").string()},
                                           {"database", (fs::path(out_) / "guides.db").string()},
                                           {"commune", commune_}};
    fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }

  void report(const publish::Checked& checked) const {
    fmt::print(
        "Đã kiểm tra {0} bài, {1} tệp bổ sung của xã, {2} nhà văn hóa: không có lỗi.\n"
        "Checked {0} guides, {1} patches, {2} places: no problems.\n",
        checked.guides, checked.patches, checked.places);
    if (const std::size_t warnings = checked.count(guide::Severity::warning); warnings > 0) {
      fmt::print("{0} cảnh báo; xem bằng: conglang lint {1} / {0} warnings, see: conglang lint {1}\n",
                 warnings, source_);
    }
    fmt::print("{}: {} tệp / files\n", (fs::path(out_) / "bundle").string(), checked.files.size());
    fmt::print("{}: {}\n", (fs::path(out_) / "guides.db").string(),
               commune_.empty() ? "cả nước / national" : "xã / commune " + commune_);
  }

  std::string source_;
  std::string out_;
  std::string commune_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_build_command() {
  return std::make_unique<BuildCommand>();
}

}  // namespace conglang::cli
