#include "sync/client/verified_download.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "sync/client/finisher.h"
#include "sync/client/part.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

// A connection that was cut off is worth another at once when it brought as much.
constexpr std::int64_t kWorthwhileBytes = 4096;

bool is_wrong(const Error& error) {
  return error.code == Errc::bad_hash || error.code == Errc::too_large;
}

// About the one file: another may be all right.
bool is_about_the_file(const Error& error) {
  return is_wrong(error) || error.code == Errc::not_found;
}

class DownloadFeed : public Feed {
 public:
  DownloadFeed(const std::vector<Download>& downloads, CutOff cut_off, const DownloadWatch& watch)
      : downloads_(downloads), cut_off_(cut_off), watch_(watch), finisher_(downloads.size()) {
    progress_.of_files = downloads.size();
    for (const Download& one : downloads) {
      progress_.of_bytes += one.file.length;
      progress_.bytes += bytes_already_there(one.destination, one.file);
    }
  }

  std::optional<Next> next() override;
  void ended(Sink& sink, const Result<Fetched>& outcome) override;

  /// Waits until the files that have come have their names, and durable ones. True when some turned out wrong
  /// and are to be fetched once more. To be called when no fetch is under way any more.
  bool settle();

  Result<void> result() const { return failed_ ? tl::unexpected<Error>(failed_->error) : Result<void>(); }

 private:
  // One file under way; a sink of its own, so that what arrives is counted.
  struct Running : Sink {
    Running(Part taken, DownloadFeed& owner) : part(std::move(taken)), from(part.size()), feed(owner) {}
    Result<void> begin(Delivery delivery) override;
    Result<void> take(std::string_view bytes) override;

    Part part;
    std::int64_t from;  // its size when this connection began
    DownloadFeed& feed;
  };
  struct Failure {
    const Download* download;
    Error error;
  };

  std::optional<Next> start(const Download& download);
  Next fetch_of(Running& running);
  bool goes_on(Running& running, const Error& error);
  void look_at(const std::vector<Finisher::Finished>& finished);
  void finish(Running& running, Result<void> outcome);
  void fail_with(const Download& download, const Error& error);
  void tell() const {
    if (watch_.on_progress) watch_.on_progress(progress_);
  }

  const std::vector<Download>& downloads_;
  CutOff cut_off_;
  const DownloadWatch& watch_;
  std::size_t begun_ = 0;
  std::vector<std::unique_ptr<Running>> running_;
  std::deque<Running*> again_;
  std::optional<Failure> failed_;
  bool stopped_ = false;
  Progress progress_;
  Finisher finisher_;  // last: it uses what runs
};

Result<void> DownloadFeed::Running::begin(Delivery delivery) {
  if (delivery == Delivery::whole) feed.progress_.bytes -= part.size();
  return part.begin(delivery);
}

Result<void> DownloadFeed::Running::take(std::string_view bytes) {
  TRY_VOID(part.take(bytes));
  feed.progress_.bytes += static_cast<std::int64_t>(bytes.size());
  feed.tell();
  return {};
}

Feed::Next DownloadFeed::fetch_of(Running& running) {
  running.from = running.part.size();
  const Download& download = running.part.download();
  return {{.path = download.path,
           .max_bytes = download.file.length,
           .offset = running.part.size(),
           .known_tag = {}},
          &running};
}

std::optional<Feed::Next> DownloadFeed::next() {
  look_at(finisher_.take_finished());
  if (!again_.empty()) {
    Running& running = *again_.front();
    again_.pop_front();
    return fetch_of(running);
  }
  while (!stopped_ && begun_ < downloads_.size()) {
    if (auto next = start(downloads_[begun_++])) return next;
  }
  return std::nullopt;
}

// Nothing when there is nothing to fetch: an earlier attempt left it whole, or it cannot be begun.
std::optional<Feed::Next> DownloadFeed::start(const Download& download) {
  auto part = Part::open(download, watch_);
  if (!part) {
    fail_with(download, part.error());
    return std::nullopt;
  }
  running_.push_back(std::make_unique<Running>(std::move(*part), *this));
  Running& running = *running_.back();
  if (!running.part.is_complete()) return fetch_of(running);
  finisher_.begin(running.part);
  return std::nullopt;
}

// True when the file is worth another connection now.
bool DownloadFeed::goes_on(Running& running, const Error& error) {
  const bool came_on = running.part.size() - running.from >= kWorthwhileBytes;
  return error.code == Errc::network && came_on && !stopped_;
}

void DownloadFeed::ended(Sink& sink, const Result<Fetched>& outcome) {
  auto& running = static_cast<Running&>(sink);
  if (!outcome && goes_on(running, outcome.error())) {
    again_.push_back(&running);
    return;
  }
  if (outcome) return finisher_.begin(running.part);
  finish(running, tl::unexpected<Error>(outcome.error()));
}

void DownloadFeed::look_at(const std::vector<Finisher::Finished>& finished) {
  for (const Finisher::Finished& one : finished) {
    const auto found =
        std::ranges::find(running_, one.part, [](const auto& running) { return &running->part; });
    finish(**found, one.outcome);
  }
}

void DownloadFeed::finish(Running& running, Result<void> outcome) {
  Part& part = running.part;
  if (!outcome && part.is_continued() && is_wrong(outcome.error())) {
    progress_.bytes -= part.size();
    outcome = part.start_over();
    if (outcome) return again_.push_back(&running);
  }
  if (outcome) {
    ++progress_.files;
    tell();
  } else {
    if (is_wrong(outcome.error()) || cut_off_ == CutOff::remove) part.remove();
    fail_with(part.download(), outcome.error());
  }
  std::erase_if(running_, [&running](const auto& one) { return one.get() == &running; });
}

bool DownloadFeed::settle() {
  look_at(finisher_.take_all());
  if (const auto synced = finisher_.sync_names(); !synced) fail_with(downloads_.front(), synced.error());
  return !again_.empty() && !stopped_;
}

void DownloadFeed::fail_with(const Download& download, const Error& error) {
  if (!is_about_the_file(error)) stopped_ = true;
  if (!failed_ || &download < failed_->download) failed_ = Failure{&download, error};
}

}  // namespace

std::int64_t bytes_already_there(const fs::path& destination, const tuf::TargetFile& file) {
  std::error_code error;
  const auto size = fs::file_size(part_path(destination), error);
  return error || size > static_cast<std::uintmax_t>(file.length) ? 0 : static_cast<std::int64_t>(size);
}

Result<void> download_all(Fetcher& fetcher, const std::vector<Download>& downloads, CutOff cut_off,
                          const DownloadWatch& watch) {
  if (downloads.empty()) return {};
  DownloadFeed feed(downloads, cut_off, watch);
  do {
    fetcher.fetch_all(feed);
  } while (feed.settle());
  return feed.result();
}

}  // namespace conglang::client
