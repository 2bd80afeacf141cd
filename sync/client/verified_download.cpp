#include "sync/client/verified_download.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "content/base/file.h"
#include "sync/tuf/digest.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPartEnding = ".part";

// A file under way: what is in its .part file, and the check of exactly those bytes.
class Part : public Sink {
 public:
  /// Takes over what an earlier attempt left. Errors: io, no_space.
  static Result<Part> open(const fs::path& path, const std::string& name, const tuf::TargetFile& file) {
    TRY(FileDescriptor opened, open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW));
    Part part(path, name, file, std::move(opened));
    TRY_VOID(part.check_earlier_bytes());
    return part;
  }

  Result<void> begin(Delivery delivery) override {
    return delivery == Delivery::whole ? start_over() : Result<void>();
  }

  Result<void> take(std::string_view bytes) override {
    TRY_VOID(check_.update(bytes));
    TRY_VOID(write_all(opened_, bytes, path_));
    size_ += static_cast<std::int64_t>(bytes.size());
    return {};
  }

  Result<void> start_over() {
    TRY_VOID(empty_file(opened_, path_));
    size_ = 0;
    check_ = tuf::FileCheck(name_, file_.length, file_.hashes);
    return {};
  }

  Result<void> verify() { return check_.finish(); }
  Result<void> become(const fs::path& destination) const {
    return rename_durably(opened_, path_, destination);
  }
  std::int64_t size() const { return size_; }

 private:
  Part(fs::path path, std::string name, const tuf::TargetFile& file, FileDescriptor opened)
      : path_(std::move(path)),
        name_(std::move(name)),
        file_(file),
        opened_(std::move(opened)),
        check_(name_, file.length, file.hashes) {}

  Result<void> check_earlier_bytes() {
    if (::lseek(opened_.get(), 0, SEEK_END) > file_.length) return start_over();
    TRY(const std::string earlier, read_file(path_, static_cast<std::uintmax_t>(file_.length)));
    size_ = static_cast<std::int64_t>(earlier.size());
    return check_.update(earlier);
  }

  fs::path path_;
  std::string name_;
  tuf::TargetFile file_;
  FileDescriptor opened_;
  tuf::FileCheck check_;
  std::int64_t size_ = 0;
};

bool is_wrong(const Error& error) {
  return error.code == Errc::bad_hash || error.code == Errc::too_large;
}

Result<void> receive(Fetcher& fetcher, const std::string& path, const tuf::TargetFile& file, Part& part) {
  const bool complete = part.size() == file.length && part.size() > 0;
  if (!complete) {
    TRY_VOID(fetcher.fetch({.path = path, .max_bytes = file.length, .offset = part.size(), .known_tag = {}},
                           part));
  }
  return part.verify();
}

}  // namespace

Result<void> download(Fetcher& fetcher, const std::string& path, const std::string& name,
                      const tuf::TargetFile& file, const fs::path& destination, CutOff cut_off) {
  const fs::path part_path = destination.string() + kPartEnding;
  TRY(Part part, Part::open(part_path, name, file));
  const bool continued = part.size() > 0;
  auto received = receive(fetcher, path, file, part);
  if (!received && continued && is_wrong(received.error())) {
    TRY_VOID(part.start_over());
    received = receive(fetcher, path, file, part);
  }
  if (received) return part.become(destination);
  if (is_wrong(received.error()) || cut_off == CutOff::remove) {
    std::error_code ignored;
    fs::remove(part_path, ignored);
  }
  return received;
}

}  // namespace conglang::client
