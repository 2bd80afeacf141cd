#include "tests/support/repository_simulator.h"

#include "content/base/file.h"
#include "content/base/hex.h"
#include "sync/repository/metadata_writer.h"
#include "sync/tuf/names.h"

namespace conglang::testing {
namespace {

using namespace std::chrono_literals;
using conglang::repository::Signers;
using conglang::repository::write_signed;

Signers pointers(const std::vector<tuf::SigningKey>& keys) {
  Signers signers;
  for (const tuf::SigningKey& key : keys) signers.push_back(&key);
  return signers;
}

}  // namespace

RepositorySimulator::RepositorySimulator() {
  root = {1, kSimulatorNow + std::chrono::days{730}, true, {}, {}};
  for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
    root.roles[role] = {};
    add_key(role);
  }
  roles["targets"].expires = kSimulatorNow + std::chrono::days{365};
  snapshot.expires = kSimulatorNow + std::chrono::days{30};
  timestamp.expires = kSimulatorNow + std::chrono::days{14};
  publish_root_as_it_is();
  publish();
}

tuf::SigningKey RepositorySimulator::new_key() {
  const auto seed = from_hex(tuf::sha256_hex("test key " + std::to_string(++keys_made_)));
  return std::move(tuf::SigningKey::from_seed(*seed)).value();
}

void RepositorySimulator::add_key(const std::string& role) {
  tuf::SigningKey key = new_key();
  const tuf::PublicKey& shown = key.public_key();
  if (const auto top_level = root.roles.find(role); top_level != root.roles.end()) {
    root.keys.insert_or_assign(shown.id(), shown);
    top_level->second.key_ids.push_back(shown.id());
  } else {
    tuf::Delegations& delegations = *roles.at("targets").delegations;
    delegations.keys.insert_or_assign(shown.id(), shown);
    for (tuf::DelegatedRole& one : delegations.roles) {
      if (one.name == role) one.keys.key_ids.push_back(shown.id());
    }
  }
  signers[role].push_back(std::move(key));
}

void RepositorySimulator::replace_keys(const std::string& role) {
  if (role == "root") {
    for (tuf::SigningKey& key : signers[role]) retired_root_keys_.push_back(std::move(key));
  }
  signers[role].clear();
  root.roles.at(role).key_ids.clear();
  add_key(role);
}

tuf::DelegatedRole& RepositorySimulator::delegate(const std::string& parent, const std::string& name,
                                                  std::vector<std::string> paths, bool terminating) {
  if (!roles.contains(name)) {
    roles[name].expires = kSimulatorNow + std::chrono::days{365};
    signers[name].push_back(new_key());
  }
  const tuf::PublicKey& key = signers[name].front().public_key();
  auto& delegations = roles.at(parent).delegations;
  if (!delegations) delegations.emplace();
  delegations->keys.insert_or_assign(key.id(), key);
  delegations->roles.push_back({name, {{key.id()}, 1}, std::move(paths), {}, terminating});
  return delegations->roles.back();
}

void RepositorySimulator::set_target(const std::string& role, const std::string& path,
                                     std::string_view bytes) {
  tuf::TargetFile file;
  file.length = static_cast<std::int64_t>(bytes.size());
  file.hashes.sha256 = tuf::sha256_hex(bytes);
  files["targets/" + tuf::hashed_target_path(path, file.hashes.sha256)] = bytes;
  roles.at(role).targets[path] = file;
}

void RepositorySimulator::publish() {
  for (auto& [name, role] : roles) {
    ++role.version;
    publish_role(name);
    snapshot.meta[name + ".json"].version = role.version;
  }
  ++snapshot.version;
  publish_snapshot();
  ++timestamp.version;
  publish_timestamp();
}

void RepositorySimulator::publish_root() {
  ++root.version;
  publish_root_as_it_is();
  retired_root_keys_.clear();
}

void RepositorySimulator::publish_root_as_it_is() {
  Signers all = pointers(signers.at("root"));
  for (const tuf::SigningKey& key : retired_root_keys_) all.push_back(&key);
  files["metadata/" + tuf::versioned_metadata_name("root", root.version)] = write_signed(root, all).value();
}

void RepositorySimulator::publish_role(const std::string& role) {
  const tuf::Targets& content = roles.at(role);
  files["metadata/" + tuf::versioned_metadata_name(role, content.version)] =
      write_signed(content, pointers(signers.at(role))).value();
}

void RepositorySimulator::publish_snapshot() {
  const std::string bytes = write_signed(snapshot, pointers(signers.at("snapshot"))).value();
  files["metadata/" + tuf::versioned_metadata_name("snapshot", snapshot.version)] = bytes;
  timestamp.snapshot = {
      snapshot.version, static_cast<std::int64_t>(bytes.size()), {tuf::sha256_hex(bytes), ""}};
}

void RepositorySimulator::publish_timestamp() {
  files["metadata/timestamp.json"] = write_signed(timestamp, pointers(signers.at("timestamp"))).value();
}

std::string& RepositorySimulator::role_file(const std::string& role) {
  return metadata(tuf::versioned_metadata_name(role, roles.at(role).version));
}

void RepositorySimulator::write_to(const std::filesystem::path& folder) const {
  for (const auto& [name, bytes] : files) {
    static_cast<void>(make_folders((folder / name).parent_path()));
    static_cast<void>(write_file_atomically(folder / name, bytes));
  }
}

}  // namespace conglang::testing
