#include "content/guide/lint/lint_personal_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "content/base/utf8.h"
#include "content/guide/lint/json_walk.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr std::size_t kIdDigits = 12;
constexpr std::size_t kOldIdDigits = 9;
constexpr std::size_t kMaxPhoneDigits = 15;  // with 0084 and a 0 in brackets
constexpr std::size_t kMaxGap = 3;           // " - "
constexpr std::size_t kWordsBefore = 60;     // bytes in which "căn cước số" stands before its number

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits in a row.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_date = false;
};

std::vector<Group> groups_of(std::string_view text) {
  std::vector<Group> groups;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    groups.push_back({at, end});
    at = end;
  }
  return groups;
}

std::string lower_case(std::string_view text) {
  std::u32string lower;
  const auto points = to_code_points(text);
  if (!points) return {};
  for (const char32_t point : *points) lower += to_lower(point);
  return to_utf8(lower);
}

// Digits told in words: "không chín một hai …". Runs of at least nine, each as digits.
std::vector<std::string> told_in_words(std::string_view lower) {
  using Digit = std::pair<std::string_view, char>;
  constexpr std::array kWords{Digit{"không", '0'}, Digit{"một", '1'}, Digit{"mốt", '1'}, Digit{"hai", '2'},
                              Digit{"ba", '3'},    Digit{"bốn", '4'}, Digit{"tư", '4'},  Digit{"năm", '5'},
                              Digit{"lăm", '5'},   Digit{"sáu", '6'}, Digit{"bảy", '7'}, Digit{"bẩy", '7'},
                              Digit{"tám", '8'},   Digit{"chín", '9'}};
  std::vector<std::string> runs;
  std::string run;
  while (!lower.empty()) {
    const std::size_t end = std::min(lower.find_first_of(" ,.-"), lower.size());
    const auto word = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const Digit& one) { return one.first == lower.substr(0, end); });
    if (word != kWords.end()) run += word->second;
    lower.remove_prefix(std::min(end + 1, lower.size()));
    if (!lower.empty() && (word != kWords.end() || end == 0)) continue;
    if (run.size() >= kOldIdDigits) runs.push_back(run);
    run.clear();
  }
  return runs;
}

