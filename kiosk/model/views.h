#pragma once
// What a screen draws: plain text already in the visitor's language, booleans and ids to send back in an
// Action. A view decides every word and every doubt; a screen decides only where it stands. Icons are names
// of the icon font (assets/icons.json). A text may hold "\n" where its author broke the line.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/model/state.h"
#include "kiosk/qr/qr.h"

namespace conglang::kiosk {

/// neutral: a fact. good: free, fresh, done. warning: amber with the warning icon.
enum class Tone { neutral, good, warning };

struct ChipView {
  Tone tone = Tone::neutral;
  std::string icon;  ///< may be empty
  std::string text;

  bool operator==(const ChipView&) const = default;
};

/// A text with numbers that only the screen knows: "Còn {n} việc nữa", "Xem tiếp {n}/{of}".
struct Pattern {
  std::string text;

  bool operator==(const Pattern&) const = default;
  std::string with(int n, int of = 0) const;
};

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

  bool operator==(const HeaderView&) const = default;
};

struct ButtonView {
  std::string label;  ///< what the press will do
  bool enabled = true;

  bool operator==(const ButtonView&) const = default;
};

struct FooterView {
  ButtonView back;       ///< Back
  ButtonView home;       ///< Home
  ButtonView text_size;  ///< ToggleTextSize
  ButtonView theme;      ///< ToggleTheme
  ButtonView language;   ///< NextLanguage; the next language's own name
  ButtonView done;       ///< Done

  bool operator==(const FooterView&) const = default;
};

/// A bar between header and page.
struct BannerView {
  enum class Kind { new_text, withdrawn };
  Kind kind = Kind::new_text;  ///< new_text: a touch sends ShowNewText; withdrawn: DismissNotice
  Tone tone = Tone::neutral;
  std::string text;
  std::string button;  ///< "Xem bản mới", "Đã hiểu"

  bool operator==(const BannerView&) const = default;
};

struct ChromeView {
  HeaderView header;
  FooterView footer;
  std::optional<BannerView> banner;
  TextSize text_size = TextSize::normal;
  Theme theme = Theme::light;
  Pattern turn_page;  ///< "Xem tiếp {n}/{of}"
  int turn = 0;       ///< Stop::turn of the page shown; a screen with fewer screenfuls shows its last

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
  TileView all;                 ///< "Xem tất cả", the last tile
  std::string most_asked_title;
  std::vector<LinkView> most_asked;
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
  std::string empty;  ///< a sentence when there are no rows
  Pattern more;       ///< "Còn {n} việc nữa"

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
  std::optional<qr::Code> code;   ///< absent: show `refused` in its place
  std::string refused;            ///< why there is no code and what to do; empty when there is one
  std::string host;               ///< large, under the code; empty without one
  std::string owner;              ///< "Cổng Dịch vụ công quốc gia"; may be empty
  std::string title;              ///< "Quét mã này"
  std::vector<QrStepView> steps;  ///< three; none without a code
  std::string hint;               ///< "Điện thoại sẽ hỏi đăng nhập VNeID."
  std::string reminder;           ///< passwords, OTP, transfers

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

using BodyView = std::variant<WaitingView, HomeView, ListView, CaseView, GuideView, StepsView, QrView>;

struct View {
  ChromeView chrome;
  BodyView body;
  std::optional<IdleView> idle;

  bool operator==(const View&) const = default;
};

}  // namespace conglang::kiosk
