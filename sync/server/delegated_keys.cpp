#include "sync/server/delegated_keys.h"

#include "content/base/file.h"

namespace conglang::server {
namespace {

constexpr std::uintmax_t kMaxTimestampBytes = 64UL * 1024;
constexpr std::uintmax_t kMaxRootBytes = 512UL * 1024;

}  // namespace

std::vector<std::string> DelegatedKeys::of(const std::string& commune) {
  const std::lock_guard lock(mutex_);
  auto timestamp = read_file(tree_.metadata("timestamp.json"), kMaxTimestampBytes);
  if (!timestamp) return {};
  if (*timestamp != timestamp_) {
    roles_ = load();
    timestamp_ = std::move(*timestamp);
  }
  const auto found = roles_.find("commune-" + commune);
  return found == roles_.end() ? std::vector<std::string>() : found->second;
}

DelegatedKeys::ByRole DelegatedKeys::load() const {
  ByRole roles;
  const auto root = read_file(tree_.metadata("1.root.json"), kMaxRootBytes);
  if (!root) return roles;
  const auto set = tree_.load(*root, repository::kIgnoreExpiry);
  if (!set || set->targets() == nullptr || !set->targets()->delegations) return roles;
  for (const tuf::DelegatedRole& role : set->targets()->delegations->roles)
    roles[role.name] = role.keys.key_ids;
  return roles;
}

}  // namespace conglang::server
