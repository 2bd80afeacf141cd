#pragma once
// `conglang-sync tuf …`: the command line of tuf_client.h. Exit status 0 or 1, errors on standard error.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/client/curl_fetcher.h"

namespace conglang::agent {

class TufCommand {
 public:
  /// Adds the command to `app`; this must outlive the parsing.
  void declare(CLI::App& app);

  /// True when the command line named it.
  bool chosen() const { return command_ != nullptr && command_->parsed(); }

  /// Errors: bad_usage, an option that the step needs is missing; those of the step.
  Result<void> run(const client::CurlLibrary& library, Instant now) const;

 private:
  Result<void> download(const client::CurlLibrary& library, client::Fetcher& metadata, Instant now) const;

  CLI::App* command_ = nullptr;
  CLI::App* init_ = nullptr;
  CLI::App* refresh_ = nullptr;
  std::filesystem::path metadata_folder_;
  std::filesystem::path target_folder_;
  std::filesystem::path root_;
  std::string metadata_url_;
  std::string target_url_;
  std::vector<std::string> targets_;
};

}  // namespace conglang::agent
