#include "sync/client/refresh.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sync/tuf/delegation.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::client {
namespace {

using tuf::TrustedSet;

constexpr std::size_t kMostRoles = tuf::kMaxDelegations;

// TrustedSet knows a file by its role's name; people look for it by its path in the repository.
tl::unexpected<Error> refused(Error error, std::string_view role, std::string_view path) {
  const std::string name = tuf::metadata_name(role) + ": ";
  if (error.message.starts_with(name)) error.message.erase(0, name.size());
  return with_context(std::move(error), path);
}

bool is_about_content(Errc code) {
  return code == Errc::parse || code == Errc::bad_signature || code == Errc::invalid;
}

// One run of the workflow.
class Workflow {
 public:
  Workflow(Instant now, Fetcher& fetcher, const MetadataStore& store, TrustedSet& trusted)
      : now_(now), fetcher_(fetcher), store_(store), trusted_(trusted) {}

  Result<void> update_top_level(std::string& tag) {
    TRY_VOID(update_roots());
    TRY_VOID(check_root());
    TRY_VOID(update_timestamp(tag));
    TRY_VOID(update_snapshot());
    return update_targets();
  }
  Result<std::vector<BrokenRole>> update_delegations(const std::vector<std::string>& wanted);
  Result<std::optional<tuf::TargetFound>> find(const std::string& path);

 private:
  struct Edge {
    tuf::DelegatedRole role;
    std::string parent;
  };

  Result<void> update_roots();
  Result<void> check_root() const;
  Result<void> update_timestamp(std::string& tag);
  Result<void> update_snapshot();
  Result<void> update_targets();
  std::string path_of(std::string_view role, std::int64_t version) const;
  Result<std::string> fetch(const std::string& path, std::int64_t max_bytes);
  /// The stored file of `role` if `adopt` takes it, else the one of `meta`, fetched, adopted and stored.
  template <typename Adopt>
  Result<void> adopt_stored_or_fetched(std::string_view role, const tuf::MetaFile& meta,
                                       std::int64_t max_bytes, const Adopt& adopt);
  Result<void> update_delegated(const Edge& edge, const tuf::MetaFile& meta);
  Result<void> update_or_break(const Edge& edge, std::vector<BrokenRole>& broken);
  void append_children(const Edge& of, const std::vector<std::string>& wanted,
                       std::vector<Edge>& edges) const;

