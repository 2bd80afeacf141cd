#include "content/publish/board/usage_page.h"

#include <algorithm>
#include <chrono>

#include "content/publish/board/canvas.h"
#include "content/publish/board/house.h"
#include "content/publish/board/words.h"

namespace conglang::board {
namespace {

constexpr double kLeft = 15;
constexpr double kRight = 195;
constexpr double kWidth = kRight - kLeft;
constexpr double kNumberWidth = 22;
constexpr std::size_t kMostGuides = 12;
constexpr std::size_t kMostPlaces = 8;
constexpr std::size_t kMostSearches = 8;
constexpr double kMinorPt = 9;
constexpr double kTextPt = 10.5;

// "1.234"
std::string number(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ".");
  return digits;
}

std::string_view reason_words(const std::string& reason) {
  if (reason == "not-found") return "không thấy điều cần";
  if (reason == "hard-to-read") return "khó đọc";
  if (reason == "out-of-date") return "thông tin cũ";
  if (reason == "phone-trouble") return "điện thoại không quét được";
  if (reason == "no-reason") return "không nêu lý do";
  return "lý do khác";
}

class UsagePage {
 public:
  UsagePage(Canvas& canvas, const UsageReport& report) : canvas_(canvas), report_(report) {}

  void draw() {
    draw_head();
    draw_figures();
    draw_days();
    draw_table("Thủ tục được xem nhiều", report_.guides, kMostGuides);
    draw_table("Nhà văn hóa", report_.places, kMostPlaces);
    draw_words();
    draw_foot();
  }

 private:
  // The height that it took.
  double text(std::string_view words, const Style& style, double x, double y, double width) {
    const Paragraph paragraph = canvas_.shape(words, style, width);
    canvas_.draw(paragraph, x, y);
    return paragraph.height();
  }

  void draw_head() {
    draw_mark(canvas_, kLeft, y_, 14);
    text("Tra cứu thủ tục tại nhà văn hóa", {18, 800, kInk}, kLeft + 18, y_, kWidth - 18);
    const std::string days = day_text(report_.from) + " – " + day_text(report_.to);
    text(report_.where + " · " + days, {12, 600, kInkSoft}, kLeft + 18, y_ + 8, kWidth - 18);
    y_ += 20;
  }

  void draw_figures() {
    const struct {
      std::int64_t n;
      std::string_view words;
    } kFigures[] = {{report_.all.opened, "lượt mở bài"},
                    {report_.all.code_shown, "lượt hiện mã QR"},
                    {report_.all.helped, "lượt nói có ích"},
                    {report_.all.did_not_help, "lượt nói chưa giúp được"},
                    {report_.not_found, "lượt tìm không thấy"}};
    const double width = (kWidth - 4 * 3) / 5;
    double x = kLeft;
    for (const auto& figure : kFigures) {
      canvas_.stroke({x, y_, width, 20}, kLine, 0.4, 1.5);
      text(number(figure.n), {18, 800, kDoor, Align::center}, x, y_ + 2.5, width);
      text(figure.words, {kMinorPt, 500, kInkSoft, Align::center}, x + 1, y_ + 11.5, width - 2);
      x += width + 3;
    }
    y_ += 26;
  }

  void heading(std::string_view words) { y_ += text(words, {13, 700, kInk}, kLeft, y_, kWidth) + 1.5; }

  // A bar a day; the busiest is as high as there is room.
  void draw_days() {
    heading("Lượt mở bài từng ngày");
    constexpr double kHigh = 26;
    const int days = std::max(1, days_between(report_.from, report_.to) + 1);
    std::int64_t most = 1;
    for (const UsageNumber& day : report_.days) most = std::max(most, day.n);
    const double step = kWidth / days;
    for (const UsageNumber& day : report_.days) {
      const auto date = parse_date(day.name);
      const int at = date ? days_between(report_.from, *date) : -1;
      if (at < 0 || at >= days || day.n == 0) continue;
      const double high = kHigh * static_cast<double>(day.n) / static_cast<double>(most);
      canvas_.fill({kLeft + at * step + step * 0.15, y_ + kHigh - high, step * 0.7, high}, kDoor);
    }
    canvas_.line(kLeft, y_ + kHigh, kRight, y_ + kHigh, kEdge, 0.3);
    text("nhiều nhất " + number(most) + " lượt một ngày", {kMinorPt, 500, kInkSoft, Align::right}, kLeft,
         y_ - 6, kWidth);
    for (int at = 0; at < days; at += 5) {
      const Date date = std::chrono::sys_days(report_.from) + std::chrono::days(at);
      text(std::to_string(static_cast<unsigned>(date.day())), {kMinorPt, 500, kInkSoft, Align::center},
           kLeft + at * step - 5 + step / 2, y_ + kHigh + 0.5, 10);
    }
    y_ += kHigh + 8;
  }

