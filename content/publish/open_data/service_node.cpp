#include "content/publish/open_data/service_node.h"

#include <algorithm>

#include "content/guide/web_address.h"
#include "content/publish/answers.h"
#include "content/publish/guide_link.h"

namespace conglang::publish {
namespace {

constexpr const char* kVietnam = "http://publications.europa.eu/resource/authority/country/VNM";
constexpr const char* kVietnamese = "http://publications.europa.eu/resource/authority/language/VIE";
constexpr const char* kEnglish = "http://publications.europa.eu/resource/authority/language/ENG";
constexpr const char* kDong = "http://publications.europa.eu/resource/authority/currency/VND";
constexpr const char* kInForce = "http://purl.org/adms/status/Completed";

guide::Text both(const char* vietnamese, const char* english) {
  guide::Text text;
  text.by_language["vi"] = vietnamese;
  text.by_language["en"] = english;
  return text;
}

Json reference(const std::string& name) {
  return {{"@id", name}};
}

Json date_value(Date date) {
  return {{"@value", format_date(date)}, {"@type", "xsd:date"}};
}

void put(Json& node, const char* name, Json value) {
  if (!value.empty()) node[name] = std::move(value);
}

void put_texts(Json& node, const char* name, const std::vector<guide::Text>& texts) {
  Json all = Json::array();
  for (const guide::Text& text : texts)
    for (Json& one : in_languages(text)) all.push_back(std::move(one));
  put(node, name, std::move(all));
}

/// Builds the node part by part.
class Service {
 public:
  Service(const guide::Guide& guide, const guide::Content& content, Date today, const Names& names)
      : guide_(guide), content_(content), today_(today), names_(names) {}

  Json build() {
    node_ = {{"@id", names_.of_guide(guide_.id)}, {"@type", "cpsv:PublicService"}};
    add_identity();
    add_surroundings();
    add_channels();
    for (const guide::Case& one : guide_.cases) add_case(one);
    add_outputs();
    add_laws();
    add_provenance();
    return std::move(node_);
  }

 private:
  std::string name(std::string_view part) const { return names_.of(fmt::format("{}-{}", guide_.id, part)); }

  /// A node with its kind, its name in the graph and its number.
  Json part(const char* type, const std::string& id) const {
    return {{"@id", name(id)}, {"@type", type}, {"dct:identifier", fmt::format("{}-{}", guide_.id, id)}};
  }

  /// Marks what is not certain, and names the source.
  void add_source(Json& node, const guide::Provenance& provenance) const {
    if (!provenance.source.empty()) node["dct:source"] = provenance.source;
    if (is_doubtful(provenance, today_))
      node["skos:editorialNote"] = in_languages(both("Cần kiểm tra", "To be confirmed"));
  }

  void append(const char* property, Json value) { node_[property].push_back(std::move(value)); }

  void add_identity() {
    Json codes = Json::array();
    for (const guide::ProcedureCode& code : guide_.codes)
      if (code.role == guide::ProcedureCode::Role::current) codes.push_back(code.code);
    if (codes.empty()) codes.push_back(guide_.id);
    node_["dct:identifier"] = codes.size() == 1 ? codes.front() : codes;
    put(node_, "dct:title", in_languages(guide_.title));
    put(node_, "dct:alternative", in_languages(guide_.official_name));
    put(node_, "dct:description", in_languages(guide_.description));
    Json keywords = Json::array();
    for (const std::string& term : guide_.search_terms) keywords.push_back(term);
    put(node_, "dcat:keyword", std::move(keywords));
    node_["dct:language"] = {reference(kVietnamese), reference(kEnglish)};
    node_["adms:status"] = reference(kInForce);
  }

