// Values to JSON in the schema's order, one function a struct. What is empty is left out.

#include "content/guide/enum_names.h"
#include "content/guide/guide_json.h"
#include "content/guide/json_writer.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

Json write_text(const Text& text) {
  return to_json(text);
}

Json write_code(const ProcedureCode& code) {
  Json out = Json::object();
  out["code"] = code.code;
  out["role"] = name_of(code.role, kCodeRoles);
  put(out, "name", code.name);
  out["provenance"] = write_provenance(code.provenance);
  return out;
}

Json write_evidence(const Evidence& evidence) {
  Json out = Json::object();
  put(out, "name", evidence.name);
  put(out, "note", evidence.note);
  out["originals"] = evidence.originals;
  out["copies"] = evidence.copies;
  out["handling"] = name_of(evidence.handling, kHandlings);
  if (evidence.only_if) put(out, "onlyIf", *evidence.only_if);
  put(out, "channels", evidence.channels);
  out["provenance"] = write_provenance(evidence.provenance);
  return out;
}

Json write_step(const Step& step) {
  Json out = Json::object();
  put(out, "text", step.text);
  out["provenance"] = write_provenance(step.provenance);
  return out;
}

Json write_cost(const Cost& cost) {
  Json out = Json::object();
  if (cost.amount_vnd) out["amountVnd"] = *cost.amount_vnd;
  put(out, "answer", cost.answer);
  put(out, "note", cost.note);
  put(out, "channels", cost.channels);
  put_list(out, "exemptions", cost.exemptions, write_text);
  out["provenance"] = write_provenance(cost.provenance);
  return out;
}

Json write_processing_time(const ProcessingTime& time) {
  Json out = Json::object();
  put(out, "answer", time.answer);
  put(out, "note", time.note);
  put(out, "channels", time.channels);
  out["provenance"] = write_provenance(time.provenance);
  return out;
}

Json write_case(const Case& one) {
  Json out = Json::object();
  out["id"] = one.id;
  put(out, "label", one.label);
  put(out, "note", one.note);
  put(out, "icon", one.icon);
  put_list(out, "evidence", one.evidence, write_evidence);
  put_list(out, "steps", one.steps, write_step);
  put_list(out, "costs", one.costs, write_cost);
  put_list(out, "processingTimes", one.processing_times, write_processing_time);
  return out;
}

Json write_channel(const Channel& channel) {
  Json out = Json::object();
  out["id"] = channel.id;
  out["kind"] = name_of(channel.kind, kChannelKinds);
  put(out, "name", channel.name);
  put(out, "note", channel.note);
  put(out, "hours", channel.hours);
  out["provenance"] = write_provenance(channel.provenance);
  return out;
}

Json write_output(const Output& output) {
  Json out = Json::object();
  put(out, "name", output.name);
  out["provenance"] = write_provenance(output.provenance);
  return out;
}

Json write_form(const Form& form) {
  Json out = Json::object();
  put(out, "name", form.name);
  put(out, "note", form.note);
  out["provenance"] = write_provenance(form.provenance);
  return out;
}

Json write_legal_resource(const LegalResource& resource) {
  Json out = Json::object();
  out["number"] = resource.number;
  put(out, "title", resource.title);
  out["provenance"] = write_provenance(resource.provenance);
  return out;
}

Json write_coming_change(const ComingChange& change) {
  Json out = Json::object();
  out["from"] = format_date(change.from);
  put(out, "text", change.text);
  out["provenance"] = write_provenance(change.provenance);
  return out;
}

}  // namespace

std::string write_guide(const Guide& guide, std::string_view schema) {
  Json out = Json::object();
  out["$schema"] = schema;
  out["type"] = "PublicService";
  out["id"] = guide.id;
  out["status"] = name_of(guide.status, kStatuses);
  put(out, "replacedBy", guide.replaced_by);
  put_list(out, "codes", guide.codes, write_code);
  put(out, "officialName", guide.official_name);
  put(out, "title", guide.title);
  put(out, "shortTitle", guide.short_title);
  put(out, "description", guide.description);
  put(out, "audience", guide.audience);
  put(out, "lifeEvents", guide.life_events);
  put_list(out, "requirements", guide.requirements, write_text);
  put(out, "caseQuestion", guide.case_question);
  put(out, "caseHint", guide.case_hint);
  put_list(out, "cases", guide.cases, write_case);
  put_list(out, "channels", guide.channels, write_channel);
  put_list(out, "outputs", guide.outputs, write_output);
  put_list(out, "forms", guide.forms, write_form);
  put_list(out, "legalResources", guide.legal_resources, write_legal_resource);
  put(out, "competentAuthority", guide.competent_authority);
  put_list(out, "notes", guide.notes, write_text);
  put(out, "searchTerms", guide.search_terms);
  put_list(out, "links", guide.links, write_link);
  put_list(out, "comingChanges", guide.coming_changes, write_coming_change);
  put_recordings(out, guide.recordings);
  put(out, "checkedOn", guide.checked_on);
  put(out, "validFrom", guide.valid_from);
  put(out, "validUntil", guide.valid_until);
  put(out, "reviewBy", guide.review_by);
  put(out, "changeNote", guide.change_note);
  return to_file(out);
}

}  // namespace conglang::guide
