#include "content/guide/lint/lint_dates.h"

#include <optional>

#include "content/guide/lint/json_walk.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

std::optional<Date> day_of(const json& value, std::string_view name) {
  return parse_date(string_member(value, name));
}

// As a clerk writes a day: 23/11/2026.
std::string spoken(Date date) {
  return fmt::format("{}/{}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                     static_cast<int>(date.year()));
}

class Days {
 public:
  Days(Date today, Report& report) : today_(today), report_(report) {}

  void visit(const json& value, const std::string& pointer) {
    if (!value.is_object()) return;
    for (const char* name : {"checkedOn", "capturedOn"}) future(value, pointer, name);
    validity(value, pointer);
    if (pointer.empty()) return whole_file(value);
    if (pointer.ends_with("/provenance") && !file_is_old_) unchecked(value, pointer);
    if (without_indices(pointer) == "/comingChanges") coming(value, pointer);
  }

 private:
  void future(const json& value, const std::string& pointer, const char* name) {
    const auto day = day_of(value, name);
    if (!day || days_between(today_, *day) <= 0) return;
    report_.add(RuleId::date_future, pointer + pointer_step(name),
                fmt::format("ngày {} ở sau hôm nay; xem lại ngày, tháng, năm", spoken(*day)));
  }

  void validity(const json& value, const std::string& pointer) {
    const auto day = day_of(value, "validUntil");
    if (!day || days_between(*day, today_) <= 0) return;
    report_.add(
        RuleId::validity_over, pointer + "/validUntil",
        fmt::format("đã hết hiệu lực từ sau ngày {}; thay bằng nội dung mới, hoặc rút bài", spoken(*day)));
  }

  void whole_file(const json& root) {
    if (const auto day = day_of(root, "reviewBy"); day && days_between(*day, today_) > 0) {
      report_.add(
          RuleId::review_overdue, "/reviewBy",
          fmt::format("đã quá hạn xem lại {}; đối chiếu với văn bản mới rồi đặt hạn mới", spoken(*day)));
    }
    if (const auto day = day_of(root, "until"); day && days_between(*day, today_) > 0) {
      report_.add(RuleId::notice_over, "/until",
                  fmt::format("thông báo đã hết hạn ngày {}; gỡ tệp này, hoặc gia hạn", spoken(*day)));
    }
    file_is_old_ = unchecked(root, "");
  }

  bool unchecked(const json& value, const std::string& pointer) {
    const auto day = day_of(value, "checkedOn");
    if (!day || days_between(*day, today_) <= kMaxDaysUnchecked) return false;
    report_.add(RuleId::checked_old, pointer + "/checkedOn",
                fmt::format("đối chiếu lần cuối ngày {}, đã {} ngày; so lại với nguồn rồi sửa ngày này",
                            spoken(*day), days_between(*day, today_)));
    return true;
  }

  void coming(const json& value, const std::string& pointer) {
    const auto day = day_of(value, "from");
    if (!day || days_between(*day, today_) < 0) return;
    report_.add(RuleId::change_arrived, pointer,
                fmt::format("thay đổi đã áp dụng từ {}; viết nó vào bài rồi bỏ mục này", spoken(*day)));
  }

  Date today_;
  Report& report_;
  bool file_is_old_ = false;  // said once for the file, not for each of its facts
};

}  // namespace

void lint_dates(const Document& document, Date today, Report& report) {
  Days days(today, report);
  for_each_value(document.root,
                 [&](const json& value, const std::string& pointer) { days.visit(value, pointer); });
}

void lint_guide_dates(const Document& document, Report& report) {
  if (string_member(document.root, "checkedOn").empty()) {
    report.add(RuleId::checked_missing, "", "chưa ghi ngày đối chiếu với văn bản; thêm \"checkedOn\"");
  }
  if (string_member(document.root, "reviewBy").empty()) {
    report.add(RuleId::review_missing, "", "chưa ghi ngày phải xem lại; thêm \"reviewBy\"");
  }
}

void lint_confidence(const Document& document, Report& report) {
  for_each_value(document.root, [&](const json& value, const std::string& pointer) {
    const std::string_view confidence = string_member(value, "confidence");
    if (confidence != "recalled" && confidence != "uncertain") return;
    report.add(RuleId::fact_unverified, pointer,
               confidence == "recalled"
                   ? "ghi theo trí nhớ, màn hình hiện \"cần kiểm tra\"; đối chiếu với văn bản rồi đổi thành "
                     "\"verified\""
                   : "chưa chắc chắn, màn hình hiện \"cần kiểm tra\"; đối chiếu với văn bản rồi đổi thành "
                     "\"verified\"");
  });
}

}  // namespace conglang::guide
