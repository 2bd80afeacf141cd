#pragma once
// What the screen shows: DATA/guides-<n>.db, immutable, and DATA/current, which names one of them. A new
// generation is built beside the old, made durable, and turned to by one rename: whoever reads `current` sees
// the old content or the new, never less. The generation before stays, so that turning back is possible.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/client/blob_store.h"
#include "sync/client/manifest.h"

namespace conglang::client {

using Files = std::map<std::string, std::string, std::less<>>;  ///< path to bytes

struct NewGeneration {
  std::int64_t number = 0;
  Instant activated_at;
};

/// Writes and verifies a database at the path, which does not exist yet; durable when it returns.
using Builder = std::function<Result<void>(const std::filesystem::path&, const Files&, const NewGeneration&)>;

struct Generation {
  std::int64_t number = 0;
  Manifest manifest;
};

class Generations {
 public:
  /// `data`: the data folder, which must exist.
  Generations(std::filesystem::path data, const BlobStore& blobs) : data_(std::move(data)), blobs_(blobs) {}

  /// The generation that `current` names; nothing when there is none, or its database or manifest is gone.
  std::optional<Generation> active() const;

  /// Builds a generation of `files` by `recipe` and turns to it; the one before stays.
  /// Errors: BlobStore::read's; the builder's; no_space, io. The active generation is then as it was, and
  /// nothing of the new one is left.
  Result<Generation> activate(const FileSet& files, const std::string& recipe, Instant now,
                              const Builder& build) const;

  /// Builds the database of generation `number` anew from its blobs, in place of one that a disk has damaged.
  /// Errors: not_found, its manifest is gone; BlobStore::read's; the builder's; no_space, io. What lay there
  /// then lies there still.
  Result<void> build_again(std::int64_t number, const Builder& build) const;

  /// Turns back to the generation before the active one, and remembers what the active one was made of.
  /// Errors: not_found, there is none before it, or its database or manifest is gone; no_space, io. What was
  /// active then stays active.
  Result<Generation> turn_back() const;

  /// When `current` names no generation that is there, a disk has damaged it: turns to the newest one that is
  /// whole and was not turned away from. Returns its number; nothing when there was nothing to mend, or
  /// nothing to turn to. Errors: no_space, io.
  Result<std::optional<std::int64_t>> restore_pointer() const;

  /// True for what was turned away from last, by the same recipe: it is not to be activated again.
  bool is_turned_away(const FileSet& files, const std::string& recipe) const;

  /// Removes every generation but the active one, the one before it and newer ones that were turned away
  /// from, and every blob that neither needs. Best effort: what cannot be removed now is later.
  void remove_unused() const;

  std::filesystem::path database(std::int64_t number) const;

 private:
  std::filesystem::path manifest(std::int64_t number) const;
  std::optional<std::int64_t> current() const;
  std::int64_t newest() const;
  Result<Files> read_all(const FileSet& files) const;
  void remove(std::int64_t number) const;

  std::filesystem::path data_;
  const BlobStore& blobs_;
};

}  // namespace conglang::client
