#pragma once
// What a finger does to a page that is longer than its place, between one frame and the next: it pulls the
// page along, lets it run on and come to rest where a block begins. All in reference pixels. Where the page
// rests is not kept here but in the model: this knows only what moves.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/screens/widgets/rect.h"

namespace conglang::screens {

/// running_on: let go, the page runs on and slows down. cut: it goes to its rest at once.
enum class Pace { running_on, cut };

struct Finger {
  float x = 0;
  float y = 0;
  bool down = false;
};

/// Where a page may come to rest.
struct Track {
  float furthest = 0;                        ///< the last offset; the first is 0
  std::function<float(float)> nearest_rest;  ///< of an offset
};

class ScrollMotion {
 public:
  /// Further than this a press is a drag and no tap: 5 mm, more than an unsteady finger moves.
  static constexpr float kSlop = 20;

  /// Once a frame, before anything is drawn. `page`: whatever moved stops when it is another than before.
  /// `seconds`: since the last frame.
  void begin_frame(const std::string& page, const Finger& finger, float seconds, Pace pace);

  struct Place {
    float offset = 0;
    std::optional<float> rest;  ///< the page has just come to rest, here and not where it rested before
  };

  /// Where the part of the page in `viewport` stands in this frame, when it last rested at `resting`. Called
  /// once a frame, where there is something to scroll.
  Place follow(Rect viewport, float resting, const Track& track);

  /// The touch of this frame moves the page or has stopped it: nothing in the viewport is tapped by it.
  bool takes_touch() const { return takes_touch_; }

  /// True once for each sentence that comes to be heard: the page then moves to it, and stays where it is
  /// moved to from there.
  bool is_new(std::string_view sentence) { return std::exchange(heard_, std::string(sentence)) != sentence; }

  /// Neither a finger nor its own run moves the page: it is read as it stands.
  bool is_still() const { return phase_ == Phase::resting || phase_ == Phase::pressed; }

  /// The page moves by itself: another frame is wanted soon, without any input.
  bool is_running() const { return phase_ == Phase::running; }

 private:
  enum class Phase { resting, pressed, dragged, running };
  struct Sample {
    float y = 0;
    float at = 0;  ///< seconds
  };

  void press(float offset);
  void drag(const Track& track);
  Place let_go(float resting, const Track& track);
  Place run(const Track& track);
  float speed() const;

  std::string page_;
  std::string heard_;
  Finger finger_;
  Pace pace_ = Pace::running_on;
  float now_ = 0;      // seconds since the page came up
  float elapsed_ = 0;  // of the last frame
  bool pressed_now_ = false;
  bool released_now_ = false;
  bool takes_touch_ = false;
  bool followed_ = false;  // in this frame

  Phase phase_ = Phase::resting;
  bool stopped_by_touch_ = false;
  float offset_ = 0;       // while not resting
  float drag_from_y_ = 0;  // finger and offset where the drag began
  float drag_from_ = 0;
  std::vector<Sample> samples_;  // of the drag, the newest last
  float run_from_ = 0;
  float run_to_ = 0;
  float run_time_ = 0;
  float slowing_ = 0;
};

}  // namespace conglang::screens
