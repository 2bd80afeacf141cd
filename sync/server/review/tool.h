#pragma once
// The `conglang` tool as a child process: what decodes pictures and draws pages that somebody sent does so
// outside of the server, with a limit on its time, and can crash alone. No shell is ever involved.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace conglang::server {

struct ToolRun {
  int status = -1;     ///< exit status; 128 + signal when one ended it
  std::string output;  ///< standard output and error, the first 64 KiB
};

class Tool {
 public:
  explicit Tool(std::filesystem::path program) : program_(std::move(program)) {}

  /// Runs it to its end, or kills it. Errors: network (no answer in time), io.
  Result<ToolRun> run(const std::vector<std::string>& arguments, std::chrono::milliseconds within) const;

  bool is_there() const { return !program_.empty(); }

 private:
  std::filesystem::path program_;  ///< empty: there is none
};

/// A new empty folder below `parent`, removed with everything in it at scope exit.
class ScratchFolder {
 public:
  static Result<ScratchFolder> make(const std::filesystem::path& parent);
  ~ScratchFolder();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace conglang::server
