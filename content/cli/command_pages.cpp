#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "content/cli/commands.h"
#include "content/cli/guide_source.h"
#include "content/cli/progress.h"
#include "content/database/guide_database.h"
#include "content/publish/pages/pages.h"
#include "content/publish/replace_folder.h"

namespace conglang::cli {
namespace {

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang pages content/starter --out www --commune 09784\n"
    "  conglang pages --database guides.db --out www --base-url https://huong-dan.example.vn/ --json\n"
    "Mỗi bài thành một trang nhẹ, không cần script, tiếng Việt và tiếng Anh (en/). OUT được thay cả thư mục\n"
    "trong một bước. / Each guide becomes a light page; OUT is replaced whole, in one step.";

class PagesCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "pages", "Làm trang cho điện thoại từ các bài hướng dẫn / makes phone pages of the guides");
    CLI::Option* dir =
        command->add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides");
    command->add_option("--database", database_, "Tệp guides.db, thay cho thư mục / instead of a folder")
        ->excludes(dir);
    command->add_option("--out", out_, "Thư mục để ghi các trang / where to write")->required();
    command->add_option("--commune", commune_, "Mã xã; mặc định là xã duy nhất / commune of a folder");
    command->add_option("--base-url", base_url_, "Địa chỉ sẽ đặt các trang / where the pages will be");
    command->add_option("--date", date_,
                        "Ngày tính hiệu lực; mặc định hôm nay / day to judge by: 2026-11-24");
    command->add_flag("--json", json_, "Mỗi trang một dòng JSON / one JSON line a page");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    publish::Site site;
    site.base_url = base_url_;
    TRY(site.today, day_of(date_));
    TRY(site.content, read());
    Progress progress(0, "Làm trang / pages");
    TRY(const publish::Pages pages, publish::make_pages(site, [&progress] { progress.step(); }));
    TRY_VOID(publish::replace_folder(pages.files, out_, publish::kPageList));
    report(pages);
    return {};
  }

 private:
  Result<guide::Content> read() const {
    if (!source_.empty()) return read_content(source_, commune_);
    if (database_.empty())
      return fail(Errc::bad_usage,
                  "cho biết thư mục hướng dẫn, hoặc --database / name a folder or --database");
    TRY(database::Stored stored, database::load(database_));
    return std::move(stored.content);
  }

  void report(const publish::Pages& pages) const {
    std::size_t heaviest = 0;
    for (const publish::PageInfo& page : pages.pages) {
      heaviest = std::max(heaviest, page.gzip_bytes);
      if (json_) print_json(page);
      if (page.gzip_bytes > publish::kMaxPageGzipBytes)
        fmt::print(stderr, "{}: nặng {} byte khi nén, nên dưới {}; rút gọn bài / heavier than it should be\n",
                   page.path, page.gzip_bytes, publish::kMaxPageGzipBytes);
    }
    if (json_) return;
    fmt::print("{}: {} trang, trang nặng nhất {} byte khi nén / pages, the heaviest by gzip\n", out_,
               pages.pages.size(), heaviest);
  }

  static void print_json(const publish::PageInfo& page) {
    const nlohmann::ordered_json line = {{"path", page.path},
                                         {"language", page.language},
                                         {"guide", page.guide},
                                         {"retired", page.retired},
                                         {"bytes", page.bytes},
                                         {"gzipBytes", page.gzip_bytes},
                                         {"tooHeavy", page.gzip_bytes > publish::kMaxPageGzipBytes}};
    fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  std::string source_;
  std::string database_;
  std::string out_;
  std::string commune_;
  std::string base_url_;
  std::string date_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_pages_command() {
  return std::make_unique<PagesCommand>();
}

}  // namespace conglang::cli
