#pragma once
// The screen at rest: when it rests, what takes its turn on it, and when that changes.

#include <chrono>
#include <optional>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

inline constexpr std::chrono::seconds kAttractHold{10};  ///< how long notices and a picture stand
inline constexpr std::chrono::minutes kShiftHold{5};     ///< how long what never changes stays in its place
inline constexpr std::size_t kAttractNotices = 3;        ///< side by side

/// Nobody is here.
bool is_at_rest(const State& state);

/// A person did `action`: the visit begins, unless they only touched what stands before everything.
void begin_visit(State& state, const Action& action);

/// What takes its turn on the screen at rest.
struct Scene {
  std::vector<const guide::Notice*> notices;   ///< at most kAttractNotices
  const guide::PictureUse* picture = nullptr;  ///< none: the gate
  const guide::Text* caption = nullptr;        ///< of `picture`
};

/// All of them in order; at least one. Needs content.
std::vector<Scene> scenes_of(const State& state);

/// How many times kAttractHold has passed since the last sign of a person.
int turns_at_rest(const State& state);

/// When the next scene, or the next of several urgent notices, comes; nothing when nothing changes.
std::optional<Instant> next_scene_at(const State& state);

/// By how many pixels what never changes is moved now, so that it does not burn into the panel: -3, 0 or 3.
int shift_px(Instant now);

}  // namespace conglang::kiosk
