#pragma once
// The signed files a kiosk accepted last, byte for byte: DATA/metadata/<role>.json, the role's name
// percent-encoded. Written only with what was verified, replaced atomically. Whoever reads them verifies them
// again: the disk is not trusted either.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::client {

class MetadataStore {
 public:
  /// Makes `folder` if needed. Errors: io, no_space.
  static Result<MetadataStore> open(const std::filesystem::path& folder);

  /// Nothing when there is none, or none that can be read: it is fetched again.
  std::optional<std::string> load(std::string_view role) const;
  Result<void> store(std::string_view role, std::string_view bytes) const;
  /// Errors: io.
  Result<void> forget(std::string_view role) const;

  /// Starts over when `anchor`, the root that staff provisioned, is not the one that the stored files grew
  /// from: a machine that was given another repository. Errors: io, no_space.
  Result<void> grow_from(std::string_view anchor) const;

 private:
  explicit MetadataStore(std::filesystem::path folder);

  std::filesystem::path folder_;
};

}  // namespace conglang::client
