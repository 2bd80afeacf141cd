#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/guide/catalogue_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/province.h"
#include "content/publish/bundle_folder.h"
#include "content/publish/new_draft.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kNoticeDays = 7;  // shown for a week when nobody says how long

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang new guide dang-ky-khai-tu --title \"Làm giấy khai tử\" --code 1.000656 --out "
    "content/starter\n"
    "  conglang new notice cat-dien --title \"Cắt điện sáng thứ Bảy\" --text \"Từ 7 giờ đến 11 giờ.\"\n"
    "    --source \"Điện lực Đan Phượng\" --commune 09784 --until 2026-12-05 --out content/starter\n"
    "Tệp đã có thì không ghi đè. Sau đó chạy conglang lint để biết còn phải điền gì.\n"
    "An existing file is never replaced. Then run conglang lint to see what is left to fill in.";

class NewCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("new", "Tạo bài hoặc thông báo nháp / starts a guide or a notice");
    command->require_subcommand(1);
    command->footer(kExample);
    guide_ = command->add_subcommand("guide", "Bài hướng dẫn / a guide");
    guide_->add_option("id", guide_request_.id, "Tên tệp, như khai-sinh / the file's name")->required();
    guide_->add_option("--title", guide_request_.title, "Tên bài / title")->required();
    guide_->add_option("--title-en", guide_request_.title_en, "Tên bài bằng tiếng Anh / English title");
    guide_->add_option("--code", guide_request_.code, "Mã thủ tục, như 1.001193 / procedure code")
        ->required();
    guide_->add_option("--topic", guide_request_.topic,
                       "Chủ đề trong topics.json; mặc định là chủ đề đầu / topic; else the first");
    add_common(*guide_, "Bài riêng của xã này; mặc định là bài chung cả nước / commune; else national");
    notice_ = command->add_subcommand("notice", "Thông báo của xã / a commune's notice");
    notice_->add_option("id", notice_request_.id, "Tên tệp, như cat-dien / the file's name")->required();
    notice_->add_option("--title", notice_request_.title, "Tiêu đề / title")->required();
    notice_->add_option("--text", notice_request_.text, "Nội dung / text")->required();
    notice_->add_option("--source", notice_request_.source, "Ai thông báo / who says so")->required();
    notice_->add_option("--from", from_, "Từ ngày; mặc định hôm nay / first day; else today");
    notice_->add_option("--until", until_, "Đến hết ngày; mặc định sau một tuần / last day; else a week on");
    add_common(*notice_, "Mã xã / the commune's code");
    notice_->get_option("--commune")->required();
    return command;
  }

  Result<void> run() override { return guide_->parsed() ? write_new_guide() : write_new_notice(); }

 private:
  void add_common(CLI::App& command, const char* commune) {
    command.add_option("--commune", commune_, commune);
    command.add_option("--out", out_, "Thư mục có national/ và communes/; mặc định là thư mục này / folder");
    command.add_flag("--json", json_, "In kết quả dạng JSON / result as JSON");
    command.footer(kExample);
  }

  Result<void> write_new_guide() {
    TRY_VOID(choose_topic());
    name_by_catalogue();
    TRY(const guide::Guide draft, publish::new_guide(guide_request_));
    TRY(const fs::path folder, local_folder());
    return write(folder / "guides" / (draft.id + ".json"), write_guide(draft));
  }

  Result<void> write_new_notice() {
    const Date today = local_date(system_now());
    TRY(notice_request_.from, day(from_, "--from", today));
    const Date last{std::chrono::sys_days(notice_request_.from) + std::chrono::days(kNoticeDays)};
    TRY(notice_request_.until, day(until_, "--until", last));
    TRY(const guide::Notice draft, publish::new_notice(notice_request_));
    TRY(const fs::path folder, local_folder());
    return write(folder / "notices" / (draft.id + ".json"), write_notice(draft));
  }

  static Result<Date> day(const std::string& text, const char* option, Date otherwise) {
    if (text.empty()) return otherwise;
    const auto date = parse_date(text);
    if (!date) return fail(Errc::bad_usage, "{} {}: cần một ngày có thật, dạng 2026-11-24", option, text);
    return *date;
  }

  Result<fs::path> local_folder() const {
    if (commune_.empty()) return out_ / "national";
    if (guide::is_area_code(commune_)) return out_ / "communes" / commune_;
    return fail(Errc::bad_usage, "--commune {}: mã xã chỉ gồm chữ số, như 09784", commune_);
  }

  // A guide must stand under a topic that exists.
  Result<void> choose_topic() {
    const fs::path path = out_ / "national/topics.json";
    const auto bytes = read_file(path, publish::kMaxSourceBytes);
    if (!bytes) {
      return fail(Errc::not_found,
                  "{}: không có tệp này; --out phải là thư mục hướng dẫn, có national/ bên trong",
                  path.string());
    }
    TRY(const guide::TopicList topics, guide::read_topics(*bytes, path.string()));
    if (guide_request_.topic.empty()) guide_request_.topic = topics.topics.front().id;
    std::string known;
    for (const guide::Topic& topic : topics.topics) {
      if (topic.id == guide_request_.topic) return {};
      known += (known.empty() ? "" : ", ") + topic.id;
    }
    return fail(Errc::not_found, "--topic {}: không có chủ đề này; hãy chọn một trong: {}",
                guide_request_.topic, known);
  }

  // The catalogue may be missing, or not know the code; lint says so.
  void name_by_catalogue() {
    const fs::path path = out_ / "national/catalogue.json";
    const auto bytes = read_file(path, publish::kMaxCatalogueBytes);
    const auto catalogue =
        bytes ? guide::read_catalogue(*bytes, path.string()) : tl::unexpected<Error>(bytes.error());
    const guide::CatalogueEntry* entry = catalogue ? find_entry(*catalogue, guide_request_.code) : nullptr;
    if (entry != nullptr) guide_request_.official_name = entry->name;
  }

  Result<void> write(const fs::path& path, const std::string& bytes) const {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
      return fail(Errc::conflict, "{}: đã có tệp này; chọn tên khác, hoặc sửa thẳng tệp ấy", path.string());
    }
    TRY_VOID(make_folders(path.parent_path()));
    TRY_VOID(write_file_atomically(path, bytes));
    if (json_) {
      fmt::print("{}\n", nlohmann::json{{"path", path.string()}}.dump());
    } else {
      fmt::print("{}\nTiếp theo / next: conglang lint {}\n", path.string(), out_.string());
    }
    return {};
  }

  CLI::App* guide_ = nullptr;
  CLI::App* notice_ = nullptr;
  publish::GuideRequest guide_request_;
  publish::NoticeRequest notice_request_;
  std::string from_;
  std::string until_;
  std::string commune_;
  fs::path out_ = ".";
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_new_command() {
  return std::make_unique<NewCommand>();
}

}  // namespace conglang::cli
