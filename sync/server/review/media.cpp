#include "sync/server/review/media.h"

#include <nlohmann/json.hpp>

#include "sync/server/review/pictures.h"
#include "sync/server/review/recordings.h"

namespace conglang::server {
namespace {

void collect(const Json& value, bool (*is_one)(std::string_view), std::set<std::string>& files) {
  if (value.is_object()) {
    const auto file = value.find("file");
    if (file != value.end() && file->is_string() && is_one(file->get_ref<const std::string&>()))
      files.insert(file->get<std::string>());
  }
  if (value.is_object() || value.is_array()) {
    for (const auto& part : value) collect(part, is_one, files);
  }
}

}  // namespace

std::set<std::string> files_named(const std::string& content, bool (*is_one)(std::string_view)) {
  std::set<std::string> files;
  collect(Json::parse(content, nullptr, false), is_one, files);
  return files;
}

Result<std::map<std::string, std::string>> media_named(const Store& store, const std::string& commune,
                                                       const std::string& content) {
  TRY(auto named, pictures_named(store, commune, content));
  TRY(auto recordings, recordings_named(store, commune, content));
  named.merge(recordings);
  return named;
}

}  // namespace conglang::server
