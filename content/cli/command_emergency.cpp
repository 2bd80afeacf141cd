#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "content/base/utf8.h"
#include "content/cli/clock.h"
#include "content/cli/command_group.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "content/guide/emergency_json.h"
#include "sync/repository/emergency.h"
#include "sync/repository/province_roles.h"

namespace conglang::cli {
namespace {

// One file, one screen: nothing else of a bundle is touched.
class EmergencyCommand : public Command {
 protected:
  explicit EmergencyCommand(std::string mode) : mode_(std::move(mode)) {}

  CLI::App* declare_mode(CLI::App& group, const char* name, const char* description,
                         const std::string& example) {
    CLI::App* command = group.add_subcommand(name, description);
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer(
        fmt::format("Ví dụ / example: conglang emergency {} {}--repo kho --keys khoa", name, example));
    return command;
  }

  // `screen`: what the mode adds to the file.
  Result<void> issue(nlohmann::json screen) const {
    const Instant now = system_now();
    screen["mode"] = mode_;
    screen["id"] = "lenh-" + std::to_string(now.time_since_epoch().count());
    screen["issuedAt"] = format_instant(now);
    // What a screen would set aside is not signed.
    TRY(const guide::EmergencyScreen order, guide::read_emergency(screen.dump(), repository::kEmergencyFile));
    TRY(const repository::KeyFolder folder, options_.key_folder());
    TRY(const repository::Published done,
        repository::publish_emergency(options_.tree(), folder, guide::write_emergency(order), now));
    report(done);
    return {};
  }

 private:
  void report(const repository::Published& done) const {
    const bool waits = !done.waiting.empty();
    if (options_.json) {
      print_line({{"mode", mode_}, {"timestamp", done.timestamp}, {"waiting", waits}});
    } else if (waits) {
      fmt::print("Chờ người thứ hai ký / waits for a second person: conglang sign --role emergency\n");
    } else {
      fmt::print("Đã phát lệnh {} tới mọi màn hình / issued, version {}\n", mode_, done.timestamp);
    }
  }

  std::string mode_;
  RepositoryOptions options_;
};

class Blank final : public EmergencyCommand {
 public:
  Blank() : EmergencyCommand("blank") {}
  CLI::App* declare(CLI::App& group) override {
    return declare_mode(group, "blank", "Tắt nội dung trên mọi màn hình / blanks every screen", "");
  }
  Result<void> run() override { return issue(nlohmann::json::object()); }
};

class Lift final : public EmergencyCommand {
 public:
  Lift() : EmergencyCommand("none") {}
  CLI::App* declare(CLI::App& group) override {
    return declare_mode(group, "lift", "Trở lại bình thường / screens show their guides again", "");
  }
  Result<void> run() override { return issue(nlohmann::json::object()); }
};

class Replace final : public EmergencyCommand {
 public:
  Replace() : EmergencyCommand("replace") {}

  CLI::App* declare(CLI::App& group) override {
    CLI::App* command =
        declare_mode(group, "replace", "Thay bằng một thông báo / every screen shows this instead",
                     "--title \"Bão số 5\" --text \"Ở yên trong nhà.\" ");
    command->add_option("--title", title_, "Tiêu đề / title, in Vietnamese")->required();
    command->add_option("--text", text_, "Nội dung / text, in Vietnamese")->required();
    command->add_option("--title-en", title_en_, "Tiêu đề tiếng Anh / title in English");
    command->add_option("--text-en", text_en_, "Nội dung tiếng Anh / text in English");
    return command;
  }

  Result<void> run() override {
    nlohmann::json screen;
    TRY_VOID(put(screen["title"]["vi"], title_));
    TRY_VOID(put(screen["text"]["vi"], text_));
    if (!title_en_.empty()) TRY_VOID(put(screen["title"]["en"], title_en_));
    if (!text_en_.empty()) TRY_VOID(put(screen["text"]["en"], text_en_));
    return issue(std::move(screen));
  }

 private:
  static Result<void> put(nlohmann::json& field, const std::string& words) {
    TRY(field, to_nfc(words));
    return {};
  }

  std::string title_;
  std::string text_;
  std::string title_en_;
  std::string text_en_;
};

}  // namespace

std::unique_ptr<Command> make_emergency_command() {
  Commands commands;
  commands.push_back(std::make_unique<Blank>());
  commands.push_back(std::make_unique<Replace>());
  commands.push_back(std::make_unique<Lift>());
  return make_group(
      "emergency", "Lệnh khẩn cấp cho mọi màn hình / blanks or replaces what all screens show",
      std::move(commands),
      "Ví dụ / example:\n"
      "  conglang emergency replace --title \"Bão số 5\" --text \"Ở yên trong nhà.\" --repo kho --keys khoa\n"
      "  conglang emergency lift --repo kho --keys khoa");
}

}  // namespace conglang::cli
