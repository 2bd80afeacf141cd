#include "sync/client/manifest.h"

#include <nlohmann/json.hpp>

#include "sync/tuf/canonical_json.h"
#include "sync/tuf/field_reader.h"

namespace conglang::client {
namespace {

using nlohmann::json;
using tuf::FieldReader;

Result<tuf::TargetFile> parse_file(const json& value, const std::string& path) {
  TRY(const FieldReader reader, FieldReader::of(value, path));
  tuf::TargetFile file;
  TRY(file.length, reader.integer("length", 0));
  if (reader.has("sha256")) {
    TRY(file.hashes.sha256, reader.text("sha256"));
  }
  if (reader.has("sha512")) {
    TRY(file.hashes.sha512, reader.text("sha512"));
  }
  if (file.hashes.empty()) return reader.refuse("sha256", "and sha512 are both missing");
  return file;
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
  json files = json::object();
  for (const auto& [path, file] : manifest.files) {
    json& entry = files[path];
    entry["length"] = file.length;
    if (!file.hashes.sha256.empty()) entry["sha256"] = file.hashes.sha256;
    if (!file.hashes.sha512.empty()) entry["sha512"] = file.hashes.sha512;
  }
  const json document = {{"activatedAt", manifest.activated_at},
                         {"files", std::move(files)},
                         {"previous", manifest.previous},
                         {"recipe", manifest.recipe}};
  return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Manifest> parse_manifest(std::string_view bytes) {
  TRY(const json document, tuf::parse_json(bytes));
  TRY(const FieldReader reader, FieldReader::of(document, "manifest"));
  Manifest manifest;
  TRY(manifest.activated_at, reader.text("activatedAt"));
  TRY(manifest.recipe, reader.text("recipe"));
  TRY(manifest.previous, reader.integer("previous", 0));
  TRY(const FieldReader files, reader.object("files"));
  for (const auto& [path, value] : files.value().items()) {
    TRY(tuf::TargetFile file, parse_file(value, path));
    manifest.files.emplace(path, std::move(file));
  }
  return manifest;
}

}  // namespace conglang::client