// The national form of a telephone number's digits, "0912345678"; nothing for another kind of number.
std::optional<std::string> telephone(std::string digits, bool after_plus) {
  if (digits.starts_with("0084")) digits.erase(0, 2);
  if (digits.starts_with("84") && (after_plus || digits.size() >= 11)) {
    digits.erase(0, 2);
    if (!digits.starts_with('0')) digits.insert(0, "0");
  }
  const bool mobile = digits.size() == 10 && digits[0] == '0' &&
                      std::string_view("35789").find(digits[1]) != std::string_view::npos;
  const bool landline = digits.size() == 11 && digits.starts_with("02");
  if (mobile || landline) return digits;
  return std::nullopt;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), lower_(lower_case(text)), groups_(groups_of(text)) {
    mark_dates();
  }

  std::vector<PersonalNumber> run() {
    for (std::size_t i = 0; i < groups_.size();) {
      const std::size_t passed = groups_[i].is_date ? 1 : take(i);
      i += std::max<std::size_t>(passed, 1);
    }
    return std::move(found_);
  }

 private:
  std::string_view digits(const Group& group) const {
    return text_.substr(group.begin, group.end - group.begin);
  }

  // Whether the next group may be a part of the same number.
  bool joined(std::size_t i) const {
    if (i + 1 >= groups_.size() || groups_[i + 1].is_date) return false;
    const std::string_view gap = text_.substr(groups_[i].end, groups_[i + 1].begin - groups_[i].end);
    return gap.size() <= kMaxGap && gap.find_first_not_of(" .-()") == std::string_view::npos;
  }

  // 03.12.2026 would else begin like a mobile number.
  void mark_dates() {
    for (std::size_t i = 0; i + 2 < groups_.size(); ++i) {
      const Group& day = groups_[i];
      const Group& month = groups_[i + 1];
      const Group& year = groups_[i + 2];
      const bool near = month.begin == day.end + 1 && year.begin == month.end + 1;
      const bool lengths =
          day.end - day.begin <= 2 && month.end - month.begin <= 2 && year.end - year.begin == 4;
      if (!near || !lengths || !(digits(year).starts_with("19") || digits(year).starts_with("20"))) continue;
      for (std::size_t k = i; k < i + 3; ++k) groups_[k].is_date = true;
    }
  }

  // How many groups from `i` on make one personal number, which is then noted; 0 for none.
  std::size_t take(std::size_t i) {
    std::string all;
    const bool after_plus = groups_[i].begin > 0 && text_[groups_[i].begin - 1] == '+';
    for (std::size_t j = i; all.size() < kMaxPhoneDigits; ++j) {
      all += digits(groups_[j]);
      if (is_id(i, j, all)) {
        found_.push_back({PersonalNumber::Kind::id, all});
        return j - i + 1;
      }
      const auto phone = telephone(all, after_plus);
      if (phone && !follows(groups_[i], {"mã số thuế", "mst"})) {
        found_.push_back({PersonalNumber::Kind::telephone, *phone});
        return j - i + 1;
      }
      if (!joined(j)) break;
    }
    return 0;
  }

  bool is_id(std::size_t first, std::size_t last, std::string_view all) const {
    if (all.size() != kIdDigits && all.size() != kOldIdDigits) return false;
    if (last + 1 < groups_.size() && joined(last) && first != last)
      return false;  // a part of something longer
    if (all.size() == kIdDigits && first == last) return true;
    if (all.starts_with("84") || all.starts_with("1800") || all.starts_with("1900")) return false;
    if (follows(groups_[first], {"căn cước", "cccd", "cmnd", "chứng minh", "định danh"})) return true;
    if (is_money(groups_[last])) return false;
    return first == last || all.starts_with('0');
  }

  // Whether one of `words` stands shortly before `group`.
  bool follows(const Group& group, std::initializer_list<std::string_view> words) const {
    if (lower_.size() != text_.size()) return false;
    const std::size_t begin = group.begin > kWordsBefore ? group.begin - kWordsBefore : 0;
    const std::string_view before = std::string_view(lower_).substr(begin, group.begin - begin);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
  }

  bool is_money(const Group& group) const {
    std::string_view after = text_.substr(group.end);
    while (after.starts_with(' ')) after.remove_prefix(1);
    return after.starts_with("đ") || after.starts_with("VN") || after.starts_with("vn") ||
           after.starts_with("triệu");
  }

  std::string_view text_;
  std::string lower_;  // as long as the text: Vietnamese letters keep their length
  std::vector<Group> groups_;
  std::vector<PersonalNumber> found_;
};

// The national form of every "phone" in the file: the schema has that field only where a number is public.
std::set<std::string> public_phones(const json& root) {
  std::set<std::string> phones;
  for_each_value(root, [&](const json& value, const std::string&) {
    for (const PersonalNumber& number : personal_numbers_in(string_member(value, "phone"))) {
      phones.insert(number.digits);
    }
  });
  return phones;
}

// Enough to find it by, too little to keep: findings land in logs.
std::string masked(const std::string& digits) {
  return digits.substr(0, 3) + "…" + digits.substr(digits.size() - 2);
}

void lint_string(std::string_view text, const std::string& pointer, const std::set<std::string>& allowed,
                 Report& report) {
  for (const PersonalNumber& number : personal_numbers_in(text)) {
    if (number.kind == PersonalNumber::Kind::id) {
      report.add(RuleId::personal_id, pointer,
                 fmt::format("có số giấy tờ của cá nhân ({}); xóa đi, không đưa lên màn hình",
                             masked(number.digits)));
    } else if (!allowed.contains(number.digits)) {
      report.add(
          RuleId::personal_phone, pointer,
          fmt::format("có số điện thoại ({}); xóa đi, hoặc khai trong \"publicContacts\" nếu là số công khai",
                      masked(number.digits)));
    }
  }
}

}  // namespace

std::vector<PersonalNumber> personal_numbers_in(std::string_view text) {
  std::vector<PersonalNumber> found = Scanner(text).run();
  for (const std::string& run : told_in_words(lower_case(text))) {
    const auto more = Scanner(run).run();
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

void lint_personal_data(const Document& document, Report& report) {
  const std::set<std::string> allowed = public_phones(document.root);
  for_each_text(document.root, [&](const json& text, const std::string& pointer) {
    for (auto words = text.begin(); words != text.end(); ++words) {
      if (!words->is_string()) continue;
      lint_string(words->get_ref<const std::string&>(), pointer + pointer_step(words.key()), allowed, report);
    }
  });
}

}  // namespace conglang::guide
