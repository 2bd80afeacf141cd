#include "content/cli/link_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/guide/json_document.h"

namespace conglang::cli {
namespace {

using links::ListedLink;
using links::Standing;
using links::Verdict;

std::size_t count(const CheckedLinks& checked, Standing standing) {
  return static_cast<std::size_t>(
      std::count_if(checked.verdicts.begin(), checked.verdicts.end(),
                    [&](const Verdict& verdict) { return verdict.standing == standing; }));
}

std::string_view label(Standing standing) {
  switch (standing) {
    case Standing::good:
      return "tốt";
    case Standing::moved:
      return "đã chuyển";
    case Standing::unsure:
      return "xem lại";
    case Standing::broken:
      return "hỏng";
    case Standing::refused:
      return "bị chặn";
    case Standing::no_answer:
      break;
  }
  return "chưa rõ";
}

// A page that many files lead to is named with the first few of them.
std::string files_of(const ListedLink& link) {
  constexpr std::size_t kShown = 5;
  const std::size_t shown = std::min(link.files.size(), kShown);
  const std::string names = fmt::format(
      "{}", fmt::join(link.files.begin(), link.files.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return shown == link.files.size() ? names : fmt::format("{} … (+{})", names, link.files.size() - shown);
}

void print_link(const ListedLink& link, const Verdict& verdict) {
  // A server chooses what it redirects to: its words must not steer the terminal.
  fmt::print("[{}] {}\n    {}\n    {}\n    {}\n", label(verdict.standing), guide::printable(link.url),
             guide::printable(verdict.vi), guide::printable(verdict.en), files_of(link));
}

void print_template_advice(const CheckedLinks& checked) {
  std::map<std::string, std::size_t> troubled;
  for (std::size_t i = 0; i < checked.list.links.size(); ++i) {
    const Standing standing = checked.verdicts[i].standing;
    if (standing == Standing::moved || standing == Standing::broken || standing == Standing::refused)
      ++troubled[checked.list.links[i].template_id];
  }
  for (const auto& entry : troubled) {
    if (entry.first.empty() || entry.second < 2) continue;
    fmt::print(
        "{0} địa chỉ trên đều theo mẫu \"{1}\": sửa một chỗ, mẫu đó trong links.json, là sửa hết. / {0} of "
        "these follow the template \"{1}\": one change of it in links.json mends them all.\n",
        entry.second, entry.first);
  }
}

}  // namespace

void print_links_json(const CheckedLinks& checked) {
  for (std::size_t i = 0; i < checked.list.links.size(); ++i) {
    const ListedLink& link = checked.list.links[i];
    const Verdict& verdict = checked.verdicts[i];
    const nlohmann::ordered_json object = {
        {"url", link.url},          {"standing", standing_name(verdict.standing)},
        {"status", verdict.status}, {"address", verdict.address},
        {"tries", verdict.tries},   {"template", link.template_id},
        {"files", link.files},      {"vi", verdict.vi},
        {"en", verdict.en}};
    fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }
}

void print_links(const CheckedLinks& checked) {
  for (std::size_t i = 0; i < checked.list.links.size(); ++i) {
    if (checked.verdicts[i].standing != Standing::good)
      print_link(checked.list.links[i], checked.verdicts[i]);
  }
  print_template_advice(checked);
}

Result<std::string> sum_up(const CheckedLinks& checked) {
  const std::size_t good = count(checked, Standing::good);
  const std::size_t moved = count(checked, Standing::moved);
  const std::size_t unsure = count(checked, Standing::unsure);
  const std::size_t bad = count(checked, Standing::broken) + count(checked, Standing::refused);
  const std::size_t open = count(checked, Standing::no_answer);
  std::string totals = fmt::format(
      "{0} tốt, {1} đã chuyển, {2} cần xem, {3} hỏng hoặc bị chặn, {4} chưa trả lời / {0} good, {1} moved, "
      "{2} to "
      "look at, {3} broken or refused, {4} without an answer",
      good, moved, unsure, bad, open);
  if (bad > 0) return fail(Errc::invalid, "{}", totals);
  if (open > 0) return fail(Errc::network, "{}", totals);
  return totals;
}

}  // namespace conglang::cli
