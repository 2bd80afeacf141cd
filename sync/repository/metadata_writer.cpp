#include "sync/repository/metadata_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/base/hex.h"
#include "content/base/utf8.h"
#include "sync/tuf/canonical_json.h"

namespace conglang::repository {
namespace {

using nlohmann::json;

constexpr const char* kSpecVersion = "1.0.34";

template <typename Role>
json common(const char* type, const Role& role) {
  return {{"_type", type},
          {"spec_version", kSpecVersion},
          {"version", role.version},
          {"expires", format_instant(role.expires)}};
}

// For JSON text that the metadata reader wrote, which always parses.
json parsed(const std::string& text) {
  return json::parse(text, nullptr, false);
}

json keys_to_json(const tuf::Keys& keys) {
  json object = json::object();
  for (const auto& [id, key] : keys) object[id] = parsed(key.object());
  return object;
}

json hashes_to_json(const tuf::Hashes& hashes) {
  json object = json::object();
  if (!hashes.sha256.empty()) object["sha256"] = hashes.sha256;
  if (!hashes.sha512.empty()) object["sha512"] = hashes.sha512;
  return object;
}

json meta_to_json(const tuf::MetaFile& file) {
  json object = {{"version", file.version}};
  if (file.length) object["length"] = *file.length;
  if (!file.hashes.empty()) object["hashes"] = hashes_to_json(file.hashes);
  return object;
}

json to_json(const tuf::Root& root) {
  json object = common("root", root);
  object["consistent_snapshot"] = root.consistent_snapshot;
  object["keys"] = keys_to_json(root.keys);
  for (const auto& [name, role] : root.roles) {
    object["roles"][name] = {{"keyids", role.key_ids}, {"threshold", role.threshold}};
  }
  return object;
}

json to_json(const tuf::Timestamp& timestamp) {
  json object = common("timestamp", timestamp);
  object["meta"] = {{"snapshot.json", meta_to_json(timestamp.snapshot)}};
  return object;
}

json to_json(const tuf::Snapshot& snapshot) {
  json object = common("snapshot", snapshot);
  object["meta"] = json::object();
  for (const auto& [name, file] : snapshot.meta) object["meta"][name] = meta_to_json(file);
  return object;
}

json delegations_to_json(const tuf::Delegations& delegations) {
  if (const auto& bins = delegations.succinct) {
    return {{"keys", keys_to_json(delegations.keys)},
            {"succinct_roles",
             {{"keyids", bins->keys.key_ids},
              {"threshold", bins->keys.threshold},
              {"bit_length", bins->bit_length},
              {"name_prefix", bins->name_prefix}}}};
  }
  json roles = json::array();
  for (const tuf::DelegatedRole& role : delegations.roles) {
    json object = {{"name", role.name},
                   {"keyids", role.keys.key_ids},
                   {"threshold", role.keys.threshold},
                   {"terminating", role.terminating}};
    if (role.path_hash_prefixes.empty()) {
      object["paths"] = role.paths;
    } else {
      object["path_hash_prefixes"] = role.path_hash_prefixes;
    }
    roles.push_back(std::move(object));
  }
  return {{"keys", keys_to_json(delegations.keys)}, {"roles", std::move(roles)}};
}

json to_json(const tuf::Targets& targets) {
  json object = common("targets", targets);
  object["targets"] = json::object();
  for (const auto& [path, file] : targets.targets) {
    json& target = object["targets"][path];
    target = {{"length", file.length}, {"hashes", hashes_to_json(file.hashes)}};
    if (!file.custom.empty()) target["custom"] = parsed(file.custom);
  }
  if (targets.delegations) object["delegations"] = delegations_to_json(*targets.delegations);
  return object;
}

json signature_by(const tuf::SigningKey& signer, const std::string& signed_bytes) {
  return {{"keyid", signer.public_key().id()}, {"sig", to_hex(signer.sign(signed_bytes))}};
}

Result<std::string> sign(json content, const Signers& signers) {
  TRY(const std::string signed_bytes, tuf::canonical_json(content));
  if (!is_valid_utf8(signed_bytes)) return fail(Errc::invalid, "a text in the metadata is not UTF-8");
  json signatures = json::array();
  for (const tuf::SigningKey* signer : signers) signatures.push_back(signature_by(*signer, signed_bytes));
  const json envelope = {{"signatures", std::move(signatures)}, {"signed", std::move(content)}};
  return envelope.dump();
}

Result<json> parse_envelope(std::string_view file) {
  json envelope = json::parse(file, nullptr, false);
  if (!envelope.is_object() || !envelope.contains("signed") || !envelope.contains("signatures") ||
      !envelope["signatures"].is_array()) {
    return fail(Errc::parse, "this is no signed file: it needs \"signed\" and a list \"signatures\"");
  }
  return envelope;
}

bool has_signed(const json& signatures, const std::string& key_id) {
  return std::ranges::any_of(signatures, [&key_id](const json& one) {
    return one.is_object() && one.contains("keyid") && one["keyid"] == key_id;
  });
}

}  // namespace

Result<std::string> write_signed(const tuf::Root& content, const Signers& signers) {
  return sign(to_json(content), signers);
}

Result<std::string> write_signed(const tuf::Timestamp& content, const Signers& signers) {
  return sign(to_json(content), signers);
}

Result<std::string> write_signed(const tuf::Snapshot& content, const Signers& signers) {
  return sign(to_json(content), signers);
}

Result<std::string> write_signed(const tuf::Targets& content, const Signers& signers) {
  return sign(to_json(content), signers);
}

Signers signers_of(const std::vector<tuf::SigningKey>& keys) {
  Signers signers;
  for (const tuf::SigningKey& key : keys) signers.push_back(&key);
  return signers;
}

Result<std::string> add_signatures(std::string_view file, const Signers& signers) {
  TRY(json envelope, parse_envelope(file));
  TRY(const std::string signed_bytes, tuf::canonical_json(envelope["signed"]));
  for (const tuf::SigningKey* signer : signers) {
    if (has_signed(envelope["signatures"], signer->public_key().id())) continue;
    envelope["signatures"].push_back(signature_by(*signer, signed_bytes));
  }
  return envelope.dump();
}

Result<std::string> add_signature(std::string_view file, const tuf::Signature& signature) {
  TRY(json envelope, parse_envelope(file));
  json others = json::array();
  for (const json& one : envelope["signatures"]) {
    if (!has_signed(json::array({one}), signature.key_id)) others.push_back(one);
  }
  others.push_back({{"keyid", signature.key_id}, {"sig", to_hex(signature.bytes)}});
  envelope["signatures"] = std::move(others);
  return envelope.dump();
}

}  // namespace conglang::repository