  void row(const UsageLine& line, int weight) {
    const double name_width = kWidth - 4 * kNumberWidth;
    const Paragraph name = canvas_.shape(line.name, {kTextPt, weight, kInk}, name_width - 3);
    canvas_.draw_line(name, 0, kLeft, y_);
    double x = kLeft + name_width;
    for (const std::int64_t n : {line.opened, line.code_shown, line.helped, line.did_not_help}) {
      text(number(n), {kTextPt, weight, kInk, Align::right}, x, y_, kNumberWidth);
      x += kNumberWidth;
    }
    y_ += 5.4;
    canvas_.line(kLeft, y_ - 0.5, kRight, y_ - 0.5, kLine, 0.2);
  }

  void draw_table(std::string_view title, std::vector<UsageLine> lines, std::size_t most) {
    std::ranges::stable_sort(lines, std::ranges::greater(), &UsageLine::opened);
    heading(title);
    double x = kLeft + kWidth - 4 * kNumberWidth;
    for (const std::string_view word : {"mở bài", "hiện mã", "có ích", "chưa giúp"}) {
      text(word, {kMinorPt, 600, kInkSoft, Align::right}, x, y_ - 5.5, kNumberWidth);
      x += kNumberWidth;
    }
    if (lines.empty()) y_ += text("Chưa có lượt nào.", {kTextPt, 500, kInkSoft}, kLeft, y_, kWidth);
    for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) row(lines[i], 500);
    if (lines.size() > most) {
      UsageLine others{"Còn lại", 0, 0, 0, 0};
      for (std::size_t i = most; i < lines.size(); ++i) {
        others.opened += lines[i].opened;
        others.code_shown += lines[i].code_shown;
        others.helped += lines[i].helped;
        others.did_not_help += lines[i].did_not_help;
      }
      row(others, 600);
    }
    y_ += 4;
  }

  void draw_words() {
    std::string searches;
    for (std::size_t i = 0; i < std::min(kMostSearches, report_.searches.size()); ++i)
      searches +=
          (i == 0 ? "" : "; ") + report_.searches[i].name + " (" + number(report_.searches[i].n) + ")";
    std::string reasons;
    for (const UsageNumber& reason : report_.reasons)
      reasons += (reasons.empty() ? "" : "; ") + std::string(reason_words(reason.name)) + " (" +
                 number(reason.n) + ")";
    heading("Tìm mà không thấy (từ ba người trở lên)");
    y_ += text(searches.empty() ? "Không có." : searches, {kTextPt, 500, kInk}, kLeft, y_, kWidth) + 4;
    heading("Vì sao chưa giúp được");
    y_ += text(reasons.empty() ? "Không có." : reasons, {kTextPt, 500, kInk}, kLeft, y_, kWidth);
  }

  void draw_foot() {
    text(
        "Chỉ là số đếm theo thủ tục, nhà văn hóa và ngày. Máy không ghi tên, số điện thoại hay giấy tờ của "
        "ai.",
        {kMinorPt, 500, kInkSoft}, kLeft, 297 - 15, kWidth);
  }

  Canvas& canvas_;
  const UsageReport& report_;
  double y_ = 15;
};

}  // namespace

Result<std::string> make_usage_page(const UsageReport& report, const std::filesystem::path& assets) {
  TRY(const Typeface type, Typeface::load(assets));
  const About about{"Tra cứu thủ tục tại nhà văn hóa, " + report.where, "vi", report.to};
  TRY(Canvas canvas, Canvas::open(type, size_of(Paper::a4, Orientation::portrait), 0, about));
  UsagePage(canvas, report).draw();
  return canvas.finish();
}

}  // namespace conglang::board