  void add_surroundings() {
    node_["dct:spatial"] = reference(kVietnam);
    if (!guide_.competent_authority.empty()) {
      node_["cv:hasCompetentAuthority"] = part("cv:PublicOrganisation", "authority");
      Json& authority = node_["cv:hasCompetentAuthority"];
      authority["skos:prefLabel"] = in_languages(guide_.competent_authority);
      authority["dct:spatial"] = reference(kVietnam);
    }
    if (!guide_.audience.empty())
      node_["dct:audience"] = {{"@type", "skos:Concept"}, {"skos:prefLabel", in_languages(guide_.audience)}};
    for (const std::string& id : guide_.life_events)
      if (std::ranges::find(content_.topics, id, &guide::Topic::id) != content_.topics.end())
        append("cv:isGroupedBy", reference(names_.of("topic-" + id)));
    for (std::size_t i = 0; i < guide_.requirements.size(); ++i) {
      Json one = part("cv:Requirement", fmt::format("requirement-{}", i + 1));
      one["dct:title"] = in_languages(guide_.requirements[i]);
      append("cv:holdsRequirement", std::move(one));
    }
    if (const auto link = link_of(guide_, content_.link_policy)) node_["foaf:page"] = reference(link->url);
  }

  void add_channels() {
    for (const guide::Channel* channel : begun(guide_.channels, today_)) {
      Json one = part("cv:Channel", "channel-" + channel->id);
      put_texts(one, "dct:description", {channel->name});
      put_texts(one, "skos:note", {channel->note});
      if (!channel->hours.empty())
        one["cv:openingHours"] = {{"@type", "time:TemporalEntity"},
                                  {"dct:description", in_languages(channel->hours)}};
      add_source(one, channel->provenance);
      append("cv:hasChannel", std::move(one));
    }
  }

  /// The case is a requirement; its papers are evidence for it.
  void add_case(const guide::Case& one) {
    Json circumstance = part("cv:Requirement", "case-" + one.id);
    put(circumstance, "dct:title", in_languages(one.label.empty() ? guide_.title : one.label));
    put(circumstance, "dct:description", in_languages(one.note));
    for (const guide::Evidence* evidence : begun(one.evidence, today_)) {
      const std::string id = fmt::format("{}-paper-{}", one.id, evidence - one.evidence.data() + 1);
      circumstance["cv:hasSupportingEvidence"].push_back(reference(name(id)));
      append("cpsv:hasInput", evidence_node(*evidence, id, one));
    }
    append("cv:holdsRequirement", std::move(circumstance));
    add_costs(one);
    add_rules(one);
  }

  Json evidence_node(const guide::Evidence& evidence, const std::string& id, const guide::Case& one) const {
    Json node = part("cv:Evidence", id);
    node["dct:title"] = in_languages(evidence.name);
    put(node, "dct:description", in_languages(evidence.note));
    const bool shown = evidence.handling == guide::Evidence::Handling::show;
    std::vector<guide::Text> notes = {shown ? both("Chỉ đưa xem", "Just show it")
                                            : both("Phải nộp", "Hand in")};
    if (evidence.originals > 0) notes.push_back(count(evidence.originals, "bản chính", "original"));
    if (evidence.copies > 0) notes.push_back(count(evidence.copies, "bản sao", "copy"));
    if (evidence.only_if) notes.push_back(*evidence.only_if);
    put_texts(node, "skos:note", notes);
    node["cv:supportsRequirement"] = reference(name("case-" + one.id));
    add_source(node, evidence.provenance);
    return node;
  }

  static guide::Text count(int n, const char* vietnamese, const char* english) {
    return both(fmt::format("{} {}", n, vietnamese).c_str(), fmt::format("{} × {}", english, n).c_str());
  }

  void add_costs(const guide::Case& one) {
    for (const guide::Cost& cost : one.costs) {
      if (cost.provenance.valid_from && today_ < *cost.provenance.valid_from) continue;
      const bool doubtful = is_doubtful(cost.provenance, today_);
      Json node = part("cv:Cost", fmt::format("{}-cost-{}", one.id, &cost - one.costs.data() + 1));
      if (cost.amount_vnd && !doubtful) {
        node["cv:hasValue"] = {{"@value", *cost.amount_vnd}, {"@type", "xsd:double"}};
        node["cv:currency"] = reference(kDong);
      }
      put_texts(node, "dct:description",
                {one.label, doubtful ? guide::Text{} : cost.answer, doubtful ? guide::Text{} : cost.note});
      put_texts(node, "skos:note", cost.exemptions);
      for (const std::string& id : cost.channels)
        node["cv:ifAccessedThrough"].push_back(reference(name("channel-" + id)));
      add_source(node, cost.provenance);
      append("cv:hasCost", std::move(node));
    }
  }

