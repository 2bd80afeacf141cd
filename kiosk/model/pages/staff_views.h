#pragma once
// What the staff's pages show. Each thing to touch says what it does.

#include <string>
#include <variant>
#include <vector>

#include "kiosk/model/pages/staff.h"

namespace conglang::kiosk {

struct StaffDoorView {
  std::string title;    ///< "Nhập mã PIN của cán bộ"
  int typed = 0;        ///< digits, to be shown as dots
  std::string note;     ///< why it did not open, how long to wait; may be empty
  bool locked = false;  ///< no key works now
  std::string erase;
  std::string enter;

  bool operator==(const StaffDoorView&) const = default;
};

/// There is no PIN, so the menu stays shut.
struct StaffShutView {
  std::string title;
  std::string text;
  std::string command;

  bool operator==(const StaffShutView&) const = default;
};

struct StaffTileView {
  std::string icon;
  std::string label;
  StaffTouch does;

  bool operator==(const StaffTileView&) const = default;
};

struct StaffStatusView {
  bool good = true;  ///< else it needs somebody's eye
  std::string label;
  std::string text;

  bool operator==(const StaffStatusView&) const = default;
};

struct StaffMenuView {
  std::vector<StaffTileView> tiles;
  std::string status_title;
  std::vector<StaffStatusView> status;
  StaffTileView turn_back;  ///< "Bản trước"
  StaffTileView cover;      ///< "Che màn hình ngay"
  bool covered = false;

  bool operator==(const StaffMenuView&) const = default;
};

struct StaffOptionView {
  std::string label;
  bool chosen = false;
  StaffTouch does;

  bool operator==(const StaffOptionView&) const = default;
};

/// One question: its answers side by side, or one below the other where they are names.
struct StaffGroupView {
  std::string title;  ///< may be empty
  std::vector<StaffOptionView> options;
  bool names = false;

  bool operator==(const StaffGroupView&) const = default;
};

/// Sticks, screen, sound, language, restart.
struct StaffChoicesView {
  std::string text;  ///< a sentence above; may be empty
  std::vector<StaffGroupView> groups;
  std::vector<StaffTileView> buttons;

  bool operator==(const StaffChoicesView&) const = default;
};

struct StaffTouchTestView {
  std::string text;
  int columns = 1;
  int rows = 1;
  std::set<int> touched;  ///< cells, row by row

  bool operator==(const StaffTouchTestView&) const = default;
};

using StaffPageView =
    std::variant<StaffDoorView, StaffShutView, StaffMenuView, StaffChoicesView, StaffTouchTestView>;

/// Over everything else while present.
struct StaffView {
  std::string title;
  std::string context;    ///< the house; may be empty
  std::string leaves_in;  ///< "Tự thoát sau"
  std::string countdown;  ///< "1:48"
  StaffTileView back;     ///< to the menu, or out
  std::string note;       ///< what came of the last request; may be empty
  bool note_is_bad = false;
  StaffPageView page;

  bool operator==(const StaffView&) const = default;
};

/// In place of every page: staff hid them, or the screen cannot show them.
struct CoverView {
  std::string title;
  std::string text;
  std::vector<std::string> lines;  ///< the house, whom to call

  bool operator==(const CoverView&) const = default;
};

}  // namespace conglang::kiosk
