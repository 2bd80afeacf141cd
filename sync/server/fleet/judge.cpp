#include "sync/server/fleet/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace conglang::server::fleet {
namespace {

using std::chrono::hours;

constexpr hours kNews{24};  // how long an event stays a trouble

struct Named {
  Trouble trouble;
  std::string_view name;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array kNames = {
    Named{Trouble::silent, "silent", "Không trả lời", "Does not answer"},
    Named{Trouble::crashing, "crashing", "Chương trình hay tắt", "Keeps crashing"},
    Named{Trouble::rolled_back, "rolledBack", "Đang hiện bản cũ", "Shows the content before the newest"},
    Named{Trouble::disk, "disk", "Ổ đĩa gần đầy", "Disk nearly full"},
    Named{Trouble::stale, "stale", "Lâu chưa cập nhật", "Content not updated"},
    Named{Trouble::set_aside, "setAside", "Có nội dung không dùng được", "Content set aside"},
    Named{Trouble::settings, "settings", "Cài đặt từ xa không dùng được", "Remote settings not used"},
    Named{Trouble::clock, "clock", "Đồng hồ sai", "Clock is wrong"},
    Named{Trouble::hot, "hot", "Máy quá nóng", "Too hot"},
};

const Named& named(Trouble trouble) {
  return *std::ranges::find(kNames, trouble, &Named::trouble);
}

// "14:05 ngày 26/11/2026"
Sentence moment(Instant instant) {
  const Date date = local_date(instant);
  const auto local = instant + kVietnamOffset;
  const auto time = local - std::chrono::floor<std::chrono::days>(local);
  const auto hour = std::chrono::floor<hours>(time);
  const auto minute = std::chrono::floor<std::chrono::minutes>(time - hour);
  const std::string clock = fmt::format("{:02}:{:02}", hour.count(), minute.count());
  const unsigned day = static_cast<unsigned>(date.day());
  const unsigned month = static_cast<unsigned>(date.month());
  return {fmt::format("{} ngày {}/{}/{}", clock, day, month, static_cast<int>(date.year())),
          fmt::format("{} on {}", clock, format_date(date))};
}

// How long ago, as people say it.
Sentence for_long(std::chrono::seconds time) {
  const auto whole_days = std::chrono::floor<std::chrono::days>(time).count();
  if (whole_days >= 2) return {fmt::format("{} ngày", whole_days), fmt::format("{} days", whole_days)};
  const auto whole_hours = std::max<std::int64_t>(1, std::chrono::floor<hours>(time).count());
  return {fmt::format("{} giờ", whole_hours),
          whole_hours == 1 ? std::string("1 hour") : fmt::format("{} hours", whole_hours)};
}

// The trouble as a whole sentence, or nothing when there is none.
using Judged = std::optional<Sentence>;

Judged silence(const KioskFacts& kiosk, Instant now) {
  const Instant last = kiosk.heard_at.value_or(kiosk.claimed_at);
  if (now - last < kSilentAfter) return std::nullopt;
  const Sentence since = moment(last);
  const Sentence time = for_long(now - last);
  if (!kiosk.heard_at)
    return Sentence{fmt::format("Ghép lúc {}, từ đó chưa báo lần nào ({}).", since.vi, time.vi),
                    fmt::format("Enrolled at {} and not heard of since ({}).", since.en, time.en)};
  return Sentence{fmt::format("Không trả lời đã {}, lần cuối lúc {}.", time.vi, since.vi),
                  fmt::format("Has not answered for {}, last at {}.", time.en, since.en)};
}

Judged crashes(const KioskFacts& kiosk, Instant now) {
  const bool in_a_row = kiosk.short_runs >= kCrashingRuns;
  const bool lately = kiosk.crashed_at && now - *kiosk.crashed_at < kNews;
  if (!in_a_row && !lately) return std::nullopt;
  if (in_a_row)
    return Sentence{fmt::format("Chương trình tắt {} lần liền ngay sau khi mở.", kiosk.short_runs - 1),
                    fmt::format("The screen's program ended early {} times in a row.", kiosk.short_runs - 1)};
  const Sentence when = moment(*kiosk.crashed_at);
  return Sentence{
      fmt::format("Nội dung mới làm chương trình tắt liên tục; máy đã quay về bản cũ (báo lúc {}).", when.vi),
      fmt::format("New content came with a crash loop; it turned back (reported at {}).", when.en)};
}

Judged rolled_back(const KioskFacts& kiosk, Instant) {
  if (!kiosk.turned_away) return std::nullopt;
  return Sentence{"Đang hiện bản nội dung trước; bản mới nhất bị bỏ qua.",
                  "Shows the content before; the newest was turned away from."};
}

Judged disk(const KioskFacts& kiosk, Instant) {
  if (kiosk.disk_free_megabytes.value_or(kDiskIsLowMegabytes) >= kDiskIsLowMegabytes) return std::nullopt;
  return Sentence{fmt::format("Ổ đĩa chỉ còn {} MB.", *kiosk.disk_free_megabytes),
                  fmt::format("Only {} MB of disk are left.", *kiosk.disk_free_megabytes)};
}

Judged staleness(const KioskFacts& kiosk, Instant now) {
  if (!kiosk.heard_at) return std::nullopt;
  const Instant last = kiosk.last_success.value_or(kiosk.claimed_at);
  if (now - last < kStaleAfter) return std::nullopt;
  const Sentence time = for_long(now - last);
  return Sentence{fmt::format("Nội dung chưa cập nhật được đã {}.", time.vi),
                  fmt::format("Content could not be updated for {}.", time.en)};
}

Judged set_aside(const KioskFacts& kiosk, Instant) {
  const std::int64_t files = kiosk.refused + kiosk.set_aside;
  if (files == 0 && kiosk.damaged == 0) return std::nullopt;
  if (files == 0)
    return Sentence{"Bản nội dung dự phòng trên ổ đĩa bị hỏng.", "The content kept in reserve is damaged."};
  return Sentence{fmt::format("{} tệp nội dung không dùng được.", files),
                  fmt::format("{} files of content could not be used.", files)};
}

Judged settings(const KioskFacts& kiosk, Instant now) {
  if (!kiosk.settings_problem_at || now - *kiosk.settings_problem_at >= kNews) return std::nullopt;
  return Sentence{"Cài đặt từ xa có chỗ không dùng được, máy giữ cài đặt cũ ở chỗ đó.",
                  "Some remote settings could not be used; it keeps its own there."};
}

Judged clock(const KioskFacts& kiosk, Instant) {
  const std::int64_t skew = kiosk.skew_seconds.value_or(0);
  if (std::llabs(skew) <= kMostSkewSeconds) return std::nullopt;
  const auto minutes = std::llabs(skew) / 60;
  return Sentence{fmt::format("Đồng hồ chạy {} {} phút.", skew > 0 ? "nhanh" : "chậm", minutes),
                  fmt::format("The clock is {} minutes {}.", minutes, skew > 0 ? "ahead" : "behind")};
}

Judged heat(const KioskFacts& kiosk, Instant) {
  if (kiosk.temperature.value_or(0) < kHotDegrees) return std::nullopt;
  return Sentence{fmt::format("Máy nóng {} °C.", *kiosk.temperature),
                  fmt::format("The machine is at {} °C.", *kiosk.temperature)};
}

struct Rule {
  Trouble trouble;
  Judged (*judged)(const KioskFacts&, Instant);
};

constexpr std::array kRules = {
    Rule{Trouble::silent, silence},
    Rule{Trouble::crashing, crashes},
    Rule{Trouble::rolled_back, rolled_back},
    Rule{Trouble::disk, disk},
    Rule{Trouble::stale, staleness},
    Rule{Trouble::set_aside, set_aside},
    Rule{Trouble::settings, settings},
    Rule{Trouble::clock, clock},
    Rule{Trouble::hot, heat},
};

void append(Sentence& words, const Sentence& more) {
  const auto join = [](std::string& text, const std::string& next) {
    if (!text.empty()) text += ' ';
    text += next;
  };
  join(words.vi, more.vi);
  join(words.en, more.en);
}

Verdict untroubled(const KioskFacts& kiosk) {
  if (!kiosk.heard_at)
    return {"new", {"Vừa ghép, đang chờ báo lần đầu.", "Just enrolled, its first report is awaited."}, {}};
  const Sentence when = moment(*kiosk.heard_at);
  return {"well",
          {fmt::format("Chạy tốt, báo lúc {}.", when.vi), fmt::format("Well, last heard at {}.", when.en)},
          {}};
}

}  // namespace

std::string_view trouble_name(Trouble trouble) {
  return named(trouble).name;
}

std::optional<Trouble> trouble_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name, &Named::name);
  return found == kNames.end() ? std::nullopt : std::optional(found->trouble);
}

Sentence trouble_words(Trouble trouble) {
  return {std::string(named(trouble).vi), std::string(named(trouble).en)};
}

Verdict judge(const KioskFacts& kiosk, Instant now) {
  if (kiosk.retired_at) {
    const Sentence when = moment(*kiosk.retired_at);
    return {
        "retired", {fmt::format("Đã thôi dùng từ {}.", when.vi), fmt::format("Retired at {}.", when.en)}, {}};
  }
  Verdict verdict;
  for (const Rule& rule : kRules) {
    const Judged judged = rule.judged(kiosk, now);
    if (!judged) continue;
    verdict.troubles.push_back(rule.trouble);
    append(verdict.words, *judged);
    // Of one that does not answer, what it said before is not news.
    if (rule.trouble == Trouble::silent) break;
  }
  if (verdict.troubles.empty()) return untroubled(kiosk);
  verdict.state = trouble_name(verdict.troubles.front());
  return verdict;
}

}  // namespace conglang::server::fleet
