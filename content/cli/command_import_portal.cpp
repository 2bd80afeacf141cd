#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/cli/command_import.h"
#include "content/cli/draft_folder.h"
#include "content/cli/import_output.h"
#include "content/cli/progress.h"
#include "content/import/catalogue.h"
#include "content/import/compact_catalogue.h"
#include "content/import/gzip.h"
#include "content/import/portal_import.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

// Sixteen times what the whole nation's catalogue takes.
constexpr std::size_t kMaxCatalogueBytes = 64UL * 1024 * 1024;

constexpr const char* kSource = "Cổng Dịch vụ công quốc gia, danh mục thủ tục hành chính";

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang import portal details/*.json --out drafts --captured 2026-07-18\n"
    "  conglang import portal --catalogue catalog.jsonl.gz --captured 2026-07-18 --out drafts \\\n"
    "      --compact national/catalogue.json\n"
    "Mỗi bản ghi thành một bài nháp; mọi trường được kể trong báo cáo: giữ nguyên, đã sửa, cần xem,\n"
    "không dùng, chưa biết. / Each record becomes a draft; the report accounts for every field.";

class ImportPortal final : public Command {
 public:
  CLI::App* declare(CLI::App& import) override {
    CLI::App* portal = import.add_subcommand(
        "portal", "Bản ghi của Cổng Dịch vụ công quốc gia / records of the National Public Service Portal");
    portal->add_option("files", files_, "Tệp JSON, mỗi tệp một thủ tục / one procedure a file");
    portal->add_option("--out", out_, "Thư mục để ghi bài nháp / where to write")->required();
    portal->add_option("--catalogue", catalogue_,
                       "Danh mục, mỗi dòng một thủ tục, cả khi nén .gz / one procedure a line, also .gz");
    portal->add_option("--compact", compact_,
                       "Tệp để ghi danh mục gọn, mặc định catalogue.json trong --out / compact catalogue");
    portal->add_option("--captured", captured_,
                       "Ngày tải từ cổng, NĂM-THÁNG-NGÀY / day of capture, YYYY-MM-DD");
    portal->add_flag("--json", json_, "Báo cáo dạng JSON, mỗi dòng một bản ghi / report as JSON lines");
    portal->add_flag("--overwrite", overwrite_, "Ghi đè bài nháp đã có / replace drafts that are there");
    portal->footer(kExample);
    return portal;
  }

  Result<void> run() override {
    if (files_.empty() && catalogue_.empty()) {
      return fail(Errc::bad_usage, "cho biết tệp cần nhập, hoặc --catalogue / name files or --catalogue");
    }
    if (!compact_.empty() && catalogue_.empty()) {
      return fail(Errc::bad_usage, "--compact cần --catalogue / --compact needs --catalogue");
    }
    if (!captured_.empty()) {
      captured_on_ = parse_date(captured_);
      if (!captured_on_) return fail(Errc::bad_usage, "--captured {}: cần dạng 2026-07-18", captured_);
    }
    ImportOutput output(json_ ? OutputForm::json : OutputForm::text);
    TRY_VOID(import_files(output));
    if (!catalogue_.empty()) TRY_VOID(import_catalogue(output));
    return output.finish();
  }

 private:
  Result<void> import_files(ImportOutput& output) const {
    TRY(DraftFolder folder, DraftFolder::open(out_, overwrite_ ? Existing::overwrite : Existing::keep));
    Progress progress(files_.size());
    for (const std::string& file : files_) {
      if (const auto done = import_file(file, folder, output); !done) output.failed(file, done.error());
      progress.step();
    }
    return {};
  }

  Result<void> import_file(const std::string& file, DraftFolder& folder, ImportOutput& output) const {
    TRY(const std::string bytes, read_file(file, import::kMaxRecordBytes));
    TRY(import::PortalDraft draft, import::import_portal_record(bytes, file, captured_on_));
    TRY(const DraftFolder::Written written, folder.write(std::move(draft.guide), draft.code, file));
    output.imported({file, draft.code, written.id, written.path}, draft.ledger);
    return {};
  }

  Result<void> import_catalogue(ImportOutput& output) const {
    TRY(const std::string bytes, read_catalogue());
    Progress progress(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
    const import::Catalogue catalogue =
        import::import_catalogue(bytes, catalogue_, [&progress] { progress.step(); });
    const std::string full = (fs::path(out_) / "catalogue.jsonl").string();
    const std::string compact = compact_.empty() ? (fs::path(out_) / "catalogue.json").string() : compact_;
    const auto compacted = import::compact_catalogue(catalogue.entries, kSource, captured_on_);
    TRY_VOID(write_file_atomically(full, import::write_catalogue(catalogue.entries)));
    TRY_VOID(write_file_atomically(compact, compacted.bytes));
    for (const auto* problems : {&catalogue.problems, &compacted.problems}) {
      for (const std::string& problem : *problems) output.failed(catalogue_, {Errc::invalid, problem});
    }
    for (const std::string& code : compacted.merged) {
      fmt::print(stderr, "{}: hai thủ tục cùng mã {}, ghi thành một dòng trong {}\n", catalogue_, code,
                 compact);
    }
    output.catalogue(catalogue_, full + ", " + compact, catalogue);
    return {};
  }

  Result<std::string> read_catalogue() const {
    TRY(std::string bytes, read_file(catalogue_, kMaxCatalogueBytes));
    if (!import::is_gzip(bytes)) return bytes;
    return import::unpack_gzip(bytes, kMaxCatalogueBytes, catalogue_);
  }

  std::vector<std::string> files_;
  std::string out_;
  std::string catalogue_;
  std::string compact_;
  std::string captured_;
  std::optional<Date> captured_on_;
  bool json_ = false;
  bool overwrite_ = false;
};

}  // namespace

std::unique_ptr<Command> make_import_portal() {
  return std::make_unique<ImportPortal>();
}

}  // namespace conglang::cli