  Instant now_;
  Fetcher& fetcher_;
  const MetadataStore& store_;
  TrustedSet& trusted_;
  std::string last_fetched_;  // bytes that adopt_stored_or_fetched asked for
};

std::string Workflow::path_of(std::string_view role, std::int64_t version) const {
  return "metadata/" + (trusted_.root().consistent_snapshot ? tuf::versioned_metadata_name(role, version)
                                                            : tuf::metadata_name(role));
}

Result<std::string> Workflow::fetch(const std::string& path, std::int64_t max_bytes) {
  TRY(FetchedBytes fetched,
      fetch_bytes(fetcher_, {.path = path, .max_bytes = max_bytes, .offset = 0, .known_tag = {}}));
  return std::move(fetched.bytes);
}

// 5.3. A root that is not there ends the search; any other failure could hide one, and ends the update.
Result<void> Workflow::update_roots() {
  for (int rotations = 0; rotations < tuf::kMaxRootRotations; ++rotations) {
    const std::string path = "metadata/" + tuf::versioned_metadata_name("root", trusted_.root().version + 1);
    auto bytes = fetch(path, tuf::kMaxRootBytes);
    if (!bytes && bytes.error().code == Errc::not_found) return {};
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (auto updated = trusted_.update_root(*bytes); !updated) return refused(updated.error(), "root", path);
    if (trusted_.forget_cached()) {
      TRY_VOID(store_.forget("timestamp"));
      TRY_VOID(store_.forget("snapshot"));
    }
    TRY_VOID(store_.store("root", *bytes));
  }
  return {};
}

Result<void> Workflow::check_root() const {
  const auto fresh = trusted_.check_root_fresh(now_);
  if (fresh) return {};
  const std::string name = tuf::versioned_metadata_name("root", trusted_.root().version);
  return refused(fresh.error(), "root", "metadata/" + name);
}

Result<void> Workflow::update_timestamp(std::string& tag) {
  const std::string path = "metadata/" + tuf::metadata_name("timestamp");
  const auto stored = store_.load("timestamp");
  const bool remembered = stored && trusted_.load_cached_timestamp(*stored);
  const std::string known_tag = remembered ? std::exchange(tag, {}) : std::string();
  TRY(FetchedBytes fetched,
      fetch_bytes(fetcher_,
                  {.path = path, .max_bytes = tuf::kMaxTimestampBytes, .offset = 0, .known_tag = known_tag}));
  auto change = trusted_.update_timestamp(fetched.unchanged && stored ? *stored : fetched.bytes, now_);
  if (!change) return refused(change.error(), "timestamp", path);
  if (*change == tuf::Change::adopted) {
    TRY_VOID(store_.store("timestamp", fetched.bytes));
  }
  tag = fetched.tag;
  return {};
}

template <typename Adopt>
Result<void> Workflow::adopt_stored_or_fetched(std::string_view role, const tuf::MetaFile& meta,
                                               std::int64_t max_bytes, const Adopt& adopt) {
  last_fetched_.clear();
  const auto stored = store_.load(role);
  if (stored && adopt(*stored)) return {};
  const std::string path = path_of(role, meta.version);
  TRY(last_fetched_, fetch(path, std::min(meta.length.value_or(max_bytes), max_bytes)));
  if (auto adopted = adopt(last_fetched_); !adopted) return refused(adopted.error(), role, path);
  return store_.store(role, last_fetched_);
}

Result<void> Workflow::update_snapshot() {
  // For the rollback check alone: a stored one that no longer verifies has nothing to say.
  if (const auto stored = store_.load("snapshot")) static_cast<void>(trusted_.load_cached_snapshot(*stored));
  const tuf::MetaFile meta = trusted_.timestamp()->snapshot;
  return adopt_stored_or_fetched("snapshot", meta, tuf::kMaxSnapshotBytes, [this](const std::string& bytes) {
    return trusted_.update_snapshot(bytes, now_);
  });
}

Result<void> Workflow::update_targets() {
  const tuf::MetaFile* meta = trusted_.listed("targets");
  if (meta == nullptr) return fail(Errc::invalid, "the snapshot does not list targets.json");
  return adopt_stored_or_fetched("targets", *meta, tuf::kMaxTargetsBytes, [this](const std::string& bytes) {
    return trusted_.update_targets(bytes, now_);
  });
}

// Could a path that is wanted match one of the role's patterns? Their parts before the first wildcard tell;
// too many roles at worst are asked for.
bool is_wanted(const tuf::DelegatedRole& role, const std::vector<std::string>& wanted) {
  const auto may_match = [&wanted](std::string_view pattern) {
    const std::string_view literal = pattern.substr(0, pattern.find_first_of("*?[\\"));
    return std::ranges::any_of(wanted, [literal](std::string_view prefix) {
      return literal.starts_with(prefix) || prefix.starts_with(literal);
    });
  };
  return !role.path_hash_prefixes.empty() || std::ranges::any_of(role.paths, may_match);
}

void Workflow::append_children(const Edge& of, const std::vector<std::string>& wanted,
                               std::vector<Edge>& edges) const {
  const tuf::Targets* targets = trusted_.delegated(of.role.name, of.parent);
  if (targets == nullptr || !targets->delegations) return;
  // One over the limit is enough for update_delegations() to see that there are too many.
  for (tuf::DelegatedRole& child : tuf::first_roles(*targets->delegations, kMostRoles + 1)) {
    if (is_wanted(child, wanted)) edges.push_back({std::move(child), of.role.name});
  }
}

Result<std::vector<BrokenRole>> Workflow::update_delegations(const std::vector<std::string>& wanted) {
  std::vector<BrokenRole> broken;
  std::vector<Edge> edges;
  std::set<std::pair<std::string, std::string>> seen;
  Edge top{{}, "root"};
  top.role.name = "targets";
  append_children(top, wanted, edges);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge edge = edges[i];
    if (!seen.emplace(edge.role.name, edge.parent).second) continue;
    if (seen.size() > tuf::kMaxDelegations) {
      return fail(Errc::invalid, "metadata: more than {} delegated roles sign for this machine",
                  tuf::kMaxDelegations);
    }
    TRY_VOID(update_or_break(edge, broken));
    append_children(edge, wanted, edges);
  }
  return broken;
}

