#pragma once
// How often one subject (an account, an address) may do something that a guesser does often. In memory: what
// is forgotten in a restart gives a guesser nothing that counts. May be asked from several threads.

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "content/base/time.h"

namespace conglang::server::fleet {

class RateLimit {
 public:
  RateLimit(int most, std::chrono::seconds window) : most_(most), window_(window) {}

  /// How long `subject` must wait before it may; nothing: it may now.
  std::optional<std::chrono::seconds> wait(const std::string& subject, Instant now) const;

  /// It did.
  void count(const std::string& subject, Instant now);

 private:
  struct Seen {
    int times = 0;
    Instant since;
  };

  void forget(Instant now);

  int most_;
  std::chrono::seconds window_;
  mutable std::mutex mutex_;
  std::map<std::string, Seen> seen_;
};

}  // namespace conglang::server::fleet
