#pragma once
// What can happen to the kiosk: a person's touches, new content, time passing. Plain values. Every action of
// a person counts as a sign of life; an action that does not fit the page shown changes nothing else.

#include <optional>
#include <string>
#include <variant>

#include "content/guide/content.h"

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
struct TurnPage {
  int turns = 1;  ///< how many screenfuls the page has; after the last comes the first
};
struct Back {};
struct Home {};  ///< to the home page; language, text size and theme stay
struct Done {};  ///< the visit ends: everything of it is wiped
struct NextLanguage {};
struct SetLanguage {
  std::string language;  ///< one of Settings::languages
};
struct ToggleTextSize {};
struct ToggleTheme {};
struct ShowNewText {};    ///< the "vừa cập nhật" bar was touched
struct DismissNotice {};  ///< the sentence about a withdrawn guide was read
struct Touched {};        ///< a touch on nothing in particular, or "I am still reading"

/// The model has no other clock: `now` is UTC. Sent before every action of a person and at next_deadline().
struct Tick {
  Instant now{};
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

using Action =
    std::variant<OpenTopic, OpenGuide, ChooseCase, OpenSteps, OpenCode, TogglePaper, ToggleRare, TurnPage,
                 Back, Home, Done, NextLanguage, SetLanguage, ToggleTextSize, ToggleTheme, ShowNewText,
                 DismissNotice, Touched, Tick, ContentArrived, ContentUnavailable>;

}  // namespace conglang::kiosk