Result<void> Workflow::update_delegated(const Edge& edge, const tuf::MetaFile& meta) {
  return adopt_stored_or_fetched(edge.role.name, meta, tuf::kMaxTargetsBytes, [&](const std::string& bytes) {
    return trusted_.update_delegated_targets(edge.role.name, edge.parent, bytes, now_);
  });
}

// A role is broken by its own signers when its file is the very one that the snapshot vouches for; bytes that
// were changed on the way are refused with the whole update, and the next one may find them whole.
Result<void> Workflow::update_or_break(const Edge& edge, std::vector<BrokenRole>& broken) {
  const std::string& role = edge.role.name;
  const tuf::MetaFile* meta = trusted_.listed(role);
  if (meta == nullptr) {
    broken.push_back(
        {edge.role, {Errc::not_found, tuf::metadata_name(role) + ": the snapshot does not list it"}});
    return {};
  }
  auto updated = update_delegated(edge, *meta);
  if (updated) return {};
  const bool vouched_for = !meta->hashes.empty() && !last_fetched_.empty() &&
                           tuf::check_file(role, last_fetched_, meta->length, meta->hashes);
  // Expiry is judged last, after signatures and version.
  const bool by_its_signers =
      updated.error().code == Errc::expired || (vouched_for && is_about_content(updated.error().code));
  if (!by_its_signers) return updated;
  broken.push_back({edge.role, std::move(updated).error()});
  return {};
}

Result<std::optional<tuf::TargetFound>> Workflow::find(const std::string& path) {
  for (;;) {
    tuf::TargetSearch search = trusted_.find_target(path);
    if (auto* found = std::get_if<tuf::TargetFound>(&search)) return std::optional(std::move(*found));
    const auto* needed = std::get_if<tuf::RoleNeeded>(&search);
    if (needed == nullptr) return std::optional<tuf::TargetFound>();
    if (trusted_.listed(needed->role) == nullptr) {
      return fail(Errc::not_found, "{}: the snapshot does not list it", tuf::metadata_name(needed->role));
    }
    Edge edge{{}, needed->parent};
    edge.role.name = needed->role;
    TRY_VOID(update_delegated(edge, needed->meta));
  }
}

// The root to start from: the one stored last, or the anchor when there is none that holds.
Result<TrustedSet> trusted_start(const std::string& anchor, const MetadataStore& store) {
  auto provisioned = TrustedSet::create(anchor);
  if (!provisioned) return provisioned;
  TRY_VOID(store.grow_from(anchor));
  if (const auto stored = store.load("root")) {
    if (auto last = TrustedSet::create(*stored)) return last;
  }
  return provisioned;
}

}  // namespace

Result<TrustedSet> refresh_top_level(TrustedSet start, Instant now, Fetcher& fetcher,
                                     const MetadataStore& store, std::string& timestamp_tag) {
  TRY_VOID(Workflow(now, fetcher, store, start).update_top_level(timestamp_tag));
  return start;
}

Result<std::optional<tuf::TargetFound>> find_target(TrustedSet& trusted, const std::string& path, Instant now,
                                                    Fetcher& fetcher, const MetadataStore& store) {
  return Workflow(now, fetcher, store, trusted).find(path);
}

Result<Refreshed> refresh(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& store,
                          std::string& timestamp_tag) {
  TRY(TrustedSet trusted, trusted_start(request.anchor, store));
  Workflow workflow(request.now, fetcher, store, trusted);
  TRY_VOID(workflow.update_top_level(timestamp_tag));
  TRY(std::vector<BrokenRole> broken, workflow.update_delegations(request.wanted));
  return Refreshed{std::move(trusted), std::move(broken)};
}

}  // namespace conglang::client
