#pragma once
// What staff sent beside their words, as the content of a draft names it.

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "sync/server/store/store.h"

namespace conglang::server {

/// Every `"file": NAME` of `content`, a JSON text, whose name `is_one` takes.
std::set<std::string> files_named(const std::string& content, bool (*is_one)(std::string_view));

/// Pictures and recordings that were sent here and that `content` names, bytes by path.
Result<std::map<std::string, std::string>> media_named(const Store& store, const std::string& commune,
                                                       const std::string& content);

}  // namespace conglang::server
