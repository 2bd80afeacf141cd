#pragma once
// What a screen draws: plain text already in the visitor's language, booleans and ids to send back in an
// Action. A view decides every word and every doubt; a screen decides only where it stands. Icons are names
// of the icon font (assets/icons.json). A text may hold "\n" where its author broke the line.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/model/door.h"
#include "kiosk/model/pages/attract.h"
#include "kiosk/model/pages/staff_views.h"
#include "kiosk/model/pages/urgent.h"
#include "kiosk/model/speech.h"
#include "kiosk/model/state.h"
#include "kiosk/model/view_parts.h"
#include "kiosk/qr/qr.h"

namespace conglang::kiosk {

struct HeaderView {
  std::string title;
  std::string short_title;   ///< for narrow headers; equal to `title` where there is no shorter one
  std::string context;       ///< second line; may be empty
  std::string clock;         ///< "16:20"
  std::string date;          ///< "Thứ Hai, 23 tháng 11"; home only, else empty
  std::string short_date;    ///< "Thứ Hai 23/11"; home only
  std::string checked;       ///< "Kiểm tra"; on the pages of a guide, where it stands instead of the clock
  std::string checked_on;    ///< "23/11/2026"; empty together with `checked`
  std::string code;          ///< "Mã 1.001193"; on the pages of a guide; may be empty
  bool past_review = false;  ///< `checked` is too long ago: amber instead of green
  std::string sign;          ///< over the gate of the low mode; may be empty
  int shift_px = 0;          ///< how far everything is moved, so that nothing burns into the panel

  bool operator==(const HeaderView&) const = default;
};

struct ButtonView {
  std::string label;  ///< what the press will do
  bool enabled = true;

  bool operator==(const ButtonView&) const = default;
};

/// "Nghe đọc": green while the page is read, when it pauses the reading.
struct ListenView {
  ButtonView button;
  bool reading = false;

  bool operator==(const ListenView&) const = default;
};

struct FooterView {
  ButtonView back;       ///< Back
  ButtonView home;       ///< Home
  ListenView listen;     ///< Listen
  ButtonView text_size;  ///< NextTextSize
  ButtonView theme;      ///< ToggleTheme
  ButtonView reach;      ///< ToggleReach; of use on a tall screen alone, which only the screen knows
  ButtonView motion;     ///< ToggleMotion
  ButtonView language;   ///< NextLanguage; the next language's own name
  ButtonView done;       ///< Done

  bool operator==(const FooterView&) const = default;
};

/// A bar between header and page.
struct BannerView {
  enum class Kind { new_text, withdrawn, untranslated };
  Kind kind = Kind::new_text;  ///< new_text: a touch sends ShowNewText; withdrawn: DismissNotice
  Tone tone = Tone::neutral;
  std::string text;
  std::string button;  ///< "Xem bản mới", "Đã hiểu"; empty: the bar only tells

  bool operator==(const BannerView&) const = default;
};

/// The bar above the footer while the page is read aloud.
struct ReaderView {
  ButtonView again;    ///< SayAgain
  ButtonView pace;     ///< TogglePace
  ButtonView quieter;  ///< Quieter
  ButtonView louder;   ///< Louder
  ButtonView stop;     ///< StopListening
  std::string lit;     ///< the sentence heard, as it stands on the screen

  bool operator==(const ReaderView&) const = default;
};

struct ChromeView {
  HeaderView header;
  FooterView footer;
  std::optional<BannerView> banner;
  std::optional<ReaderView> reader;
  TextSize text_size = TextSize::normal;
  Theme theme = Theme::light;
  Reach reach = Reach::whole;
  Motion motion = Motion::full;
  Pattern turn_page;   ///< "Xem tiếp {n}/{of}"
  std::string to_top;  ///< "Về đầu trang", on the last page of several
  float offset = 0;    ///< Stop::offset of the page shown; a screen that does not go so far shows its end

