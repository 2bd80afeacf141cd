#include "content/guide/lint/lint_links.h"

#include <algorithm>
#include <array>

#include "content/guide/closest_name.h"
#include "content/guide/lint/json_walk.h"
#include "content/guide/lint/look_alike.h"
#include "content/guide/web_address.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr std::string_view kPlaceholder = "{code}";

// Addresses that answered once and no longer do, without scheme: reported dead in the field in 2026.
constexpr std::array<std::string_view, 1> kDead{
    "dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html"};

struct AddressProblem {
  RuleId rule = RuleId::link_host;
  std::string message;
};

std::optional<AddressProblem> look_alike_problem(std::string_view url) {
  const std::string host = rough_host(url);
  if (const auto site = site_as_user(url)) {
    return AddressProblem{
        RuleId::link_lookalike,
        fmt::format("nhìn như trang \"{}\" nhưng thật ra mở \"{}\" (phần sau dấu @); đây có thể "
                    "là trang lừa đảo, bỏ địa chỉ này",
                    *site, host)};
  }
  if (const auto site = imitated_site(host)) {
    return AddressProblem{
        RuleId::link_lookalike,
        fmt::format("trang \"{}\" giống trang thật \"{}\" nhưng không phải; đây có thể là trang "
                    "lừa đảo, dùng trang thật",
                    host, *site)};
  }
  return std::nullopt;
}

std::optional<AddressProblem> dead_problem(std::string_view url) {
  const bool dead = std::any_of(kDead.begin(), kDead.end(), [&](std::string_view address) {
    return url.find(address) != std::string_view::npos;
  });
  if (!dead) return std::nullopt;
  return AddressProblem{
      RuleId::link_dead,
      "địa chỉ kiểu cũ của Cổng Dịch vụ công, đã hỏng; dùng mẫu \"portal-search\" với mã thủ tục"};
}

// What is wrong with `url` before any list is asked.
std::optional<AddressProblem> address_problem(std::string_view url) {
  if (auto problem = look_alike_problem(url)) return problem;
  const auto address = parse_web_address(url);
  if (!address) return AddressProblem{RuleId::link_address, address.error().message};
  return dead_problem(address->url);
}

void lint_url(std::string_view url, const LinkPolicy& policy, const std::string& pointer, Report& report) {
  auto problem = address_problem(url);
  if (!problem) {
    const auto checked = check_link(policy, url);
    if (checked) return;
    problem = AddressProblem{RuleId::link_host, checked.error().message};
  }
  report.add(problem->rule, pointer, std::move(problem->message));
}

void lint_template(const json& link, const LinkPolicy& policy, const std::string& pointer, Report& report) {
  const std::string id(string_member(link, "template"));
  std::vector<std::string> known;
  for (const LinkTemplate& one : policy.templates) known.push_back(one.id);
  if (std::find(known.begin(), known.end(), id) == known.end()) {
    const std::string_view closest = closest_name(id, known);
    report.add(RuleId::link_template_unknown, pointer + "/template",
               fmt::format("không có mẫu địa chỉ \"{}\" trong links.json{}", id,
                           closest.empty() ? "" : fmt::format("; có phải \"{}\" không?", closest)));
    return;
  }
  const std::string_view code = string_member(link, "code");
  if (code.empty()) return;  // the reader tells
  const auto expanded = expand_link(policy, id, code);
  if (!expanded) report.add(RuleId::link_host, pointer, expanded.error().message);
}

LinkPolicy hosts_of(const Document& document, const LinkPolicy& inherited) {
  LinkPolicy policy{inherited.hosts, {}, {}};
  if (!document.root.is_object() || !document.root.contains("hosts")) return policy;
  for (const json& entry : document.root["hosts"]) {
    const bool below = entry.is_object() && entry.contains("subdomains") && entry["subdomains"] == true;
    policy.hosts.push_back({std::string(string_member(entry, "host")), below});
  }
  return policy;
}

void lint_host(std::string_view host, const std::string& pointer, Report& report) {
  if (auto problem = look_alike_problem(host)) {
    report.add(problem->rule, pointer, std::move(problem->message));
  } else if (!is_known_state_site(host)) {
    report.add(
        RuleId::host_unfamiliar, pointer,
        fmt::format("\"{}\" chưa có trong danh sách trang nhà nước đã biết; mở xem tận nơi, đúng là trang "
                    "cần dùng thì để lại",
                    host));
  }
}

void lint_template_url(std::string_view url, const LinkPolicy& policy, const std::string& pointer,
                       Report& report) {
  const std::size_t at = url.find(kPlaceholder);
  if (at == std::string_view::npos) {
    report.add(RuleId::link_template_code, pointer,
               "thiếu chỗ điền mã thủ tục; đặt {code} vào đúng chỗ của mã trong địa chỉ");
    return;
  }
  std::string filled(url);
  filled.replace(at, kPlaceholder.size(), "1.001193");
  if (auto problem = address_problem(filled)) {
    report.add(problem->rule, pointer, std::move(problem->message));
  } else if (const auto checked = check_link(policy, filled); !checked) {
    report.add(RuleId::link_template_host, pointer,
               fmt::format("{}; thêm trang ấy vào \"hosts\" nếu đúng", checked.error().message));
  }
}

}  // namespace

void lint_links(const Document& document, const LinkPolicy& policy, Report& report) {
  for_each_value(document.root, [&](const json& value, const std::string& pointer) {
    if (const auto url = string_member(value, "url"); !url.empty()) {
      lint_url(url, policy, pointer + "/url", report);
    }
    if (!string_member(value, "template").empty()) lint_template(value, policy, pointer, report);
  });
}

void lint_link_policy(const Document& document, const LinkPolicy& inherited, Report& report) {
  const LinkPolicy policy = hosts_of(document, inherited);
  for_each_value(document.root, [&](const json& value, const std::string& pointer) {
    const std::string place = without_indices(pointer);
    if (place == "/hosts" && value.is_object()) {
      lint_host(string_member(value, "host"), pointer + "/host", report);
    } else if (place == "/templates" && value.is_object()) {
      lint_template_url(string_member(value, "url"), policy, pointer + "/url", report);
    } else if (place == "/exactUrls" && value.is_string()) {
      auto problem = address_problem(value.get_ref<const std::string&>());
      if (problem) report.add(problem->rule, pointer, std::move(problem->message));
    }
  });
}

}  // namespace conglang::guide
