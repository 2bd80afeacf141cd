#pragma once
// The last steps of files that have come: checked against what was signed, byte by byte as they are in the
// file, made durable, and only then given their names. On threads of its own, so that the line waits neither
// for a digest nor for the disk, and the disk is asked for several files at once.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "content/base/result.h"
#include "sync/client/part.h"

namespace conglang::client {

class Finisher {
 public:
  struct Finished {
    Part* part = nullptr;
    /// Errors: Part's; the part then has its bytes still, and its name may be taken or not.
    Result<void> outcome;
  };

  /// `files`: how many will come at most.
  explicit Finisher(std::size_t files);
  /// Ends after the files that are under way.
  ~Finisher();
  Finisher(const Finisher&) = delete;
  Finisher& operator=(const Finisher&) = delete;

  /// `part` is not to be touched until it is among those finished. Waits while too many are under way.
  void begin(Part& part);

  /// Those finished since the last call, without waiting.
  std::vector<Finished> take_finished();

  /// The same, when none is under way any more.
  std::vector<Finished> take_all();

  /// Makes all names durable that were given so far; without it the last 16 MiB may have to be fetched again
  /// after a power cut. Errors: io.
  Result<void> sync_names();

 private:
  void work();
  Result<void> finish(const Part& part);
  std::set<std::filesystem::path> take_folders();

  std::mutex mutex_;
  std::condition_variable has_come_;
  std::condition_variable has_ended_;
  std::deque<Part*> waiting_;
  std::vector<Finished> finished_;
  std::size_t under_way_ = 0;  // those waiting included
  std::int64_t bytes_under_way_ = 0;
  std::set<std::filesystem::path> folders_;  // with names that are not durable yet,
  std::int64_t bytes_unnamed_ = 0;           // of so many bytes
  bool ending_ = false;
  std::vector<std::jthread> threads_;  // last: they use what stands above
};

}  // namespace conglang::client