  bool operator==(const ChromeView&) const = default;
};

/// Before the first content.
struct WaitingView {
  std::string title;
  std::string text;
  std::string detail;  ///< for staff, small; may be empty

  bool operator==(const WaitingView&) const = default;
};

struct TileView {
  std::string topic;  ///< for OpenTopic
  std::string icon;
  std::string label;  ///< may hold one "\n"

  bool operator==(const TileView&) const = default;
};

struct LinkView {
  std::string guide;  ///< for OpenGuide
  std::string title;

  bool operator==(const LinkView&) const = default;
};

struct HomeView {
  std::string question;         ///< "Bác cần làm việc gì?"
  std::vector<TileView> tiles;  ///< topics that have guides, in order; as many as fit before `all`
  TileView all;                 ///< "Xem tất cả", the last tile: OpenCatalogue
  std::string search_hint;      ///< on the bar that opens search
  std::string most_asked_title;
  std::vector<LinkView> most_asked;
  std::vector<DoorView> doors;
  ChipView freshness;  ///< "Cập nhật lúc 15:10 hôm nay"; text empty when unknown

  bool operator==(const HomeView&) const = default;
};

struct RowView {
  std::string guide;  ///< for OpenGuide
  std::string title;
  std::vector<ChipView> chips;  ///< at most two
  bool past_review = false;     ///< amber border

  bool operator==(const RowView&) const = default;
};

struct ListView {
  std::vector<RowView> rows;
  std::string empty;                     ///< a sentence when there are no rows
  std::vector<IndexLetterView> letters;  ///< the whole alphabet
  std::string search;                    ///< "Tìm": OpenSearch
  Pattern more;                          ///< "Còn {n} việc nữa"

  bool operator==(const ListView&) const = default;
};

struct ChoiceView {
  std::string id;  ///< for ChooseCase; empty: not sure
  std::string icon;
  std::string label;
  std::string note;  ///< may be empty

  bool operator==(const ChoiceView&) const = default;
};

struct CaseView {
  std::string question;
  std::string hint;                 ///< may be empty
  std::vector<ChoiceView> choices;  ///< "not sure" is the last

  bool operator==(const CaseView&) const = default;
};

/// How long, how much, where, what you get.
struct FactView {
  std::string icon;
  std::string label;   ///< "Lệ phí"
  std::string answer;  ///< "Miễn phí"; when `doubtful` "Cần kiểm tra", to be drawn as the amber chip
  std::string note;    ///< may be empty, may have several lines
  bool doubtful = false;

  bool operator==(const FactView&) const = default;
};

struct PaperView {
  std::string id;  ///< for TogglePaper
  std::string name;
  std::string note;   ///< who issues it, or when it is needed; may be empty
  ChipView handling;  ///< "Nộp 1 bản chính", "Chỉ đưa xem", amber "Cần kiểm tra"
  bool ticked = false;

  bool operator==(const PaperView&) const = default;
};

/// Papers behind a question.
struct RarePapersView {
  std::string id;        ///< for ToggleRare
  std::string question;  ///< "Nhờ người khác đi làm thay?"
  std::string count;     ///< "Thêm 1 giấy"
  bool unfolded = false;
  std::vector<PaperView> papers;  ///< drawn below the question when unfolded

  bool operator==(const RarePapersView&) const = default;
};

struct GuideView {
  std::vector<FactView> facts;          ///< time, fee, where, output; at most these four
  std::optional<ChipView> past_review;  ///< "Có thể đã đổi, hỏi xã trước"
  std::vector<ChipView> remarks;  ///< sentences: amber, local text being checked; neutral, coming changes
  std::string papers_title;       ///< "Giấy tờ mang theo"
  std::string ticked;             ///< "Đã có 2 trên 3"; empty when there are no papers
  std::string ticked_short;       ///< "Có 2 trên 3"
  std::string no_papers;          ///< a sentence when there are none; else empty
  std::vector<PaperView> papers;
  std::vector<RarePapersView> rare;
  std::string steps_button;       ///< OpenSteps
  std::string code_button;        ///< OpenCode: "Quét mã, làm trên điện thoại"
  std::string code_button_short;  ///< "Quét mã bằng điện thoại"
  Pattern more;                   ///< "Còn {n} giấy nữa"

