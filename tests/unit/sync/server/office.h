#pragma once
// conglang-server as it is installed, on a repository and a data folder of its own: started, killed, ended,
// and its commands beside it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/browser.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

extern const std::string kServerProgram;

struct OfficePlace {
  std::filesystem::path repository = {};  ///< empty: a new one without files
  std::filesystem::path data = {};        ///< empty: a new folder
  Arguments inside = {};                  ///< what each command begins with: "env", "nsenter" and their words
};

class Office {
 public:
  explicit Office(OfficePlace place = {});

  /// Starts the server on the data of before; its port.
  std::uint16_t start(const Arguments& more = {});
  void kill();

  /// Runs a command of the program to its end, on the same data.
  Finished command(const Arguments& words) const;

  /// A browser in which the first operator has just signed in, by the command's link.
  Browser first_operator(std::uint16_t port) const;

  TemporaryFolder folder;  ///< pages/ with desk/ and signer/, and each run's output
  OfficePlace place;
  std::unique_ptr<Process> process;

 private:
  int starts_ = 0;
};

/// "/api/invitations/TOKEN" of the link that was answered.
std::string invitation_in(const nlohmann::json& link);

/// The number behind "http://127.0.0.1:" or "https://0.0.0.0:", the first in `output`.
std::uint16_t port_in(const std::string& output);

}  // namespace conglang::testing
