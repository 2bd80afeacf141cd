#pragma once
// Somebody who touches whatever the screen draws, on the real content, with a machine behind it that answers
// what is asked of it. What can be touched is read from the frame itself, so that a new page is walked
// through without a word about it here.

#include <map>
#include <random>
#include <set>
#include <string>

#include "kiosk/model/strings.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"
#include "tests/support/headless_screen.h"

namespace conglang::soak {

class Visitor {
 public:
  Visitor(unsigned seed, guide::Content content, kiosk::Strings strings);

  /// One touch, or a while without one.
  void act();

  /// Every kind of page and overlay that was drawn.
  const std::map<std::string, long>& seen() const { return seen_; }

  const kiosk::State& state() const { return state_; }

 private:
  guide::Content arriving_content();
  void show_again();
  void look();
  void touch_something();
  std::string choose_target(const kiosk::View& view);
  void apply(const kiosk::Action& action);
  void answer(const kiosk::Effect& effect);
  void let_time_pass(std::chrono::seconds time);
  void hold_corner();
  bool one_in(int n) { return std::uniform_int_distribution<int>(1, n)(random_) == 1; }

  std::mt19937 random_;
  guide::Content content_;
  kiosk::Strings strings_;
  testing::HeadlessScreen screen_;
  kiosk::State state_;
  int orders_ = 0;  ///< of the emergency role
  std::map<std::string, long> seen_;
  std::map<std::string, long> touched_;  ///< how often each target of each kind of page was
};

/// The names of all pages and overlays that there are.
std::set<std::string> all_kinds();

}  // namespace conglang::soak