  bool operator==(const GuideView&) const = default;
};

struct ItemView {
  std::string number;  ///< "1"; empty: not counted
  std::string text;
  std::string note;              ///< may be empty
  std::optional<ChipView> chip;  ///< amber, when the item is not certain

  bool operator==(const ItemView&) const = default;
};

struct SectionView {
  std::string icon;
  std::string title;  ///< "Các bước làm", "Lệ phí", "Ai được miễn, giảm", "Nộp ở đâu", "Căn cứ pháp lý"
  std::vector<ItemView> items;

  bool operator==(const SectionView&) const = default;
};

struct StepsView {
  std::vector<SectionView> sections;
  std::string code_button;  ///< OpenCode
  Pattern more;             ///< "Còn {n} mục nữa"

  bool operator==(const StepsView&) const = default;
};

struct QrStepView {
  std::string icon;
  std::string text;

  bool operator==(const QrStepView&) const = default;
};

struct QrView {
  std::optional<qr::Code> code;         ///< absent: show `refused` in its place
  std::string refused;                  ///< why there is no code and what to do; empty when there is one
  std::string host;                     ///< large, under the code; empty without one
  std::string owner;                    ///< "Cổng Dịch vụ công quốc gia"; may be empty
  std::string title;                    ///< "Quét mã này"
  std::vector<QrStepView> steps;        ///< three; none without a code
  ChipView mark;                        ///< "Không phải trang của Nhà nước"; text empty: it is one
  std::string hint;                     ///< "Điện thoại sẽ hỏi đăng nhập VNeID."
  std::string reminder;                 ///< passwords, OTP, transfers
  int parts = 1;                        ///< how many codes the list of papers needs
  std::string next_part;                ///< NextPart: "Mã tiếp theo, 2 trên 3"; empty: there is one code
  std::vector<CodeChoiceView> choices;  ///< the codes that may be shown in the place of this one

  bool operator==(const QrView&) const = default;
};

/// Over everything else while present. "Still reading" sends Touched, "finished" sends Done.
struct IdleView {
  std::string title;
  std::string text;
  int seconds_left = 0;  ///< 30 to 1
  std::string unit;      ///< "giây"
  std::string stay;
  std::string leave;

  bool operator==(const IdleView&) const = default;
};

using AnyBodyView =
    std::variant<WaitingView, HomeView, ListView, CaseView, GuideView, StepsView, QrView, NoticesView,
                 NoticeView, ContactsView, WifiView, ZaloView, HelpView, RateView, SearchView, SectorsView,
                 EntriesView, ProcedureView, AttractView, UrgentView, EmergencyView, HeritageView,
                 PanoramaView, ProductsView, ProductView, PaymentView>;

/// One of AnyBodyView. Copied, moved, compared and destroyed in one place, as Action is.
struct BodyView : AnyBodyView {
  using AnyBodyView::AnyBodyView;
  BodyView(const BodyView& other);
  BodyView(BodyView&& other) noexcept;
  BodyView& operator=(const BodyView& other);
  BodyView& operator=(BodyView&& other) noexcept;
  ~BodyView();
  bool operator==(const BodyView& other) const;
};

/// True for what takes the whole screen, without header and footer.
bool is_whole(const BodyView& body);

struct View {
  ChromeView chrome;
  BodyView body;
  std::optional<IdleView> idle;
  std::optional<SpeechView> speech;
  std::optional<CoverView> cover;  ///< over all but the staff's pages
  std::optional<StaffView> staff;  ///< over everything
  bool corner_held = false;        ///< a finger is known to hold the staff's corner
  int brightness = 100;            ///< percent

  bool operator==(const View&) const = default;
};

}  // namespace conglang::kiosk
