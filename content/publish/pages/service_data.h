#pragma once

#include <nlohmann/json.hpp>

#include "content/publish/pages/site.h"

namespace conglang::publish {

/// The guide as schema.org's GovernmentService (JSON-LD), in the page's language. It holds no number that is
/// not certain, and no address but those that passed the link policy and our own.
nlohmann::ordered_json service_data(const guide::Guide& guide, const PagePlace& place);

}  // namespace conglang::publish
