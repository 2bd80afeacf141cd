#include "content/cli/command_group.h"

#include <utility>

namespace conglang::cli {
namespace {

class Group final : public Command {
 public:
  Group(std::string name, std::string description, Commands commands, std::string footer)
      : name_(std::move(name)),
        description_(std::move(description)),
        footer_(std::move(footer)),
        commands_(std::move(commands)) {}

  CLI::App* declare(CLI::App& tool) override {
    CLI::App* group = tool.add_subcommand(name_, description_);
    group->require_subcommand(1);
    for (const auto& command : commands_) declared_.push_back(command->declare(*group));
    group->footer(footer_);
    return group;
  }

  Result<void> run() override {
    for (std::size_t i = 0; i < commands_.size(); ++i) {
      if (declared_[i]->parsed()) return commands_[i]->run();
    }
    return fail(Errc::bad_usage, "cho biết lệnh con / name a subcommand");
  }

 private:
  std::string name_;
  std::string description_;
  std::string footer_;
  Commands commands_;
  std::vector<CLI::App*> declared_;  // beside commands_
};

}  // namespace

std::unique_ptr<Command> make_group(std::string name, std::string description, Commands commands,
                                    std::string footer) {
  return std::make_unique<Group>(std::move(name), std::move(description), std::move(commands),
                                 std::move(footer));
}

}  // namespace conglang::cli
