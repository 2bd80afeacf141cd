#pragma once
// A repository tree in a folder: a USB stick, or a test's. The stick may be anybody's, so no symbolic link on
// it is followed and nothing but regular files is read.

#include <filesystem>

#include "sync/client/fetcher.h"

namespace conglang::client {

class FileFetcher : public Fetcher {
 public:
  /// `repository`: the folder with metadata/ and targets/.
  explicit FileFetcher(std::filesystem::path repository);

  /// Knows no entity tags: never answers Delivery::unchanged.
  Result<Fetched> fetch(const Wanted& wanted, Sink& sink) override;

 private:
  std::filesystem::path repository_;
};

}  // namespace conglang::client
