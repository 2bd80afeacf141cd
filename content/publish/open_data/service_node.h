#pragma once
// One guide as a node of the graph: cpsv:PublicService with all that hangs from it.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/guide/content.h"

namespace conglang::publish {

using Json = nlohmann::ordered_json;

/// Names of nodes: addresses below the base, or names that hold within the file.
class Names {
 public:
  explicit Names(std::string base_url) : base_url_(std::move(base_url)) {}

  /// A guide's: its page. Any other: beside the pages.
  std::string of_guide(std::string_view id) const;
  std::string of(std::string_view name) const;

 private:
  std::string base_url_;
};

/// One value for each language, marked with it.
Json in_languages(const guide::Text& text);

Json service_node(const guide::Guide& guide, const guide::Content& content, Date today, const Names& names);

}  // namespace conglang::publish
