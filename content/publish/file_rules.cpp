#include "content/publish/file_rules.h"

#include <string>

#include "content/guide/lint/json_walk.h"
#include "content/guide/lint/lint_dates.h"
#include "content/guide/lint/lint_language.h"
#include "content/guide/lint/lint_personal_data.h"
#include "content/guide/lint/lint_references.h"
#include "content/guide/lint/lint_text.h"
#include "kiosk/qr/qr.h"

namespace conglang::publish {
namespace {

using guide::string_member;

// 476 mm across 1,920 pixels; the largest square a page gives to a code is kMaxCodeMm.
constexpr double kMmPerPx = 476.0 / 1920;
constexpr int kBoxPx = static_cast<int>(qr::kMaxCodeMm / kMmPerPx);

std::string address_of(const nlohmann::json& value, const guide::LinkPolicy& policy) {
  if (const auto url = string_member(value, "url"); !url.empty()) return std::string(url);
  const auto link = expand_link(policy, string_member(value, "template"), string_member(value, "code"));
  return link ? link->url : std::string();
}

}  // namespace

void lint_values(const guide::Document& document, Date today, guide::Report& report) {
  lint_text(document, report);
  lint_duplicates(document, report);
  lint_language(document, report);
  lint_translations(document, report);
  lint_dates(document, today, report);
  lint_confidence(document, report);
  lint_personal_data(document, report);
}

void lint_qr(const guide::Document& document, const guide::LinkPolicy& policy, guide::Report& report) {
  guide::for_each_value(document.root, [&](const nlohmann::json& value, const std::string& pointer) {
    const std::string address = address_of(value, policy);
    if (address.empty()) return;
    const auto code = qr::encode(address);
    if (code && !qr::module_px(code->size, kBoxPx, kMmPerPx).below_floor) return;
    report.add(
        guide::RuleId::qr_too_long, pointer,
        fmt::format("địa chỉ dài {} ký tự, mã sẽ có ô nhỏ hơn {} mm nên khó quét; dùng địa chỉ ngắn hơn",
                    address.size(), qr::kFloorModuleMm));
  });
}

}  // namespace conglang::publish
