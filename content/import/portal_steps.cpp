#include <array>

#include "content/base/utf8.h"
#include "content/import/portal_parts.h"
#include "content/import/reading.h"

namespace conglang::import {
namespace {

using guide::Step;

bool begins_with_small_letter(std::string_view line) {
  const auto code_points = to_code_points(line.substr(0, line.find(' ')));
  if (!code_points || code_points->empty()) return false;
  const char32_t first = code_points->front();
  return char_kind(first) == CharKind::letter && to_upper(first) != first && code_points->size() > 1 &&
         code_points->back() != U')';
}

// "Bước 3:", "Mặc định", "*": a heading that says nothing without the text under it.
bool says_nothing(const std::string& name) {
  const std::string lower = lower_case(without_bullet(name));
  return lower.empty() || lower == "mặc định" || (lower.starts_with("bước") && lower.size() <= 10);
}

bool is_remark_heading(const std::string& name) {
  return lower_case(without_bullet(name)).starts_with("lưu ý");
}

void append(std::string& text, std::string_view more) {
  const bool open = !text.empty() && std::string_view(":;.,").find(text.back()) == std::string_view::npos;
  if (!text.empty()) text += open ? "; " : " ";
  text += more;
}

// Lines to steps: a list item below another ("+") and a line broken in mid-sentence go on with the step
// before; any other line begins one.
std::vector<std::string> steps_of(const SourceText& description) {
  std::vector<std::string> steps;
  for (const std::string& line : description.lines) {
    char mark = 0;
    const std::string_view text = without_bullet(line, &mark);
    if (text.empty()) continue;
    if (!steps.empty() && mark == 0 && begins_with_small_letter(text)) {
      steps.back() += " " + std::string(text);
    } else if (!steps.empty() && mark == '+') {
      append(steps.back(), text);
    } else {
      steps.emplace_back(text);
    }
  }
  return steps;
}

void add_to_cases(PortalReading& in, const std::string& text, bool plain) {
  for (guide::Case& one : in.guide.cases) one.steps.push_back({vi(text), in.provenance(plain)});
}

void read_step(PortalReading& in, const SourceNode& step) {
  const SourceText name = step.at("name").text("cases/steps");
  const SourceNode description_node = step.is_object() ? step.at("description") : step;
  const SourceText description = description_node.text("cases/steps");
  step.at("id").omit(kInnerNumber);
  const std::string heading = name.joined();
  std::vector<std::string> steps = steps_of(description);
  if (description.lines.size() > 1) description_node.changed("cases/steps", "chia thành từng bước");
  if (is_remark_heading(heading)) {
    step.at("name").changed("notes", "lời dặn, đưa vào ghi chú");
    description_node.changed("notes", "lời dặn, đưa vào ghi chú");
    for (const std::string& one : steps) add_note(in, one);
    return;
  }
  if (!says_nothing(heading) || (steps.empty() && !heading.empty())) {
    steps.insert(steps.begin(), std::string(without_bullet(heading)));
  } else if (!heading.empty() && !steps.empty()) {
    const bool numbered = lower_case(heading).starts_with("bước");
    if (numbered) steps.front() = heading + (heading.ends_with(':') ? " " : ": ") + steps.front();
    step.at("name").changed("cases/steps", "nối vào bước đầu tiên bên dưới");
  }
  for (const std::string& one : steps) {
    if (!one.empty()) add_to_cases(in, one, !description.doubtful && !name.doubtful);
  }
}

}  // namespace

void read_steps(PortalReading& in) {
  for (const SourceNode& step : in.data.at("executionSteps").items()) read_step(in, step);
}

}  // namespace conglang::import
