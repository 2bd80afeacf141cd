#include <nlohmann/json.hpp>

#include "content/guide/standing.h"
#include "content/guide/web_address.h"
#include "content/publish/open_data/open_data.h"
#include "content/publish/open_data/service_node.h"

namespace conglang::publish {
namespace {

/// The prefixes of CPSV-AP 3.2. They stand in the file: reading it asks no server.
Json context() {
  return {{"adms", "http://www.w3.org/ns/adms#"},   {"cpsv", "http://purl.org/vocab/cpsv#"},
          {"cv", "http://data.europa.eu/m8g/"},     {"dcat", "http://www.w3.org/ns/dcat#"},
          {"dct", "http://purl.org/dc/terms/"},     {"eli", "http://data.europa.eu/eli/ontology#"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},   {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"time", "http://www.w3.org/2006/time#"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Json life_event(const guide::Topic& topic, const Names& names) {
  return {{"@id", names.of("topic-" + topic.id)},
          {"@type", "cv:LifeEvent"},
          {"dct:identifier", topic.id},
          {"dct:title", in_languages(topic.title)}};
}

}  // namespace

OpenData to_cpsv(const guide::Content& content, Date today, const std::string& base_url) {
  const Names names(base_url);
  OpenData out;
  Json graph = Json::array();
  for (const guide::Topic& topic : content.topics) graph.push_back(life_event(topic, names));
  for (const guide::Guide& guide : content.guides) {
    if (!is_shown(guide, today)) continue;
    graph.push_back(service_node(guide, content, today, names));
    ++out.guides;
  }
  out.rows = graph.size();
  const Json document = {{"@context", context()}, {"@graph", std::move(graph)}};
  out.bytes = document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  return out;
}

}  // namespace conglang::publish
