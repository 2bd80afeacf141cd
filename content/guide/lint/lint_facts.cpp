#include "content/guide/lint/lint_facts.h"

#include <algorithm>
#include <array>

namespace conglang::guide {
namespace {

// 1234567 → "1.234.567"
std::string dotted(std::int64_t amount) {
  std::string digits = std::to_string(amount);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ".");
  }
  return digits;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// True when `number` stands in `text` as a number of its own: "5.000" is not in "25.000 đ".
bool holds_number(std::string_view text, std::string_view number) {
  for (std::size_t at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool starts = at == 0 || !(is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',');
    const bool ends = end == text.size() || !is_digit(text[end]);
    const bool longer = end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]);
    if (starts && ends && !longer) return true;
  }
  return false;
}

bool says_free(std::string_view answer) {
  constexpr std::array<std::string_view, 7> kFree{
      "iễn phí", "hông mất tiền", "hông thu", "hông phải nộp", "iễn lệ phí", "hông tốn", "hông có lệ phí"};
  return holds_number(answer, "0") || std::any_of(kFree.begin(), kFree.end(), [&](std::string_view word) {
           return answer.find(word) != std::string_view::npos;
         });
}

bool agrees(const Cost& cost) {
  const std::string_view answer = cost.answer.in("vi");
  if (!cost.amount_vnd) return true;
  if (*cost.amount_vnd == 0) return says_free(answer);
  return holds_number(answer, dotted(*cost.amount_vnd)) ||
         holds_number(answer, std::to_string(*cost.amount_vnd));
}

bool costs_something(const Cost& cost) {
  return cost.amount_vnd ? *cost.amount_vnd > 0 : !says_free(cost.answer.in("vi"));
}

// A resident is never surprised by a fee: each way to file has one. An item without channels is for all.
void lint_every_channel(const Guide& guide, const Case& one, const std::string& pointer, Report& report) {
  for (const Channel& channel : guide.channels) {
    const bool told = std::any_of(one.costs.begin(), one.costs.end(), [&](const Cost& cost) {
      return cost.channels.empty() ||
             std::find(cost.channels.begin(), cost.channels.end(), channel.id) != cost.channels.end();
    });
    if (told) continue;
    report.add(
        RuleId::fee_missing, pointer,
        fmt::format("chưa ghi lệ phí cho cách nộp \"{}\"; thêm một mục, hoặc ghi là miễn phí", channel.id));
  }
}

void lint_exemptions(const Case& one, const std::string& pointer, Report& report) {
  const bool charged = std::any_of(one.costs.begin(), one.costs.end(), costs_something);
  const bool told = std::any_of(one.costs.begin(), one.costs.end(),
                                [](const Cost& cost) { return !cost.exemptions.empty(); });
  if (!charged || told) return;
  report.add(RuleId::exemptions_missing, pointer,
             "có thu tiền mà chưa ghi ai được miễn, giảm; thêm \"exemptions\" (không ai được miễn thì ghi "
             "đúng như vậy)");
}

void lint_costs(const Guide& guide, const Case& one, const std::string& pointer, Report& report) {
  if (one.costs.empty()) {
    report.add(RuleId::fee_missing, pointer, "thiếu \"costs\": ghi lệ phí, hoặc ghi là miễn phí");
    return;
  }
  lint_every_channel(guide, one, pointer + "/costs", report);
  lint_exemptions(one, pointer + "/costs", report);
  for (std::size_t i = 0; i < one.costs.size(); ++i) {
    const Cost& cost = one.costs[i];
    if (agrees(cost)) continue;
    report.add(RuleId::fee_mismatch, fmt::format("{}/costs/{}", pointer, i),
               fmt::format("\"amountVnd\" là {} đ nhưng câu trả lời là \"{}\"; sửa cho giống nhau",
                           dotted(*cost.amount_vnd), cost.answer.in("vi")));
  }
}

void lint_case(const Guide& guide, std::size_t index, Report& report) {
  const Case& one = guide.cases[index];
  const std::string pointer = fmt::format("/cases/{}", index);
  lint_costs(guide, one, pointer, report);
  if (one.processing_times.empty()) {
    report.add(RuleId::time_missing, pointer, "thiếu \"processingTimes\": ghi bao lâu thì xong");
  }
  if (one.evidence.empty()) {
    report.add(RuleId::evidence_missing, pointer, "chưa ghi giấy tờ phải mang; thêm \"evidence\"");
  }
  if (one.steps.empty()) {
    report.add(RuleId::steps_missing, pointer, "chưa ghi các bước làm; thêm \"steps\"");
  }
}

}  // namespace

void lint_facts(const Guide& guide, Report& report) {
  if (guide.status != Guide::Status::in_force) return;
  if (guide.life_events.empty()) {
    report.add(RuleId::topic_missing, "", "thiếu \"lifeEvents\": bài phải nằm trong ít nhất một chủ đề");
  }
  if (guide.legal_resources.empty()) {
    report.add(RuleId::legal_basis_missing, "", "thiếu \"legalResources\": ghi luật, nghị định làm căn cứ");
  }
  if (guide.channels.empty()) report.add(RuleId::channel_missing, "", "thiếu \"channels\": ghi nộp ở đâu");
  if (guide.links.empty()) report.add(RuleId::link_missing, "", "thiếu \"links\": ghi địa chỉ để quét mã");
  if (guide.codes.empty()) report.add(RuleId::code_missing, "", "chưa có mã thủ tục; thêm vào \"codes\"");
  for (std::size_t i = 0; i < guide.cases.size(); ++i) lint_case(guide, i, report);
}

}  // namespace conglang::guide
