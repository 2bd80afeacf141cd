#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/guide/lint/rules.h"
#include "content/publish/bundle_check.h"
#include "content/publish/bundle_folder.h"

namespace conglang::cli {
namespace {

using guide::Finding;
using guide::Severity;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang lint content/starter\n"
    "  conglang lint content/starter --severity warning --today 2027-03-01\n"
    "  conglang lint --rules\n"
    "Mỗi dòng: tệp:dòng: /chỗ: sai gì, sửa thế nào [quy tắc]. Kết thúc với 1 nếu có lỗi.\n"
    "One line a finding: file:line: /place: what and what to do [rule]. Ends with 1 when there are errors.";

void print_json(const nlohmann::ordered_json& value) {
  fmt::print("{}\n", value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void print_rule(const guide::Rule& rule, bool json) {
  if (json) {
    print_json(
        {{"rule", rule.id}, {"severity", severity_name(rule.severity)}, {"vi", rule.vi}, {"en", rule.en}});
  } else {
    fmt::print("{:<22} {:<8} {}\n{:<31} {}\n", rule.id, severity_name(rule.severity), rule.vi, "", rule.en);
  }
}

void print_finding(const Finding& finding, bool json) {
  if (json) {
    print_json({{"rule", finding.rule},
                {"severity", severity_name(finding.severity)},
                {"path", finding.path},
                {"line", finding.line},
                {"pointer", finding.pointer},
                {"message", finding.message}});
  } else {
    fmt::print("{}\n", to_line(finding));
  }
}

class LintCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "lint", "Soát lỗi các bài hướng dẫn / says what is wrong, stale, private or hard to read");
    command->add_option("dir", source_, "Thư mục có national/ và communes/ / folder of the guides");
    command->add_flag("--json", json_, "Mỗi dòng một đối tượng JSON / one JSON object a line");
    command->add_option("--today", today_,
                        "Coi như hôm nay là NĂM-THÁNG-NGÀY / the day to judge by, YYYY-MM-DD");
    command
        ->add_option("--severity", severity_,
                     "Chỉ in từ mức này: error, warning, note / the least severity to print")
        ->check(CLI::IsMember({"error", "warning", "note"}));
    command->add_flag("--rules", rules_, "In mọi quy tắc / lists every rule");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    if (rules_) {
      for (const guide::Rule& rule : guide::all_rules()) print_rule(rule, json_);
      return {};
    }
    if (source_.empty()) {
      return fail(Errc::bad_usage, "cho biết thư mục hướng dẫn, như: conglang lint content/starter");
    }
    TRY(const Date today, day());
    TRY(const guide::Files source, publish::read_source(source_));
    Progress progress(source.size(), "Soát / checking");
    const publish::Checked checked = publish::check_bundle(source, today, [&progress] { progress.step(); });
    for (const Finding& finding : checked.findings) {
      if (finding.severity <= least()) print_finding(finding, json_);
    }
    return verdict(checked);
  }

 private:
  Result<Date> day() const {
    if (today_.empty()) return local_date(system_now());
    const auto day = parse_date(today_);
    if (!day) return fail(Errc::bad_usage, "--today {}: cần một ngày có thật, dạng 2026-11-24", today_);
    return *day;
  }

  Severity least() const {
    if (severity_ == "error") return Severity::error;
    return severity_ == "warning" ? Severity::warning : Severity::note;
  }

  // Totals go to standard error: standard output holds findings alone.
  Result<void> verdict(const publish::Checked& checked) const {
    const std::size_t errors = checked.count(Severity::error);
    const std::string totals =
        fmt::format("{0} lỗi, {1} cảnh báo, {2} ghi chú / {0} errors, {1} warnings, {2} notes", errors,
                    checked.count(Severity::warning), checked.count(Severity::note));
    if (errors > 0) return fail(Errc::invalid, "{}", totals);
    fmt::print(stderr, "{}\n", totals);
    return {};
  }

  std::string source_;
  std::string today_;
  std::string severity_ = "note";
  bool json_ = false;
  bool rules_ = false;
};

}  // namespace

std::unique_ptr<Command> make_lint_command() {
  return std::make_unique<LintCommand>();
}

}  // namespace conglang::cli
