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
#include "kiosk/model/pages/catalogue.h"
#include "kiosk/model/pages/code.h"
#include "kiosk/model/pages/contacts.h"
#include "kiosk/model/pages/help.h"
#include "kiosk/model/pages/heritage.h"
#include "kiosk/model/pages/notices.h"
#include "kiosk/model/pages/products.h"
#include "kiosk/model/pages/rate.h"
#include "kiosk/model/pages/search.h"
#include "kiosk/model/pages/staff.h"
#include "kiosk/model/pages/wifi.h"
#include "kiosk/model/pages/zalo.h"
#include "kiosk/model/speech.h"

namespace conglang::kiosk {

enum class TextSize { normal, large, largest };
enum class Theme { light, contrast };

/// low: on a tall screen every control stands in its lower half, for who sits or cannot lift an arm.
enum class Reach { whole, low };

/// reduced: nothing moves by itself.
enum class Motion { full, reduced };

/// What does not change while the kiosk runs.
struct Settings {
  std::vector<std::string> languages = {"vi",
                                        "en"};  ///< in the order that the button walks; the first is home
  std::string place;                            ///< id of the Place this kiosk stands in
  std::string pages_url = {};                   ///< where our phone pages are, "https://…/"; empty: nowhere
  int loudness = kUsualLoudness;                ///< that visits begin with

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
using Page = std::variant<HomePage, ListPage, CasePage, GuidePage, StepsPage, CodePage, NoticesPage,
                          NoticePage, ContactsPage, WifiPage, ZaloPage, ZaloCodePage, HelpPage, RatePage,
                          SearchPage, CataloguePage, ProcedurePage, ProcedureCodePage, HeritagePage,
                          PanoramaPage, ProductsPage, ProductPage, PaymentPage>;

/// A page on the way back, with how far it was scrolled.
struct Stop {
  Page page;
  float offset = 0;  ///< 0 is the top; in reference pixels of the screen, which alone knows how far it goes

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
  bool begun = false;  ///< somebody is here; else the screen is at rest (attract.h)
  std::string language;
  TextSize text_size = TextSize::normal;
  Theme theme = Theme::light;
  Reach reach = Reach::whole;
  Motion motion = Motion::full;
  std::optional<Speech> speech;  ///< present while a page is read aloud
  Pace pace = Pace::normal;
  int loudness = kUsualLoudness;       ///< 1 to kLoudest
  std::vector<Stop> trail = {Stop{}};  ///< the first is home, the last is shown; never empty
  std::optional<Reading> reading;      ///< present exactly when the trail holds a page of a guide
  Typing typing;
  float urgent_offset = 0;            ///< how far the urgent notice that is shown was scrolled: Stop::offset
  std::set<std::string> read_urgent;  ///< ids of the urgent notices that stand aside
  guide::Text withdrawn;              ///< title of the guide withdrawn under this reader; empty: none

  bool operator==(const Visit&) const = default;
};

struct State {
  Settings settings;
  Instant now{};            ///< as of the last Tick
  bool clock_known = true;  ///< else `now` is the earliest that it can be: no time or date is shown
  Instant touched{};        ///< the last sign of a person
  std::optional<guide::Content> content;
  std::optional<Instant> published_at;      ///< when the content shown was signed
  bool has_sound = false;                   ///< a voice and a loudspeaker are there
  int said = 0;                             ///< how much was begun to be said; see Speech::saying
  std::set<std::string> broken_recordings;  ///< files of `content` that could not be played
  std::string unavailable;                  ///< why there is no content, for staff; empty: still coming
  Visit visit;
  MachineSettings machine;
  std::optional<Instant> corner_since;  ///< a finger holds the staff's corner
  std::optional<Staff> staff;           ///< present while their pages lie over all others

  bool operator==(const State&) const = default;
};

/// The kiosk as it wakes up, before any content.
State initial_state(Settings settings, Instant now);

}  // namespace conglang::kiosk
