#include "content/publish/pages/service_data.h"

#include "content/publish/answers.h"
#include "content/publish/pages/page_words.h"

namespace conglang::publish {
namespace {

using Json = nlohmann::ordered_json;

Json identifiers(const guide::Guide& guide) {
  Json list = Json::array();
  for (const guide::ProcedureCode& code : guide.codes)
    if (code.role == guide::ProcedureCode::Role::current) list.push_back(code.code);
  return list;
}

Json outputs(const guide::Guide& guide, const PagePlace& place) {
  Json list = Json::array();
  for (const guide::Output* output : begun(guide.outputs, place.site.today))
    list.push_back({{"@type", "Thing"}, {"name", plain(output->name, place.words)}});
  return list;
}

Json channels(const guide::Guide& guide, const PagePlace& place) {
  Json list = Json::array();
  const auto link = link_of(guide, place.site.content.link_policy);
  for (const guide::Channel* channel : begun(guide.channels, place.site.today)) {
    Json one = {{"@type", "ServiceChannel"}, {"name", plain(channel->name, place.words)}};
    if (channel->kind == guide::Channel::Kind::online && link) one["serviceUrl"] = link->url;
    if (channel->kind == guide::Channel::Kind::counter || channel->kind == guide::Channel::Kind::police)
      one["serviceLocation"] = {{"@type", "Place"}, {"name", plain(channel->name, place.words)}};
    list.push_back(std::move(one));
  }
  return list;
}

/// One offer for each single amount that is certain.
Json offers(const guide::Guide& guide, const PagePlace& place) {
  Json list = Json::array();
  for (const guide::Case& one : guide.cases) {
    for (const guide::Cost& cost : one.costs) {
      if (!cost.amount_vnd || is_doubtful(cost.provenance, place.site.today)) continue;
      Json offer = {{"@type", "Offer"}, {"price", *cost.amount_vnd}, {"priceCurrency", "VND"}};
      if (!one.label.empty()) offer["name"] = plain(one.label, place.words);
      if (!cost.answer.empty()) offer["description"] = plain(cost.answer, place.words);
      list.push_back(std::move(offer));
    }
  }
  return list;
}

void put(Json& data, const char* name, Json value) {
  if (!value.empty()) data[name] = std::move(value);
}

void put_text(Json& data, const char* name, const guide::Text& text, const PagePlace& place) {
  if (!text.empty()) data[name] = plain(text, place.words);
}

}  // namespace

Json service_data(const guide::Guide& guide, const PagePlace& place) {
  Json data = {{"@context", "https://schema.org"}, {"@type", "GovernmentService"}};
  const std::string& base = place.site.base_url;
  if (!base.empty()) data["url"] = Address::of_page(base, place.path(guide.id)).text();
  put_text(data, "name", guide.title, place);
  put_text(data, "alternateName", guide.official_name, place);
  put_text(data, "description", guide.description, place);
  put(data, "identifier", identifiers(guide));
  if (!guide.competent_authority.empty())
    data["provider"] = {{"@type", "GovernmentOrganization"},
                        {"name", plain(guide.competent_authority, place.words)}};
  data["areaServed"] = {{"@type", "Country"}, {"name", "Việt Nam"}};
  if (!guide.audience.empty())
    data["audience"] = {{"@type", "Audience"}, {"audienceType", plain(guide.audience, place.words)}};
  put(data, "availableChannel", channels(guide, place));
  put(data, "serviceOutput", outputs(guide, place));
  put(data, "offers", offers(guide, place));
  if (guide.checked_on)
    data["subjectOf"] = {{"@type", "WebPage"},
                         {"inLanguage", std::string(place.words.language)},
                         {"lastReviewed", format_date(*guide.checked_on)}};
  return data;
}

}  // namespace conglang::publish
