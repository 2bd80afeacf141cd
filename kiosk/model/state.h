#pragma once
// Everything the kiosk knows, as one plain value: the same state always shows the same screen. update.h makes
// the next one, view_of.h what is drawn. Nothing here reads a clock, a file or a device, and nothing about a
// visitor outlives `Visit`, which is made anew when they leave.

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "content/guide/content.h"

namespace conglang::kiosk {

enum class TextSize { normal, largest };
enum class Theme { light, contrast };

/// What does not change while the kiosk runs.
struct Settings {
  std::vector<std::string> languages = {"vi",
                                        "en"};  ///< in the order that the button walks; the first is home
  std::string place;                            ///< id of the Place this kiosk stands in

  bool operator==(const Settings&) const = default;
};

struct HomePage {
  bool operator==(const HomePage&) const = default;
};
struct ListPage {
  std::string topic;  ///< id of a Topic; empty: all guides
  bool operator==(const ListPage&) const = default;
};
struct CasePage {  ///< the question which case it is
  bool operator==(const CasePage&) const = default;
};
struct GuidePage {  ///< summary and papers
  bool operator==(const GuidePage&) const = default;
};
struct StepsPage {  ///< steps, fees with exemptions, where, legal basis
  bool operator==(const StepsPage&) const = default;
};
struct CodePage {  ///< the QR code
  bool operator==(const CodePage&) const = default;
};
using Page = std::variant<HomePage, ListPage, CasePage, GuidePage, StepsPage, CodePage>;

/// A page on the way back, with how far it was turned.
struct Stop {
  Page page;
  int turn = 0;  ///< 0 is the top; counts screenfuls, which only the screen knows

  bool operator==(const Stop&) const = default;
};

/// The guide being read: a copy, so that new content never changes a text under a reader's eyes.
struct Reading {
  guide::Guide guide;
  std::string case_id;             ///< empty: not chosen, or "not sure"; every case is then shown
  std::set<std::string> ticked;    ///< ids of papers at hand (PaperView::id)
  std::set<std::string> unfolded;  ///< ids of the questions opened (RarePapersView::id)

  bool operator==(const Reading&) const = default;
};

/// One person's visit.
struct Visit {
  std::string language;
  TextSize text_size = TextSize::normal;
  Theme theme = Theme::light;
  std::vector<Stop> trail = {Stop{}};  ///< the first is home, the last is shown; never empty
  std::optional<Reading> reading;      ///< present exactly when the trail holds a page of a guide
  guide::Text withdrawn;               ///< title of the guide withdrawn under this reader; empty: none

  bool operator==(const Visit&) const = default;
};

struct State {
  Settings settings;
  Instant now{};      ///< as of the last Tick
  Instant touched{};  ///< the last sign of a person
  std::optional<guide::Content> content;
  std::optional<Instant> published_at;  ///< when the content shown was signed
  std::string unavailable;              ///< why there is no content, for staff; empty: still coming
  Visit visit;

  bool operator==(const State&) const = default;
};

/// The kiosk as it wakes up, before any content.
State initial_state(Settings settings, Instant now);

}  // namespace conglang::kiosk
