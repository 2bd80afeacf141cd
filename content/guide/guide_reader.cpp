// Guides from JSON, one function a struct.

#include "content/guide/enum_names.h"
#include "content/guide/guide_json.h"
#include "content/guide/guide_rules.h"
#include "content/guide/json_document.h"
#include "content/guide/object_reader.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr std::int64_t kMaxPapers = 99;
constexpr std::int64_t kMaxAmountVnd = 100'000'000'000;

ProcedureCode read_code(ObjectReader& in) {
  ProcedureCode out;
  out.code = procedure_code(in, Need::required);
  out.role = in.choice<ProcedureCode::Role>("role", kCodeRoles);
  out.name = in.text("name");
  out.provenance = provenance_of(in);
  return out;
}

Evidence read_evidence(ObjectReader& in) {
  Evidence out;
  out.name = in.text("name", Need::required);
  out.note = in.text("note");
  out.originals = static_cast<int>(in.integer("originals", 0, kMaxPapers).value_or(0));
  out.copies = static_cast<int>(in.integer("copies", 0, kMaxPapers).value_or(0));
  out.handling = in.choice<Evidence::Handling>("handling", kHandlings);
  Text only_if = in.text("onlyIf");
  if (!only_if.empty()) out.only_if = std::move(only_if);
  out.channels = in.slugs("channels");
  out.provenance = provenance_of(in);
  return out;
}

Step read_step(ObjectReader& in) {
  Step out;
  out.text = in.text("text", Need::required);
  out.provenance = provenance_of(in);
  return out;
}

Cost read_cost(ObjectReader& in) {
  Cost out;
  out.amount_vnd = in.integer("amountVnd", 0, kMaxAmountVnd);
  out.answer = in.text("answer", Need::required);
  out.note = in.text("note");
  out.channels = in.slugs("channels");
  out.exemptions = in.texts("exemptions");
  out.provenance = provenance_of(in);
  return out;
}

ProcessingTime read_processing_time(ObjectReader& in) {
  ProcessingTime out;
  out.answer = in.text("answer", Need::required);
  out.note = in.text("note");
  out.channels = in.slugs("channels");
  out.provenance = provenance_of(in);
  return out;
}

Case read_case(ObjectReader& in) {
  Case out;
  out.id = in.slug("id", Need::required);
  out.label = in.text("label");
  out.note = in.text("note");
  out.icon = in.slug("icon");
  out.evidence = in.list("evidence", read_evidence);
  out.steps = in.list("steps", read_step);
  out.costs = in.list("costs", read_cost);
  out.processing_times = in.list("processingTimes", read_processing_time);
  return out;
}

Channel read_channel(ObjectReader& in) {
  Channel out;
  out.id = in.slug("id", Need::required);
  out.kind = in.choice<Channel::Kind>("kind", kChannelKinds, Need::required);
  out.name = in.text("name", Need::required);
  out.note = in.text("note");
  out.hours = in.text("hours");
  out.provenance = provenance_of(in);
  return out;
}

Output read_output(ObjectReader& in) {
  Output out;
  out.name = in.text("name", Need::required);
  out.provenance = provenance_of(in);
  return out;
}

Form read_form(ObjectReader& in) {
  Form out;
  out.name = in.text("name", Need::required);
  out.note = in.text("note");
  out.provenance = provenance_of(in);
  return out;
}

LegalResource read_legal_resource(ObjectReader& in) {
  LegalResource out;
  out.number = in.string("number", Need::required);
  out.title = in.text("title");
  out.provenance = provenance_of(in);
  return out;
}

ComingChange read_coming_change(ObjectReader& in) {
  ComingChange out;
  out.from = in.date("from", Need::required).value_or(Date{});
  out.text = in.text("text", Need::required);
  out.provenance = provenance_of(in);
  return out;
}

Guide read_fields(ObjectReader& in) {
  Guide out;
  check_envelope(in, kGuideSchema, "PublicService", Need::required);
  out.id = in.slug("id", Need::required);
  out.status = in.choice<Guide::Status>("status", kStatuses);
  out.replaced_by = in.slug("replacedBy");
  out.codes = in.list("codes", read_code);
  out.official_name = in.text("officialName");
  out.title = in.text("title", Need::required);
  out.short_title = in.text("shortTitle");
  out.description = in.text("description");
  out.audience = in.text("audience");
  out.life_events = in.slugs("lifeEvents");
  out.requirements = in.texts("requirements");
  out.case_question = in.text("caseQuestion");
  out.case_hint = in.text("caseHint");
  out.cases = in.list("cases", read_case, Need::required);
  out.channels = in.list("channels", read_channel);
  out.outputs = in.list("outputs", read_output);
  out.forms = in.list("forms", read_form);
  out.legal_resources = in.list("legalResources", read_legal_resource);
  out.competent_authority = in.text("competentAuthority");
  out.notes = in.texts("notes");
  out.search_terms = in.strings("searchTerms");
  out.links = in.list("links", read_link);
  out.coming_changes = in.list("comingChanges", read_coming_change);
  out.recordings = recordings_of(in, Cases::named);
  out.checked_on = in.date("checkedOn");
  out.valid_from = in.date("validFrom");
  out.valid_until = in.date("validUntil");
  out.review_by = in.date("reviewBy");
  out.change_note = in.text("changeNote");
  in.refuse_unknown();
  return out;
}

}  // namespace

Result<Guide> read_guide(std::string_view json, std::string_view where) {
  TRY(const Document document, parse_document(json, where));
  return read_guide(document);
}

Result<Guide> read_guide(const Document& document) {
  Problems problems;
  ObjectReader in(document.root, "", problems);
  Guide guide = read_fields(in);
  check_rules(guide, problems);
  if (!problems.empty()) return tl::unexpected<Error>(problems.to_error(document));
  return guide;
}

}  // namespace conglang::guide
