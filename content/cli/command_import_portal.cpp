#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/cli/command_import.h"
#include "content/cli/progress.h"
#include "content/guide/guide_json.h"
#include "content/import/catalogue.h"
#include "content/import/import_report.h"
#include "content/import/portal_import.h"
#include "content/import/slug.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxCatalogueBytes = 256UL * 1024 * 1024;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang import portal details/*.json --out drafts --captured 2026-07-18\n"
    "  gunzip -k catalog.jsonl.gz && conglang import portal --catalogue catalog.jsonl --out drafts --json\n"
    "Mỗi bản ghi thành một bài nháp; mọi trường được kể trong báo cáo: giữ nguyên, đã sửa, cần xem,\n"
    "không dùng, chưa biết. / Each record becomes a draft; the report accounts for every field.";

class ImportPortal final : public Command {
 public:
  CLI::App* declare(CLI::App& import) override {
    CLI::App* portal = import.add_subcommand(
        "portal", "Bản ghi của Cổng Dịch vụ công quốc gia / records of the National Public Service Portal");
    portal->add_option("files", files_, "Tệp JSON, mỗi tệp một thủ tục / one procedure a file");
    portal->add_option("--out", out_, "Thư mục để ghi bài nháp / where to write")->required();
    portal->add_option("--catalogue", catalogue_, "Danh mục, mỗi dòng một thủ tục / one procedure a line");
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
    if (!captured_.empty()) {
      captured_on_ = parse_date(captured_);
      if (!captured_on_) return fail(Errc::bad_usage, "--captured {}: cần dạng 2026-07-18", captured_);
    }
    TRY_VOID(make_folders(out_));
    TRY_VOID(take_names());
    Progress progress(files_.size());
    for (const std::string& file : files_) {
      if (const auto done = import_file(file); !done) report_error(file, done.error());
      progress.step();
    }
    if (!catalogue_.empty()) TRY_VOID(import_catalogue());
    print_totals();
    if (failed_ == 0) return {};
    return fail(Errc::invalid, "{0} tệp hoặc dòng không nhập được, phần còn lại đã nhập / {0} not imported",
                failed_);
  }

 private:
  // Drafts that are there keep their names.
  Result<void> take_names() {
    TRY(const std::vector<std::string> there, list_files(out_));
    for (const std::string& name : there) {
      if (!name.ends_with(".json") || name.find('/') != std::string::npos) continue;
      const auto bytes = read_file(fs::path(out_) / name, import::kMaxRecordBytes);
      const auto draft = bytes ? guide::read_guide(*bytes, name) : tl::unexpected<Error>(bytes.error());
      const std::string id = name.substr(0, name.size() - 5);
      const bool has_code = draft && !draft->codes.empty();
      names_.take(id, has_code ? draft->codes.front().code : "");
    }
    return {};
  }

  Result<void> import_file(const std::string& file) {
    TRY(const std::string bytes, read_file(file, import::kMaxRecordBytes));
    TRY(import::PortalDraft draft, import::import_portal_record(bytes, file, captured_on_));
    if (!codes_.insert(draft.code).second) {
      return fail(Errc::conflict, "{}: mã {} đã nhập từ một tệp trước; bỏ bớt một tệp", file, draft.code);
    }
    draft.guide.id = names_.choose(draft.guide.id, draft.code);
    const fs::path path = fs::path(out_) / (draft.guide.id + ".json");
    std::error_code ignored;
    if (!overwrite_ && fs::exists(path, ignored)) {
      return fail(Errc::conflict, "{}: đã có {}; đổi --out, hoặc thêm --overwrite nếu muốn ghi đè", file,
                  path.string());
    }
    TRY(const std::string draft_bytes, import::draft_file(draft.guide));
    TRY_VOID(write_file_atomically(path, draft_bytes));
    const import::ImportedFile imported{file, draft.code, draft.guide.id, path.string()};
    fmt::print("{}", json_ ? import::report_json(imported, draft.ledger)
                           : import::report_text(imported, draft.ledger));
    totals_ += draft.ledger.counts();
    ++imported_;
    return {};
  }

  Result<void> import_catalogue() {
    TRY(const std::string bytes, read_file(catalogue_, kMaxCatalogueBytes));
    if (bytes.starts_with("\x1f\x8b")) {
      return fail(Errc::bad_usage, "{}: tệp đang nén; giải nén trước bằng gunzip -k", catalogue_);
    }
    Progress progress(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
    const import::Catalogue catalogue =
        import::import_catalogue(bytes, catalogue_, [&progress] { progress.step(); });
    const fs::path path = fs::path(out_) / "catalogue.jsonl";
    TRY_VOID(write_file_atomically(path, import::write_catalogue(catalogue.entries)));
    for (const std::string& problem : catalogue.problems) report_error(catalogue_, {Errc::invalid, problem});
    print_catalogue(catalogue, path.string());
    totals_ += catalogue.counts;
    return {};
  }

  void print_catalogue(const import::Catalogue& catalogue, const std::string& path) const {
    if (json_) {
      nlohmann::ordered_json line{{"catalogue", catalogue_},
                                  {"out", path},
                                  {"entries", catalogue.entries.size()},
                                  {"counts", import::counts_json(catalogue.counts)},
                                  {"doubtful", catalogue.doubtful},
                                  {"unknown", catalogue.unknown}};
      fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
      return;
    }
    fmt::print("{} → {}: {} thủ tục ({})\n", catalogue_, path, catalogue.entries.size(),
               import::counts_text(catalogue.counts));
    for (const auto& field : catalogue.doubtful)
      fmt::print("  cần xem {}: {} lần\n", field.first, field.second);
    for (const auto& field : catalogue.unknown)
      fmt::print("  chưa biết {}: {} lần\n", field.first, field.second);
  }

  void report_error(const std::string& file, const Error& error) {
    ++failed_;
    fmt::print(stderr, "{}\n", error.message);
    if (json_) fmt::print("{}", import::error_json(file, error.message));
  }

  void print_totals() const {
    if (json_) {
      nlohmann::ordered_json line;
      line["totals"] = {
          {"imported", imported_}, {"failed", failed_}, {"counts", import::counts_json(totals_)}};
      fmt::print("{}\n", line.dump());
    } else {
      fmt::print("Đã nhập {} tệp, không nhập được {}; các trường: {}\n", imported_, failed_,
                 import::counts_text(totals_));
    }
  }

  std::vector<std::string> files_;
  std::string out_;
  std::string catalogue_;
  std::string captured_;
  std::optional<Date> captured_on_;
  bool json_ = false;
  bool overwrite_ = false;
  import::DraftNames names_;
  std::set<std::string> codes_;  // imported in this run
  import::FateCounts totals_;
  std::size_t imported_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_import_portal() {
  return std::make_unique<ImportPortal>();
}

}  // namespace conglang::cli
