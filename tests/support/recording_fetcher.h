#pragma once
// A fetcher over files in memory that writes down what it was asked, and that a test can have fail.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/client/fetcher.h"

namespace conglang::testing {

class RecordingFetcher : public client::Fetcher {
 public:
  /// `files`: path to bytes, looked at anew in each fetch.
  explicit RecordingFetcher(const std::map<std::string, std::string>& files) : files_(files) {}

  /// Sends in chunks of `chunk_bytes`; a file's entity tag is its bytes.
  Result<client::Fetched> fetch(const client::Wanted& wanted, client::Sink& sink) override;
  client::Heard take_heard() override { return {std::chrono::seconds(0), date}; }

  std::vector<std::string> asked;  ///< "metadata/timestamp.json", "targets/a/<hash>.b from 5"
  std::size_t chunk_bytes = 4096;
  /// Called before each chunk; false: the connection is lost.
  std::function<bool()> goes_on = [] { return true; };
  bool offline = false;
  std::optional<Instant> date;  ///< what its server's clock says

 private:
  const std::map<std::string, std::string>& files_;
};

}  // namespace conglang::testing
