// import csv, import xlsx: two files of one kind.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

#include "content/base/file.h"
#include "content/cli/command_import.h"
#include "content/cli/draft_folder.h"
#include "content/cli/import_output.h"
#include "content/cli/progress.h"
#include "content/guide/guide_json.h"
#include "content/import/csv_table.h"
#include "content/import/table_import.h"
#include "content/import/table_patch.h"
#include "content/import/table_template.h"
#include "content/import/workbook.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxGuideBytes = 1024UL * 1024;

constexpr const char* kCsvExample =
    "Ví dụ / example:\n"
    "  conglang import csv --template danh-sach.csv\n"
    "  conglang import csv danh-sach.csv --out nhap --national content/starter\n"
    "Mỗi dòng thành một bài nháp, ghi \"cần kiểm tra\" trừ khi có cột nguồn và ngày kiểm tra. Thủ tục mà cả\n"
    "nước đã có bài thì thành phần bổ sung của xã. / Each row becomes a draft, or a patch of a national "
    "guide.";

constexpr const char* kXlsxExample =
    "Ví dụ / example:\n"
    "  conglang import xlsx danh-sach.xlsx --out nhap --sheet \"Cấp xã\" --json\n"
    "Cột như trong tệp mẫu của conglang import csv --template. / Columns as in that template.";

using NationalGuides = std::map<std::string, guide::Guide, std::less<>>;  // by current code

bool is_national_guide(const std::string& path) {
  const bool in_folder = path.starts_with("national/guides/") || path.starts_with("guides/");
  return path.ends_with(".json") && (in_folder || path.find('/') == std::string::npos);
}

Result<NationalGuides> read_national(const std::string& folder) {
  NationalGuides out;
  TRY(const std::vector<std::string> files, list_files(folder));
  for (const std::string& name : files) {
    if (!is_national_guide(name)) continue;
    TRY(const std::string bytes, read_file(fs::path(folder) / name, kMaxGuideBytes));
    auto guide = guide::read_guide(bytes, name);
    if (!guide)
      continue;  // topics.json, links.json and their like; build is where a guide's mistakes are told
    for (const guide::ProcedureCode& code : guide->codes) {
      if (code.role == guide::ProcedureCode::Role::current) out.emplace(code.code, *guide);
    }
  }
  if (!out.empty()) return out;
  return fail(Errc::not_found,
              "--national {}: không có bài hướng dẫn nào ở đó; chỉ thư mục có national/guides", folder);
}

class ImportTable : public Command {
 public:
  Result<void> run() override {
    if (file_.empty() || out_.empty()) {
      return fail(Errc::bad_usage, "cho biết tệp cần nhập và --out / name the file and --out");
    }
    ImportOutput output(json_ ? OutputForm::json : OutputForm::text);
    TRY(const std::string bytes, read_file(file_, import::kMaxTableBytes));
    TRY(const import::Table table, read_table(bytes));
    TRY(import::TableDrafts drafts, import::import_table(table, file_));
    NationalGuides national;
    if (!national_.empty()) {
      TRY(national, read_national(national_));
    }
    for (const std::string& remark : drafts.remarks) output.remark(remark);
    for (const std::string& problem : drafts.problems) output.failed(file_, {Errc::invalid, problem});
    TRY_VOID(write_drafts(drafts, national, output));
    return output.finish();
  }

 protected:
  void declare_common(CLI::App& command) {
    command.add_option("file", file_, "Tệp danh sách / the list");
    command.add_option("--out", out_, "Thư mục để ghi bài nháp / where to write");
    command.add_option(
        "--national", national_,
        "Thư mục có national/guides; --out có guides/ và patches/ / folder of national guides");
    command.add_flag("--json", json_, "Báo cáo dạng JSON, mỗi dòng một bản ghi / report as JSON lines");
    command.add_flag("--overwrite", overwrite_, "Ghi đè tệp đã có / replace files that are there");
  }

  Existing existing() const { return overwrite_ ? Existing::overwrite : Existing::keep; }
  const std::string& file() const { return file_; }

 private:
  virtual Result<import::Table> read_table(const std::string& bytes) const = 0;

