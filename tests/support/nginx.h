#pragma once
// nginx as a province would run it: a tree of plain files by HTTP/2 over TLS, compressed, with the cache
// headers that README.md gives. Its certificate is for the name "localhost", and nobody vouches for it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

class Nginx {
 public:
  /// Serves `tree`; fails the test when it does not start.
  explicit Nginx(const std::filesystem::path& tree);
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  std::string certificate() const { return folder_ / "certificate.pem"; }
  std::string url(const std::string& host = "localhost") const;

  /// A line for each request that was answered: HTTP/2.0 GET /metadata/timestamp.json 200 "gzip"
  std::string log() const;

 private:
  void make_certificate() const;
  std::string configuration(const std::filesystem::path& tree) const;

  TemporaryFolder folder_;
  std::uint16_t port_ = 0;
  std::unique_ptr<Process> process_;
};

}  // namespace conglang::testing
