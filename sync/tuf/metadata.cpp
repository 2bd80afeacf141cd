#include "sync/tuf/metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "content/base/hex.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/field_reader.h"
#include "sync/tuf/limits.h"

namespace conglang::tuf {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 4> kTopLevelRoles = {"root", "timestamp", "snapshot", "targets"};

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// Checked to the digit: a hash becomes part of a file's name.
Result<std::string> read_hash(const FieldReader& hashes, const char* name, std::size_t digits) {
  if (!hashes.has(name)) return std::string();
  TRY(std::string hash, hashes.text(name));
  if (hash.size() != digits || !is_lower_hex(hash)) {
    return hashes.refuse(name, fmt::format("is not {} lower-case hexadecimal digits", digits));
  }
  return hash;
}

Result<Hashes> read_hashes(const FieldReader& owner) {
  TRY(const FieldReader fields, owner.object("hashes"));
  Hashes hashes;
  TRY(hashes.sha256, read_hash(fields, "sha256", 64));
  TRY(hashes.sha512, read_hash(fields, "sha512", 128));
  if (hashes.empty()) return owner.refuse("hashes", "has neither sha256 nor sha512");
  return hashes;
}

Result<RoleKeys> read_role_keys(const FieldReader& role) {
  RoleKeys keys;
  TRY(keys.key_ids, role.texts("keyids"));
  TRY(keys.threshold, role.integer("threshold", 1));
  if (std::set<std::string>(keys.key_ids.begin(), keys.key_ids.end()).size() != keys.key_ids.size()) {
    return role.refuse("keyids", "has one key twice");
  }
  return keys;
}

Result<Keys> read_keys(const FieldReader& owner) {
  TRY(const FieldReader fields, owner.object("keys"));
  Keys keys;
  for (const auto& [id, object] : fields.value().items()) {
    auto key = PublicKey::parse(object);
    if (!key) return with_context(std::move(key).error(), fields.where());
    key->check_listed_as(id);
    keys.emplace(id, std::move(*key));
  }
  return keys;
}

// What every role has: its type, a specification that this reader knows, version and expiry.
template <typename Role>
Result<Role> read_common(const FieldReader& fields, std::string_view type) {
  TRY(const std::string actual, fields.text("_type"));
  if (actual != type) return fields.refuse("_type", fmt::format("is {}, not {}", actual, type));
  TRY(const std::string specification, fields.text("spec_version"));
  if (!specification.starts_with("1.")) {
    return fields.refuse("spec_version", "is not 1.x: this program must be updated first");
  }
  Role role;
  TRY(role.version, fields.integer("version", 1));
  TRY(role.expires, fields.instant("expires"));
  return role;
}

Result<Root> read_root(const FieldReader& fields) {
  TRY(Root root, read_common<Root>(fields, "root"));
  if (fields.has("consistent_snapshot")) {
    TRY(root.consistent_snapshot, fields.boolean("consistent_snapshot"));
  }
  TRY(root.keys, read_keys(fields));
  TRY(const FieldReader roles, fields.object("roles"));
  for (const char* name : kTopLevelRoles) {
    TRY(const FieldReader role, roles.object(name));
    TRY(RoleKeys keys, read_role_keys(role));
    root.roles.emplace(name, std::move(keys));
  }
  return root;
}

Result<MetaFile> read_meta_file(const json& value, std::string where) {
  TRY(const FieldReader fields, FieldReader::of(value, std::move(where)));
  MetaFile file;
  TRY(file.version, fields.integer("version", 1));
  if (fields.has("length")) {
    TRY(file.length, fields.integer("length", 0));
  }
  if (fields.has("hashes")) {
    TRY(file.hashes, read_hashes(fields));
  }
  return file;
}

Result<Timestamp> read_timestamp(const FieldReader& fields) {
  TRY(Timestamp timestamp, read_common<Timestamp>(fields, "timestamp"));
  TRY(const FieldReader meta, fields.object("meta"));
  TRY(const json* snapshot, meta.field("snapshot.json"));
  TRY(timestamp.snapshot, read_meta_file(*snapshot, meta.where() + ".snapshot.json"));
  return timestamp;
}

Result<Snapshot> read_snapshot(const FieldReader& fields) {
  TRY(Snapshot snapshot, read_common<Snapshot>(fields, "snapshot"));
  TRY(const FieldReader meta, fields.object("meta"));
  for (const auto& [name, value] : meta.value().items()) {
    TRY(MetaFile file, read_meta_file(value, meta.where() + "." + name));
    snapshot.meta.emplace(name, std::move(file));
  }
  if (!snapshot.meta.contains("targets.json")) return meta.refuse("targets.json", "is missing");
  return snapshot;
}

Result<TargetFile> read_target_file(const json& value, std::string where) {
  TRY(const FieldReader fields, FieldReader::of(value, std::move(where)));
  TargetFile file;
  TRY(file.length, fields.integer("length", 0));
  TRY(file.hashes, read_hashes(fields));
  if (fields.has("custom")) {
    TRY(const FieldReader custom, fields.object("custom"));
    file.custom = custom.value().dump(-1, ' ', false, json::error_handler_t::replace);
  }
  return file;
}

Result<DelegatedRole> read_delegated_role(const json& value, std::string where) {
  TRY(const FieldReader fields, FieldReader::of(value, std::move(where)));
  DelegatedRole role;
  TRY(role.name, fields.text("name"));
  if (role.name.empty()) return fields.refuse("name", "is empty");
  if (std::find(kTopLevelRoles.begin(), kTopLevelRoles.end(), role.name) != kTopLevelRoles.end()) {
    return fields.refuse("name", fmt::format("is {}, which only root may delegate", role.name));
  }
  TRY(role.keys, read_role_keys(fields));
  if (fields.has("terminating")) {  // the specification's own example leaves it out
    TRY(role.terminating, fields.boolean("terminating"));
  }
  if (fields.has("paths") == fields.has("path_hash_prefixes")) {
    return fields.refuse("paths", "or else path_hash_prefixes must be given, and not both");
  }
  if (fields.has("paths")) {
    TRY(role.paths, fields.texts("paths"));
  } else {
    TRY(role.path_hash_prefixes, fields.texts("path_hash_prefixes"));
  }
  return role;
}

Result<SuccinctRoles> read_succinct_roles(const FieldReader& fields) {
  SuccinctRoles roles;
  TRY(roles.keys, read_role_keys(fields));
  TRY(const std::int64_t bits, fields.integer("bit_length", 1));
  if (bits > kMaxBitLength) return fields.refuse("bit_length", fmt::format("is over {}", kMaxBitLength));
  roles.bit_length = static_cast<int>(bits);
  TRY(roles.name_prefix, fields.text("name_prefix"));
  return roles;
}

Result<Delegations> read_delegations(const FieldReader& fields) {
  Delegations delegations;
  TRY(delegations.keys, read_keys(fields));
  if (fields.has("succinct_roles")) {
    if (fields.has("roles")) return fields.refuse("succinct_roles", "and roles are both given");
    TRY(const FieldReader succinct, fields.object("succinct_roles"));
    TRY(delegations.succinct, read_succinct_roles(succinct));
    return delegations;
  }
  TRY(const json* roles, fields.array("roles"));
  std::set<std::string> names;
  for (const json& value : *roles) {
    TRY(DelegatedRole role, read_delegated_role(value, fields.where() + ".roles"));
    if (!names.insert(role.name).second) {
      return fields.refuse("roles", fmt::format("has the role {} twice", role.name));
    }
    delegations.roles.push_back(std::move(role));
  }
  return delegations;
}

Result<Targets> read_targets(const FieldReader& fields) {
  TRY(Targets targets, read_common<Targets>(fields, "targets"));
  TRY(const FieldReader files, fields.object("targets"));
  for (const auto& [path, value] : files.value().items()) {
    TRY(TargetFile file, read_target_file(value, files.where() + "." + path));
    targets.targets.emplace(path, std::move(file));
  }
  if (fields.has("delegations")) {
    TRY(const FieldReader delegations, fields.object("delegations"));
    TRY(targets.delegations, read_delegations(delegations));
  }
  return targets;
}

Result<std::vector<Signature>> read_signatures(const FieldReader& envelope) {
  TRY(const json* list, envelope.array("signatures"));
  std::vector<Signature> signatures;
  std::set<std::string> ids;
  for (const json& value : *list) {
    TRY(const FieldReader fields, FieldReader::of(value, envelope.where() + ".signatures"));
    TRY(std::string id, fields.text("keyid"));
    TRY(const std::string hex, fields.text("sig"));
    // 4.2: "multiple signatures with the same keyid are not allowed", even where others suffice.
    if (!ids.insert(id).second) return envelope.refuse("signatures", "has two by one key");
    signatures.push_back({std::move(id), from_hex(hex).value_or("")});
  }
  return signatures;
}

template <typename Role>
Result<Metadata<Role>> parse(std::string_view bytes, std::string name,
                             Result<Role> (*read)(const FieldReader& fields)) {
  auto value = parse_json(bytes);
  if (!value) return with_context(std::move(value).error(), name);
  TRY(const FieldReader envelope, FieldReader::of(*value, std::move(name)));
  Metadata<Role> metadata;
  TRY(metadata.signatures, read_signatures(envelope));
  TRY(const FieldReader fields, envelope.object("signed"));
  TRY(metadata.content, read(fields));
  TRY(metadata.signed_bytes, canonical_json(fields.value()));
  return metadata;
}

}  // namespace

Result<Metadata<Root>> parse_root(std::string_view bytes) {
  return parse<Root>(bytes, "root", read_root);
}

Result<Metadata<Timestamp>> parse_timestamp(std::string_view bytes) {
  return parse<Timestamp>(bytes, "timestamp", read_timestamp);
}

Result<Metadata<Snapshot>> parse_snapshot(std::string_view bytes) {
  return parse<Snapshot>(bytes, "snapshot", read_snapshot);
}

Result<Metadata<Targets>> parse_targets(std::string_view bytes) {
  return parse<Targets>(bytes, "targets", read_targets);
}

}  // namespace conglang::tuf
