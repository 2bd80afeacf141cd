#pragma once
// What can happen to the kiosk: a person's touches, new content, time passing. Plain values. Every action of
// a person counts as a sign of life; an action that does not fit the page shown changes nothing else.

#include <optional>
#include <string>
#include <variant>

#include "content/guide/content.h"
#include "kiosk/model/door.h"
#include "kiosk/model/pages/catalogue.h"
#include "kiosk/model/pages/code.h"
#include "kiosk/model/pages/heritage.h"
#include "kiosk/model/pages/notices.h"
#include "kiosk/model/pages/products.h"
#include "kiosk/model/pages/rate.h"
#include "kiosk/model/pages/search.h"
#include "kiosk/model/pages/staff.h"
#include "kiosk/model/pages/urgent.h"
#include "kiosk/model/pages/zalo.h"

namespace conglang::kiosk {

struct OpenTopic {
  std::string id;  ///< empty: all guides
};
struct OpenGuide {
  std::string id;
};
struct ChooseCase {
  std::string id;  ///< empty: not sure, show every case
};
struct OpenSteps {};
struct OpenCode {};
struct TogglePaper {
  std::string id;  ///< PaperView::id
};
struct ToggleRare {
  std::string id;  ///< RarePapersView::id
};
struct ScrollTo {
  float offset = 0;  ///< where the page has come to rest: Stop::offset
};
struct Back {};
struct Home {};  ///< to the home page; language, text size and theme stay
struct Done {};  ///< the visit ends: everything of it is wiped
struct NextLanguage {};
struct SetLanguage {
  std::string language;  ///< one of Settings::languages
};
struct NextTextSize {};  ///< normal, large, largest, and again
struct ToggleTheme {};
struct ToggleReach {};
struct ToggleMotion {};
struct Listen {};    ///< reads the page aloud, pauses, goes on
struct SayAgain {};  ///< the sentence from its start
struct TogglePace {};
struct Louder {};
struct Quieter {};
struct StopListening {};
struct NameControl {
  std::string name;  ///< the words on the control that the keypad has come to
};
struct ShowNewText {};    ///< the "vừa cập nhật" bar was touched
struct DismissNotice {};  ///< the sentence about a withdrawn guide was read
struct Touched {};        ///< a touch on nothing in particular, or "I am still reading"

/// The model has no other clock: `now` is UTC. Sent before every action of a person and at next_deadline().
struct Tick {
  Instant now{};
  bool clock_known = true;  ///< else `now` is only the earliest that it can be
};

/// Something came to its end, or could not be said.
struct SpeechEnded {
  int saying = 0;     ///< SpeechView::saying; of something older: nothing happens
  bool last = false;  ///< SpeechView::last
};

/// A recording is missing, broken, or no recording.
struct RecordingFailed {
  int saying = 0;    ///< SpeechView::saying
  std::string file;  ///< SpeechView::recording
};

/// A loudspeaker and a voice were found, or lost.
struct SoundMoved {
  bool there = false;
};

/// New verified content is active.
struct ContentArrived {
  guide::Content content;
  std::optional<Instant> published_at;  ///< when it was signed
};

/// There is nothing to show. `reason` is for staff; empty: the first content is still on its way. What is
/// already shown stays.
struct ContentUnavailable {
  std::string reason;
};

using AnyAction =
    std::variant<OpenTopic, OpenGuide, ChooseCase, OpenSteps, OpenCode, TogglePaper, ToggleRare, ScrollTo,
                 Back, Home, Done, NextLanguage, SetLanguage, NextTextSize, ToggleTheme, ToggleReach,
                 ToggleMotion, Listen, SayAgain, TogglePace, Louder, Quieter, StopListening, NameControl,
                 ShowNewText, DismissNotice, Touched, StaffTouch, StaffReport, Tick, SpeechEnded,
                 RecordingFailed, SoundMoved, ContentArrived, ContentUnavailable, OpenDoor, OpenNotice,
                 OpenZaloGroup, ShowCode, NextPart, RateHelped, RateNotHelped, GiveReason, OpenSearch,
                 PressKey, EraseSign, EraseLine, NextInputMethod, NextKeyLayout, SearchResults, OpenCatalogue,
                 OpenProcedure, OpenHeritage, NextPicture, OpenPanorama, TurnPanorama, OpenProduct,
                 OpenPayment, ReadUrgent>;

/// One of AnyAction. It is copied, moved and destroyed in one place (action.cpp): every file that passes one
/// on would otherwise carry that code for all of them.
struct Action : AnyAction {
  using AnyAction::AnyAction;
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();
};

}  // namespace conglang::kiosk
