#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>

#include "content/cli/commands.h"
#include "content/cli/link_report.h"
#include "content/cli/progress.h"
#include "content/publish/bundle_folder.h"

namespace conglang::cli {
namespace {

constexpr std::size_t kMostAtOnce = 32;
constexpr std::size_t kMostPerHost = 8;
constexpr int kMostTries = 10;
constexpr double kMostSeconds = 120;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang links check content/starter\n"
    "  conglang links check content/starter --catalogue --per-host 1 --json > links.jsonl\n"
    "Kết thúc với 0: mọi địa chỉ đều tới nơi; 1: có địa chỉ hỏng hoặc bị chặn; 3: chưa trả lời, hôm khác thử "
    "lại.\n"
    "Ends with 0: every link leads where it should; 1: some are broken or refused; 3: some did not answer, "
    "try "
    "again another day.\n"
    "Không bao giờ hỏi máy trong mạng nội bộ, và không qua máy chủ trung gian. / Never asks a machine that "
    "is not "
    "on the public internet, and uses no proxy.";

class LinksCheckCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "check", "Mở thử mọi địa chỉ trong gói hướng dẫn / asks every link of a bundle for its page");
    command->add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides")
        ->required();
    command->add_flag("--json", json_, "Mỗi dòng một địa chỉ, dạng JSON / one link a line, as JSON");
    command->add_flag(
        "--catalogue", catalogue_,
        "Cả mọi thủ tục của danh mục; không có thì chỉ thử một / every procedure of the catalogue "
        "too, of which otherwise one stands for all");
    declare_limits(*command);
    command->add_option(
        "--test-server", options_.stand_in,
        "Chỉ để thử: máy chủ trên máy này thay cho mọi trang / for tests: a server on this machine "
        "that stands in for every host, 127.0.0.1:8443");
    command
        ->add_option("--authorities", options_.authorities_file,
                     "Tệp PEM các nơi cấp chứng thư được tin; mặc định của hệ thống / PEM file of trusted "
                     "authorities; else the system's")
        ->check(CLI::ExistingFile);
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    options_.walk.first_wait = milliseconds(wait_);
    options_.answer_within = milliseconds(timeout_);
    TRY(const guide::Files files, publish::read_source(source_));
    TRY(const links::LinkList list,
        links::list_links(files, catalogue_ ? links::CatalogueLinks::all : links::CatalogueLinks::one));
    TRY(const std::vector<links::Verdict> verdicts, ask(list));
    const CheckedLinks checked{list, verdicts};
    json_ ? print_links_json(checked) : print_links(checked);
    if (list.left_out > 0) {
      fmt::print(stderr,
                 "Chưa thử {0} địa chỉ khác của danh mục, cùng một mẫu: thêm --catalogue. / {0} more of the "
                 "catalogue, by the same template, were not asked: add --catalogue.\n",
                 list.left_out);
    }
    TRY(const std::string totals, sum_up(checked));
    fmt::print(stderr, "{}\n", totals);
    return {};
  }

 private:
  void declare_limits(CLI::App& command) {
    command.add_option("--at-once", options_.at_once, "Số lần mở cùng lúc / visits at once")
        ->check(CLI::Range(std::size_t{1}, kMostAtOnce))
        ->capture_default_str();
    command.add_option("--per-host", options_.per_host, "và với một trang / and to one host")
        ->check(CLI::Range(std::size_t{1}, kMostPerHost))
        ->capture_default_str();
    command.add_option("--tries", options_.walk.max_tries, "Số lần thử một địa chỉ / tries of one address")
        ->check(CLI::Range(1, kMostTries))
        ->capture_default_str();
    command
        .add_option(
            "--wait", wait_,
            "Chờ mấy giây trước lần thử thứ hai, rồi gấp đôi / seconds before the second try, then doubled")
        ->check(CLI::Range(0.0, kMostSeconds))
        ->capture_default_str();
    command.add_option("--timeout", timeout_, "Chờ một trang mấy giây / seconds to wait for a page")
        ->check(CLI::Range(0.1, kMostSeconds))
        ->capture_default_str();
  }

  static std::chrono::milliseconds milliseconds(double seconds) {
    constexpr double kPerSecond = 1000;
    return std::chrono::milliseconds(std::lround(seconds * kPerSecond));
  }

  Result<std::vector<links::Verdict>> ask(const links::LinkList& list) const {
    const client::CurlLibrary library;
    Progress progress(list.links.size(), "Mở thử / asking");
    std::size_t told = 0;
    return links::check_links(library, list, options_, [&](std::size_t done) {
      progress.step(done - told);
      told = done;
    });
  }

  std::string source_;
  links::CheckOptions options_;
  double wait_ = 1;
  double timeout_ = 20;
  bool catalogue_ = false;
  bool json_ = false;
};

class LinksCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand("links", "Địa chỉ mà các mã dẫn tới / where the codes lead");
    command->require_subcommand(1);
    check_.declare(*command);
    command->footer("Ví dụ / example: conglang links check content/starter");
    return command;
  }

  Result<void> run() override { return check_.run(); }

 private:
  LinksCheckCommand check_;
};

}  // namespace

std::unique_ptr<Command> make_links_command() {
  return std::make_unique<LinksCommand>();
}

}  // namespace conglang::cli
