#include "sync/client/refresh.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::client {
namespace {

using tuf::TrustedSet;

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
  Workflow(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& store, TrustedSet trusted)
      : request_(request), fetcher_(fetcher), store_(store), trusted_(std::move(trusted)) {}

  Result<void> update_roots();
  Result<void> update_timestamp(std::string& tag);
  Result<void> update_snapshot();
  Result<void> update_targets();
  Result<void> update_delegations();
  Refreshed take() { return {std::move(trusted_), std::move(broken_)}; }

 private:
  struct Edge {
    tuf::DelegatedRole role;
    std::string parent;
  };

  std::string path_of(std::string_view role, std::int64_t version) const;
  Result<std::string> fetch(const std::string& path, std::int64_t max_bytes);
  /// The stored file of `role` if `adopt` takes it, else the one of `meta`, fetched, adopted and stored.
  template <typename Adopt>
  Result<void> adopt_stored_or_fetched(std::string_view role, const tuf::MetaFile& meta,
                                       std::int64_t max_bytes, const Adopt& adopt);
  Result<void> update_delegated(const Edge& edge);
  bool is_wanted(const tuf::DelegatedRole& role) const;
  void append_children(std::string_view role, std::string_view parent, std::vector<Edge>& edges) const;

  const RefreshRequest& request_;
  Fetcher& fetcher_;
  const MetadataStore& store_;
  TrustedSet trusted_;
  std::vector<BrokenRole> broken_;
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

Result<void> Workflow::update_timestamp(std::string& tag) {
  const std::string path = "metadata/" + tuf::metadata_name("timestamp");
  const auto stored = store_.load("timestamp");
  const bool remembered = stored && trusted_.load_cached_timestamp(*stored);
  const std::string known_tag = remembered ? std::exchange(tag, {}) : std::string();
  TRY(FetchedBytes fetched,
      fetch_bytes(fetcher_,
                  {.path = path, .max_bytes = tuf::kMaxTimestampBytes, .offset = 0, .known_tag = known_tag}));
  auto change =
      trusted_.update_timestamp(fetched.unchanged && stored ? *stored : fetched.bytes, request_.now);
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
    return trusted_.update_snapshot(bytes, request_.now);
  });
}

Result<void> Workflow::update_targets() {
  const tuf::MetaFile* meta = trusted_.listed("targets");
  if (meta == nullptr) return fail(Errc::invalid, "the snapshot does not list targets.json");
  return adopt_stored_or_fetched("targets", *meta, tuf::kMaxTargetsBytes, [this](const std::string& bytes) {
    return trusted_.update_targets(bytes, request_.now);
  });
}

// Could a path that is wanted match one of the role's patterns? Their parts before the first wildcard tell;
// too many roles at worst are asked for.
bool Workflow::is_wanted(const tuf::DelegatedRole& role) const {
  const auto may_match = [this](std::string_view pattern) {
    const std::string_view literal = pattern.substr(0, pattern.find_first_of("*?[\\"));
    return std::ranges::any_of(request_.wanted, [literal](std::string_view prefix) {
      return literal.starts_with(prefix) || prefix.starts_with(literal);
    });
  };
  return !role.path_hash_prefixes.empty() || std::ranges::any_of(role.paths, may_match);
}

void Workflow::append_children(std::string_view role, std::string_view parent,
                               std::vector<Edge>& edges) const {
  const tuf::Targets* targets = trusted_.delegated(role, parent);
  if (targets == nullptr || !targets->delegations) return;
  for (const tuf::DelegatedRole& child : targets->delegations->roles) {
    if (is_wanted(child)) edges.push_back({child, std::string(role)});
  }
}

Result<void> Workflow::update_delegations() {
  std::vector<Edge> edges;
  std::set<std::pair<std::string, std::string>> seen;
  append_children("targets", "root", edges);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge edge = edges[i];
    if (!seen.emplace(edge.role.name, edge.parent).second) continue;
    if (seen.size() > tuf::kMaxDelegations) {
      return fail(Errc::invalid, "metadata: more than {} delegated roles sign for this machine",
                  tuf::kMaxDelegations);
    }
    TRY_VOID(update_delegated(edge));
    append_children(edge.role.name, edge.parent, edges);
  }
  return {};
}

// A role is broken by its own signers when its file is the very one that the snapshot vouches for; bytes that
// were changed on the way are refused with the whole update, and the next one may find them whole.
Result<void> Workflow::update_delegated(const Edge& edge) {
  const std::string& role = edge.role.name;
  const tuf::MetaFile* meta = trusted_.listed(role);
  if (meta == nullptr) {
    broken_.push_back(
        {edge.role, {Errc::not_found, tuf::metadata_name(role) + ": the snapshot does not list it"}});
    return {};
  }
  auto updated = adopt_stored_or_fetched(role, *meta, tuf::kMaxTargetsBytes, [&](const std::string& bytes) {
    return trusted_.update_delegated_targets(role, edge.parent, bytes, request_.now);
  });
  if (updated) return {};
  const bool vouched_for = !meta->hashes.empty() && !last_fetched_.empty() &&
                           tuf::check_file(role, last_fetched_, meta->length, meta->hashes);
  // Expiry is judged last, after signatures and version.
  const bool by_its_signers =
      updated.error().code == Errc::expired || (vouched_for && is_about_content(updated.error().code));
  if (!by_its_signers) return updated;
  broken_.push_back({edge.role, std::move(updated).error()});
  return {};
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

Result<Refreshed> refresh(const RefreshRequest& request, Fetcher& fetcher, const MetadataStore& store,
                          std::string& timestamp_tag) {
  TRY(TrustedSet trusted, trusted_start(request.anchor, store));
  Workflow workflow(request, fetcher, store, std::move(trusted));
  TRY_VOID(workflow.update_roots());
  TRY_VOID(workflow.update_timestamp(timestamp_tag));
  TRY_VOID(workflow.update_snapshot());
  TRY_VOID(workflow.update_targets());
  TRY_VOID(workflow.update_delegations());
  return workflow.take();
}

}  // namespace conglang::client
