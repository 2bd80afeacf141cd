#include "kiosk/platform/staff_desk.h"

#include <spdlog/spdlog.h>

#include "kiosk/machine/machine_status.h"
#include "kiosk/machine/outbox.h"
#include "kiosk/machine/pin.h"
#include "kiosk/machine/settings_file.h"

namespace conglang::platform {
namespace {

using kiosk::DoorAnswer;
using kiosk::DoorAnswered;
using kiosk::StaffNote;
using kiosk::StaffNoted;
using kiosk::StaffReport;

DoorAnswer answer_of(machine::PinVerdict verdict) {
  switch (verdict) {
    case machine::PinVerdict::right:
      return DoorAnswer::right;
    case machine::PinVerdict::wrong:
      return DoorAnswer::wrong;
    case machine::PinVerdict::too_soon:
      return DoorAnswer::too_soon;
    case machine::PinVerdict::unset:
      return DoorAnswer::unset;
  }
  return DoorAnswer::wrong;
}

// Nothing when it is done, else the note that says that it is not.
std::optional<StaffReport> said(const Result<void>& done, StaffNote failed) {
  if (done) return std::nullopt;
  spdlog::error("{}", done.error().message);
  return StaffNoted{failed, {}};
}

}  // namespace

/// One overload an effect.
struct StaffDesk::Doer {
  StaffDesk& desk;

  std::optional<StaffReport> operator()(const kiosk::AskDoor&) const {
    const bool set = machine::has_pin(desk.surroundings_.data);
    return answered(set ? DoorAnswer::none : DoorAnswer::unset);
  }

  std::optional<StaffReport> operator()(const kiosk::CheckPin& effect) const {
    const auto verdict = desk.guard_.try_pin(effect.digits, machine::running_time());
    if (verdict && *verdict == machine::PinVerdict::wrong) spdlog::warn("a wrong staff PIN was entered");
    if (!verdict) spdlog::error("{}", verdict.error().message);
    return answered(verdict ? answer_of(*verdict) : DoorAnswer::broken);
  }

  std::optional<StaffReport> operator()(const kiosk::ReadStatus&) const {
    const machine::DiagnosisFacts facts = desk.surroundings_.facts();
    auto status = machine::read_status(desk.surroundings_.data, facts.generation);
    status.panel_is_small = !facts.panel_is_large_enough;
    return kiosk::StatusRead{std::move(status)};
  }

  std::optional<StaffReport> operator()(const kiosk::FindSticks&) const {
    return kiosk::SticksFound{machine::find_sticks(desk.surroundings_.media)};
  }

  std::optional<StaffReport> operator()(const kiosk::RequestOfAgent& effect) const {
    return said(machine::put_request(desk.surroundings_.data, effect), StaffNote::request_failed);
  }

  std::optional<StaffReport> operator()(const kiosk::KeepSettings& effect) const {
    return said(machine::write_settings(desk.surroundings_.data, effect.settings),
                StaffNote::settings_failed);
  }

  std::optional<StaffReport> operator()(const kiosk::WriteDiagnosis&) const {
    const auto written = machine::write_diagnosis(desk.surroundings_.data, desk.surroundings_.media,
                                                  desk.surroundings_.facts());
    if (written) return StaffNoted{StaffNote::diagnosis_written, written->string()};
    spdlog::error("{}", written.error().message);
    return StaffNoted{StaffNote::diagnosis_failed, {}};
  }

  std::optional<StaffReport> operator()(const kiosk::RestartProgram&) const {
    desk.surroundings_.restart();
    return std::nullopt;
  }

 private:
  DoorAnswered answered(DoorAnswer answer) const {
    const auto wait = desk.guard_.wait(machine::running_time());
    DoorAnswered report{answer, static_cast<int>(wait.count()), {}};
    if (answer == DoorAnswer::unset) report.set_pin_words = set_pin_words(desk.surroundings_.data);
    return report;
  }
};

StaffDesk::StaffDesk(DeskSurroundings surroundings)
    : surroundings_(std::move(surroundings)), guard_(surroundings_.data, machine::running_time()) {}

std::optional<StaffReport> StaffDesk::carry_out(const kiosk::StaffEffect& effect) {
  return std::visit(Doer{*this}, effect);
}

std::string set_pin_words(const std::filesystem::path& data) {
  return "conglang-kiosk set-pin --data " + data.string();
}

}  // namespace conglang::platform
