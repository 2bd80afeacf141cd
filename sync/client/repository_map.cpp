#include "sync/client/repository_map.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sync/tuf/canonical_json.h"
#include "sync/tuf/field_reader.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::client {
namespace {

using nlohmann::json;
using tuf::FieldReader;

constexpr std::size_t kMaxNameLength = 64;

bool is_plain_word(std::string_view name) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.size() <= kMaxNameLength && std::ranges::all_of(name, is_plain);
}

Result<std::map<std::string, std::string>> read_addresses(const FieldReader& map) {
  TRY(const FieldReader listed, map.object("repositories"));
  std::map<std::string, std::string> addresses;
  for (const auto& [name, value] : listed.value().items()) {
    if (!is_plain_word(name)) {
      return fail(Errc::invalid, "{}: \"{}\" is no name of lower-case letters, digits and \"-\"",
                  listed.where(), name);
    }
    TRY(const std::vector<std::string> urls, listed.texts(name.c_str()));
    if (urls.size() != 1) return fail(Errc::invalid, "{}.{}: needs one address", listed.where(), name);
    addresses.emplace(name, urls.front());
  }
  return addresses;
}

Result<void> check_one_decides(const FieldReader& entry, std::size_t repositories) {
  if (repositories != 1) {
    return fail(Errc::invalid, "{}.repositories: needs the one repository that owns the paths",
                entry.where());
  }
  if (entry.has("threshold")) {
    TRY(const std::int64_t threshold, entry.integer("threshold", 1));
    if (threshold != 1) return fail(Errc::invalid, "{}.threshold: must be 1", entry.where());
  }
  if (entry.has("terminating")) {
    TRY(const bool terminating, entry.boolean("terminating"));
    if (!terminating) {
      return fail(Errc::invalid, "{}.terminating: must be true: a path has one owner", entry.where());
    }
  }
  return {};
}

}  // namespace

RepositoryMap RepositoryMap::of_one(std::string url) {
  RepositoryMap map;
  map.repositories_.push_back({"", std::move(url)});
  map.entries_.push_back({{}, ""});
  return map;
}

Result<RepositoryMap> RepositoryMap::parse(std::string_view bytes) {
  TRY(const json document, tuf::parse_json(bytes));
  TRY(const FieldReader fields, FieldReader::of(document, "map"));
  TRY(const auto addresses, read_addresses(fields));
  TRY(const json* entries, fields.array("mapping"));
  RepositoryMap map;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    TRY(const FieldReader entry, FieldReader::of((*entries)[i], fmt::format("map.mapping[{}]", i)));
    TRY(const std::vector<std::string> names, entry.texts("repositories"));
    TRY_VOID(check_one_decides(entry, names.size()));
    const auto address = addresses.find(names.front());
    if (address == addresses.end()) {
      return fail(Errc::invalid, "{}.repositories: \"{}\" has no address", entry.where(), names.front());
    }
    TRY(std::vector<std::string> paths, entry.texts("paths"));
    if (paths.empty()) return fail(Errc::invalid, "{}.paths: is empty", entry.where());
    map.entries_.push_back({std::move(paths), names.front()});
    const Repository named{names.front(), address->second};
    if (std::ranges::find(map.repositories_, named) == map.repositories_.end()) {
      map.repositories_.push_back(named);
    }
  }
  if (map.repositories_.size() != addresses.size() || map.repositories_.empty()) {
    return fail(Errc::invalid, "map.mapping: every repository needs paths");
  }
  return map;
}

const std::string* RepositoryMap::owner(std::string_view path) const {
  const auto found = std::ranges::find_if(entries_, [path](const Entry& entry) {
    return entry.paths.empty() || std::ranges::any_of(entry.paths, [path](const std::string& pattern) {
             return tuf::matches_pattern(pattern, path);
           });
  });
  return found == entries_.end() ? nullptr : &found->repository;
}

}  // namespace conglang::client
