#pragma once
// How a machine becomes known to its province: it makes a secret and a claim code, offers both to the server
// (of the secret only the digest), shows the code on its staff menu, and asks until somebody has typed the
// code at the desk. Then it has a token. The secret and the token are in DATA/device.json, which nobody else
// reads; what the screen may show is in DATA/enrolment.json.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "content/base/result.h"
#include "sync/client/api_line.h"

namespace conglang::agent {

/// DATA/device.json, mode 0600.
struct Device {
  std::string secret;      ///< of this machine alone, in hexadecimal
  std::string claim_code;  ///< offered, or about to be
  std::string id;          ///< as the server knows it; empty: not yet offered
  std::string token;       ///< empty: nobody has claimed it yet
  std::string commune;     ///< as the desk entered it; empty until then
  std::string place;
  std::int64_t last_ask = 0;  ///< the newest thing that the server asked for and got

  bool operator==(const Device&) const = default;
};

class Enrolment {
 public:
  using Random = std::function<std::string(std::size_t)>;

  /// A file that cannot be read is as if it had never been: the machine enrols anew.
  /// `random`: bytes that nobody can foresee.
  Enrolment(std::filesystem::path data, Random random);

  bool has_token() const { return !device_.token.empty(); }
  const Device& device() const { return device_; }

  /// One step towards a token, one call at most. True when something came of it and the next may follow at
  /// once. Errors: network, the server answered that it does not want to; no_space, io. What was reached
  /// before stays reached.
  Result<bool> step(client::ApiLine& line, std::chrono::seconds& retry_after);

  /// The server no longer knows the token: the machine offers itself anew, with another secret.
  /// Errors: no_space, io.
  Result<void> start_over();

  /// Errors: no_space, io.
  Result<void> keep_last_ask(std::int64_t id);

 private:
  Result<bool> offer(client::ApiLine& line, std::chrono::seconds& retry_after);
  Result<bool> collect(client::ApiLine& line, std::chrono::seconds& retry_after);
  Result<void> keep(Device device);

  std::filesystem::path data_;
  Random random_;
  Device device_;
};

}  // namespace conglang::agent
