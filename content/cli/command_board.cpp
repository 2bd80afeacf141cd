#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

#include "content/base/file.h"
#include "content/base/utf8.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/database/guide_database.h"
#include "content/publish/board/board.h"
#include "content/publish/bundle_folder.h"
#include "kiosk/picture/assets.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;
using board::BoardKind;
using board::Orientation;
using board::Paper;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang board wall content/starter --commune 09784 --guides khai-sinh,ket-hon,tam-tru \\\n"
    "      --paper a3 --number 2 --out bang-2.pdf\n"
    "  conglang board leaflet --database guides.db --guides khai-sinh --paper a5 --out khai-sinh.pdf\n"
    "  conglang board stickers content/starter --guides khai-sinh --out nhan.pdf\n"
    "In đúng cỡ 100 %, không co giãn; thử quét từng mã trước khi treo.\n"
    "Print at 100 %, without scaling; try every code before it hangs.";

struct Kind {
  BoardKind kind;
  const char* name;
  const char* about;
};
constexpr Kind kKinds[] = {
    {BoardKind::wall, "wall", "Bảng treo tường, 1 đến 12 mã / wall board of 1 to 12 codes (a3, a4)"},
    {BoardKind::leaflet, "leaflet",
     "Tờ rơi một bài, có ô đánh dấu giấy tờ / leaflet with papers to tick (a4, a5)"},
    {BoardKind::stickers, "stickers", "Tờ nhãn dán / sheet of stickers (a3, a4, a5)"},
};

const char* name_of(qr::Level level) {
  constexpr const char* kNames[] = {"L", "M", "Q", "H"};
  return kNames[static_cast<int>(level)];
}

nlohmann::ordered_json json_of(const board::PlacedCode& code) {
  return {{"guide", code.guide},        {"page", code.page},          {"url", code.url},
          {"host", code.host},          {"version", code.version},    {"level", name_of(code.level)},
          {"moduleMm", code.module_mm}, {"readsAtM", code.reads_at_m}};
}

class BoardCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "board", "Làm bảng mã QR, tờ rơi, nhãn để in / makes QR boards, leaflets and stickers to print");
    command->require_subcommand(1);
    command->footer(kExample);
    for (const Kind& kind : kKinds) declare_kind(*command->add_subcommand(kind.name, kind.about), kind.kind);
    return command;
  }

  Result<void> run() override {
    TRY_VOID(complete_request());
    const Waiting waiting("Vẽ / drawing");
    TRY(const guide::Content content, load_content());
    TRY(const fs::path assets, picture::find_assets());
    TRY(const board::Board board, board::make_board(content, request_, assets));
    TRY_VOID(write_file_atomically(out_, board.pdf));
    for (const std::string& remark : board.remarks) fmt::print(stderr, "Lưu ý: {}\n", remark);
    if (json_) {
      print_json(board);
    } else {
      print_text(board);
    }
    return {};
  }

 private:
  void declare_kind(CLI::App& command, BoardKind kind) {
    command.callback([this, kind] { request_.kind = kind; });
    command.add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides");
    command.add_option("--database", database_, "guides.db thay cho thư mục / guides.db instead of a folder");
    command.add_option("--out", out_, "Tệp PDF để ghi / where to write")->required();
    command
        .add_option(
            "--guides", request_.guides,
            "Mã các bài, cách nhau bằng dấu phẩy; mặc định: các bài hay hỏi / ids, default most asked")
        ->delimiter(',');
    command.add_option("--paper", paper_, "Khổ giấy a3, a4, a5 / paper size")
        ->check(CLI::IsMember({"a3", "a4", "a5"}));
    command.add_option("--orientation", orientation_, "portrait (dọc), landscape (ngang)")
        ->check(CLI::IsMember({"portrait", "landscape"}));
    command.add_option("--commune", commune_, "Mã xã khi đọc từ thư mục; mặc định là xã duy nhất / commune");
    command.add_option("--place", request_.place,
                       "Nhà văn hóa ghi trên đầu bảng / village house in the header");
    command.add_option("--lang", request_.language, "vi hoặc en / language")
        ->check(CLI::IsMember({"vi", "en"}));
    command.add_option("--date", day_, "Ngày in, NĂM-THÁNG-NGÀY; mặc định hôm nay / day of printing");
    command.add_flag("--bleed", request_.bleed,
                     "Thêm 3 mm mỗi bên cho nhà in / 3 mm bleed for a printing house");
    command.add_flag("--json", json_, "Báo kết quả dạng JSON / report as JSON");
    if (kind == BoardKind::wall) {
      command.add_option("--title", request_.title, "Tên bảng / title");
      command.add_option("--number", request_.number, "Số của bảng / number of the board");
    } else if (kind == BoardKind::leaflet) {
      command.add_option("--case", request_.case_id, "Chỉ một trường hợp của bài / one case of the guide");
    } else {
      command.add_option("--copies", request_.copies, "Số nhãn mỗi bài; mặc định đầy tờ / of each guide")
          ->check(CLI::Range(1, 1000));
    }
    command.footer(kExample);
  }

  Result<void> complete_request() {
    if (source_.empty() == database_.empty()) {
      return fail(Errc::bad_usage,
                  "cho biết thư mục hướng dẫn, hoặc --database, một trong hai / a folder or --database");
    }
    const std::string paper = !paper_.empty() ? paper_ : request_.kind == BoardKind::wall ? "a3" : "a4";
    request_.paper = paper == "a3" ? Paper::a3 : paper == "a4" ? Paper::a4 : Paper::a5;
    request_.orientation = orientation_ == "landscape" ? Orientation::landscape : Orientation::portrait;
    TRY(request_.title, to_nfc(request_.title));
    TRY(request_.number, to_nfc(request_.number));
    const std::optional<Date> day = day_.empty() ? local_date(system_now()) : parse_date(day_);
    if (!day) return fail(Errc::bad_usage, "--date {}: cần dạng 2026-11-23", day_);
    request_.day = *day;
    return {};
  }

  Result<guide::Content> load_content() {
    if (!database_.empty()) {
      TRY(database::Stored stored, database::load(database_));
      return std::move(stored.content);
    }
    TRY(const guide::Files files, publish::read_source(source_));
    TRY_VOID(choose_commune(files));
    TRY(guide::Assembled assembled, guide::assemble(files, commune_));
    for (const guide::SetAside& aside : assembled.set_aside) {
      fmt::print(stderr, "Lưu ý: {} không dùng được, in theo bài quốc gia: {}\n", aside.path,
                 aside.error.message);
    }
    return std::move(assembled.content);
  }

  Result<void> choose_commune(const guide::Files& files) {
    std::vector<std::string> communes;
    for (const auto& entry : files) {
      const auto path = guide::parse_bundle_path(entry.first);
      const bool local = path && path->layer == guide::BundlePath::Layer::commune;
      if (local && std::ranges::find(communes, path->code) == communes.end()) communes.push_back(path->code);
    }
    if (commune_.empty() && communes.size() == 1) commune_ = communes.front();
    if (commune_.empty() || std::ranges::find(communes, commune_) != communes.end()) return {};
    return fail(Errc::not_found, "không có thư mục communes/{} trong {}", commune_, source_);
  }

  void print_text(const board::Board& board) const {
    fmt::print("{}: {} trang / pages, {} x {} mm, {} mã / codes\n", out_, board.pages, board.page_mm.width,
               board.page_mm.height, board.codes.size());
    std::vector<std::string> told;  // stickers repeat
    for (const board::PlacedCode& code : board.codes) {
      if (std::ranges::find(told, code.guide) != told.end()) continue;
      told.push_back(code.guide);
      fmt::print("  {}: {}  ({:.2f} mm một ô, quét được từ khoảng {:.1f} m)\n", code.guide, code.url,
                 code.module_mm, code.reads_at_m);
    }
    fmt::print(
        "In đúng cỡ 100 %; thử quét từng mã trước khi treo. / Print at 100 %; try every code first.\n");
  }

  void print_json(const board::Board& board) const {
    nlohmann::ordered_json report{{"out", out_},
                                  {"pages", board.pages},
                                  {"pageMm", {board.page_mm.width, board.page_mm.height}},
                                  {"bleedMm", request_.bleed ? board::kBleedMm : 0.0},
                                  {"updatedOn", format_date(board.updated_on)},
                                  {"titleCapitalMm", board.title_capital_mm},
                                  {"codes", nlohmann::ordered_json::array()},
                                  {"remarks", board.remarks}};
    for (const board::PlacedCode& code : board.codes) report["codes"].push_back(json_of(code));
    fmt::print("{}\n", report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  board::BoardRequest request_;
  std::string source_;
  std::string database_;
  std::string out_;
  std::string commune_;
  std::string paper_;
  std::string orientation_ = "portrait";
  std::string day_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_board_command() {
  return std::make_unique<BoardCommand>();
}

}  // namespace conglang::cli
