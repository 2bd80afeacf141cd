#pragma once
// The keypad's way through a page: a ring around one of the touch targets that the last frame drew, moved by
// arrows to the nearest one in their direction. A finger hides it. Knows nothing about pages: what may be
// touched may be reached.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/widgets/rect.h"

namespace conglang::screens {

/// The keys of a keypad that do something.
enum class Key { left, right, up, down, enter, back };

class Focus {
 public:
  /// An arrow moves the ring, or brings it up; enter presses what it is around in the next frame. `back` is
  /// the caller's.
  void press(Key key);

  /// A finger came: no ring until the next arrow.
  void hide();

  bool is_shown() const { return shown_; }

  /// Of the control within the ring.
  const std::string& id() const { return id_; }

  /// What stands on the control within the ring, line by line; empty without one.
  const std::string& name() const { return name_; }

  // While a frame is drawn, in this order.
  void begin_frame();
  /// Tells of a target. True when it is the one that enter pressed.
  bool meets(std::string_view id, Rect box);
  /// Tells of a text: it names the control that it stands on.
  void reads(std::string_view text, Rect box);
  void end_frame();

  /// False after a frame whose page was a new one: the ring has gone to its first control, and another frame
  /// is needed to name it.
  bool is_settled() const { return settled_; }

  /// Where the ring is to be drawn.
  std::optional<Rect> ring() const;

 private:
  struct Target {
    std::string id;
    Rect box;
  };

  const Target* current() const;
  void start();
  void move(Key key);

  std::vector<Target> targets_;  ///< of the frame being drawn, or of the last
  std::string id_;               ///< of the target within the ring
  Rect box_;                     ///< where it was last
  bool shown_ = false;
  bool entered_ = false;
  bool settled_ = true;
  std::string name_;
  std::string naming_;  ///< `name_` of the frame being drawn
};

}  // namespace conglang::screens
