#pragma once
// The web as a test writes it: one real HTTPS server (stand_in_web.py) in the place of every host, with a
// certificate that is made for the test.

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

class StandInWeb {
 public:
  /// `script`: see stand_in_web.py. Listening when it returns.
  explicit StandInWeb(const nlohmann::json& script);

  std::string address() const { return "127.0.0.1:" + port_; }
  std::string authorities() const { return (folder_ / "web.pem").string(); }

  struct Asked {
    std::string page;  ///< host and path
    double at = 0;     ///< seconds, of some clock
    int of_host = 0;   ///< under way to its host then, itself included
    int in_all = 0;
  };
  std::vector<Asked> asked() const;

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Process> server_;
  std::string port_;
};

}  // namespace conglang::testing
