#include "content/publish/new_draft.h"

#include <utility>

#include "content/guide/guide_json.h"
#include "content/guide/notice_json.h"

namespace conglang::publish {
namespace {

using guide::Guide;
using guide::Provenance;
using guide::Text;

Text text(std::string_view vi, std::string_view en = {}) {
  Text out;
  out.by_language["vi"] = vi;
  if (!en.empty()) out.by_language["en"] = en;
  return out;
}

// The rule that files may be handed in at any commune centre of the province, and how fees are paid.
constexpr std::string_view kOneStop = "118/2025/NĐ-CP";

Provenance unchecked(std::string source) {
  Provenance out;
  out.confidence = guide::Confidence::uncertain;
  out.source = std::move(source);
  return out;
}

guide::Case only_case() {
  const Provenance nobody = unchecked("chưa đối chiếu");
  guide::Case out;
  out.id = "chung";
  guide::Cost cost;
  cost.answer = text("Hỏi tại quầy", "Ask at the counter");
  cost.provenance = nobody;
  out.costs.push_back(std::move(cost));
  guide::ProcessingTime time;
  time.answer = text("Hỏi tại quầy", "Ask at the counter");
  time.provenance = nobody;
  out.processing_times.push_back(std::move(time));
  return out;
}

guide::Channel counter() {
  guide::Channel out;
  out.id = "quay";
  out.kind = guide::Channel::Kind::counter;
  out.name = text("Trung tâm hành chính công xã", "Commune public service centre");
  out.provenance = unchecked(std::string(kOneStop));
  return out;
}

guide::LegalResource one_stop_decree() {
  guide::LegalResource out;
  out.number = kOneStop;
  out.title = text("Nghị định về giải quyết thủ tục hành chính theo cơ chế một cửa",
                   "Decree on handling administrative procedures at one-stop offices");
  out.provenance = unchecked(std::string(kOneStop));
  return out;
}

}  // namespace

Result<Guide> new_guide(const GuideRequest& request) {
  Guide out;
  out.id = request.id;
  guide::ProcedureCode code;
  code.code = request.code;
  code.provenance = unchecked(fmt::format("Cổng Dịch vụ công quốc gia, mã {}", request.code));
  out.codes.push_back(std::move(code));
  if (!request.official_name.empty()) out.official_name = text(request.official_name);
  out.title = text(request.title, request.title_en);
  out.life_events.push_back(request.topic);
  out.cases.push_back(only_case());
  out.channels.push_back(counter());
  out.legal_resources.push_back(one_stop_decree());
  out.links.push_back({"portal-search", request.code, {}, {}});
  return guide::read_guide(write_guide(out), request.id);
}

Result<guide::Notice> new_notice(const NoticeRequest& request) {
  guide::Notice out;
  out.id = request.id;
  out.title = text(request.title);
  out.body.push_back(text(request.text));
  out.from = request.from;
  out.until = request.until;
  out.provenance = unchecked(request.source);
  return guide::read_notice(write_notice(out), request.id);
}

}  // namespace conglang::publish