  Result<void> write_drafts(import::TableDrafts& drafts, const NationalGuides& national,
                            ImportOutput& output) const {
    const std::string folder = national_.empty() ? out_ : (fs::path(out_) / "guides").string();
    TRY(DraftFolder guides, DraftFolder::open(folder, existing()));
    Progress progress(drafts.drafts.size());
    for (import::RowDraft& row : drafts.drafts) {
      const auto found = national.find(row.code);
      const std::string from = fmt::format("{}:{}", file_, row.row);
      const auto done = found == national.end() ? write_guide(row, from, guides, output)
                                                : write_patch(found->second, row, from, output);
      if (!done) output.failed(from, done.error());
      progress.step();
    }
    return {};
  }

  static Result<void> write_guide(import::RowDraft& row, const std::string& from, DraftFolder& folder,
                                  ImportOutput& output) {
    TRY(const DraftFolder::Written written, folder.write(row.guide, row.code, from));
    output.imported({from, row.code, written.id, written.path}, row.ledger);
    return {};
  }

  Result<void> write_patch(const guide::Guide& national, import::RowDraft& row, const std::string& from,
                           ImportOutput& output) const {
    const std::string patch = import::patch_of_row(national, row);
    const fs::path folder = fs::path(out_) / "patches";
    const std::string path = (folder / (national.id + ".json")).string();
    std::error_code ignored;
    if (!patch.empty()) {
      if (existing() == Existing::keep && fs::exists(path, ignored)) {
        return fail(Errc::conflict, "{}: đã có {}; đổi --out, hoặc thêm --overwrite nếu muốn ghi đè", from,
                    path);
      }
      TRY_VOID(make_folders(folder));
      TRY_VOID(write_file_atomically(path, patch));
    }
    output.imported({from, row.code, national.id, patch.empty() ? "" : path}, row.ledger);
    return {};
  }

  std::string file_;
  std::string out_;
  std::string national_;
  bool json_ = false;
  bool overwrite_ = false;
};

class ImportCsv final : public ImportTable {
 public:
  CLI::App* declare(CLI::App& import) override {
    CLI::App* csv = import.add_subcommand(
        "csv", "Danh sách thủ tục của xã, tệp CSV / a commune's own list of procedures");
    declare_common(*csv);
    csv->add_option("--template", template_, "Ghi tệp CSV mẫu vào đây / write the template that it reads");
    csv->add_option("--separator", separator_, "Dấu ngăn cột của tệp mẫu: ; , hoặc tab / of the template")
        ->check(CLI::IsMember({";", ",", "tab"}));
    csv->footer(kCsvExample);
    return csv;
  }

  Result<void> run() override {
    if (template_.empty()) return ImportTable::run();
    if (!file().empty())
      return fail(Errc::bad_usage, "--template không đi cùng tệp cần nhập / no file with it");
    std::error_code ignored;
    if (existing() == Existing::keep && fs::exists(template_, ignored)) {
      return fail(Errc::conflict, "đã có {}; đổi tên khác, hoặc thêm --overwrite", template_);
    }
    const char separator = separator_ == "tab" ? '\t' : separator_.front();
    TRY_VOID(write_file_atomically(template_, import::table_template(separator)));
    fmt::print("Đã ghi tệp mẫu / template written: {}\n", template_);
    return {};
  }

 private:
  Result<import::Table> read_table(const std::string& bytes) const override {
    return import::read_csv(bytes, file());
  }

  std::string template_;
  std::string separator_ = ";";
};

class ImportXlsx final : public ImportTable {
 public:
  CLI::App* declare(CLI::App& import) override {
    CLI::App* xlsx = import.add_subcommand(
        "xlsx", "Danh sách thủ tục của xã, tệp Excel / a commune's own list of procedures");
    declare_common(*xlsx);
    xlsx->add_option("--sheet", sheet_, "Tên trang tính; mặc định trang đầu / the sheet; the first one");
    xlsx->footer(kXlsxExample);
    return xlsx;
  }

 private:
  Result<import::Table> read_table(const std::string& bytes) const override {
    return import::read_workbook(bytes, file(), sheet_);
  }

  std::string sheet_;
};

}  // namespace

std::unique_ptr<Command> make_import_csv() {
  return std::make_unique<ImportCsv>();
}

std::unique_ptr<Command> make_import_xlsx() {
  return std::make_unique<ImportXlsx>();
}

}  // namespace conglang::cli