  /// Times are words ("nếu nộp trước 15 giờ"), which the vocabulary's durations cannot hold: they are rules.
  void add_rules(const guide::Case& one) {
    std::vector<guide::Text> steps;
    for (const guide::Step* step : begun(one.steps, today_)) steps.push_back(step->text);
    add_rule("steps-" + one.id, both("Các bước làm", "Steps"), steps);
    std::vector<guide::Text> times = {one.label};
    for (const Answer& answer : times_of(guide_, one, today_)) {
      times.push_back(answer.channels);
      times.push_back(answer.doubtful ? both("Cần kiểm tra", "To be confirmed") : answer.text);
      times.push_back(answer.note);
    }
    add_rule("time-" + one.id, both("Thời gian giải quyết", "Processing time"), times);
  }

  void add_rule(const std::string& id, const guide::Text& title, const std::vector<guide::Text>& texts) {
    if (texts.empty()) return;
    Json rule = part("cpsv:Rule", id);
    rule["dct:title"] = in_languages(title);
    Json descriptions = Json::array();
    for (const char* language : {"vi", "en"}) {
      std::string lines;
      for (const guide::Text& text : texts) {
        if (text.empty()) continue;
        if (!lines.empty()) lines += '\n';
        lines += text.in(language);
      }
      descriptions.push_back({{"@value", lines}, {"@language", language}});
    }
    rule["dct:description"] = std::move(descriptions);
    append("cpsv:follows", std::move(rule));
  }

  void add_outputs() {
    for (const guide::Output* output : begun(guide_.outputs, today_)) {
      Json one = part("cv:Output", fmt::format("output-{}", output - guide_.outputs.data() + 1));
      one["dct:title"] = in_languages(output->name);
      add_source(one, output->provenance);
      append("cpsv:produces", std::move(one));
    }
  }

  void add_laws() {
    for (const guide::LegalResource* law : begun(guide_.legal_resources, today_)) {
      Json one = part("eli:LegalResource", fmt::format("law-{}", law - guide_.legal_resources.data() + 1));
      one["eli:id_local"] = law->number;
      put(one, "dct:title", in_languages(law->title));
      add_source(one, law->provenance);
      append("cv:hasLegalResource", std::move(one));
    }
  }

  void add_provenance() {
    put_texts(node_, "skos:note", guide_.notes);
    std::vector<guide::Text> changes;
    for (const guide::ComingChange& change : guide_.coming_changes) {
      if (change.from <= today_) continue;
      guide::Text text;
      for (const auto& entry : change.text.by_language)
        text.by_language[entry.first] = fmt::format("{}: {}", format_date(change.from), entry.second);
      changes.push_back(std::move(text));
    }
    put_texts(node_, "skos:changeNote", changes);
    if (guide_.checked_on) node_["dct:modified"] = date_value(*guide_.checked_on);
  }

  const guide::Guide& guide_;
  const guide::Content& content_;
  Date today_;
  const Names& names_;
  Json node_;
};

}  // namespace

std::string Names::of_guide(std::string_view id) const {
  const std::string name = guide::percent_encode(id);
  return base_url_.empty() ? "_:" + name : base_url_ + name + ".html";
}

std::string Names::of(std::string_view name) const {
  const std::string encoded = guide::percent_encode(name);
  return base_url_.empty() ? "_:" + encoded : base_url_ + "id/" + encoded;
}

Json in_languages(const guide::Text& text) {
  Json values = Json::array();
  const auto add = [&](const std::string& language, std::string line) {
    std::ranges::replace(line, '\n', ' ');
    values.push_back({{"@value", std::move(line)}, {"@language", language}});
  };
  if (text.has("vi")) add("vi", std::string(text.in("vi")));
  for (const auto& entry : text.by_language)
    if (entry.first != "vi") add(entry.first, entry.second);
  return values;
}

Json service_node(const guide::Guide& guide, const guide::Content& content, Date today, const Names& names) {
  return Service(guide, content, today, names).build();
}

}  // namespace conglang::publish
