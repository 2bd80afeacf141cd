#pragma once

#include <string>

#include "content/guide/guide.h"

namespace conglang::database {

/// What a guide says beyond its names, folded for search: description, audience, requirements, cases, papers,
/// steps and notes, in every language. SQLite's own folding never folds đ, so it is done here.
std::string body_text(const guide::Guide& one);

}  // namespace conglang::database
