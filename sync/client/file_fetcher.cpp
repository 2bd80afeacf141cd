#include "sync/client/file_fetcher.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "content/base/open_beneath.h"

namespace conglang::client {
namespace {

constexpr std::size_t kChunkBytes = 64UL * 1024;

Result<void> copy_rest(const FileDescriptor& file, const Wanted& wanted, std::int64_t taken, Sink& sink) {
  std::string chunk(kChunkBytes, '\0');
  for (;;) {
    const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return fail(Errc::io, "{}: cannot be read: {}", wanted.path, std::generic_category().message(errno));
    }
    if (got == 0) return {};
    taken += got;
    if (taken > wanted.max_bytes) {
      return fail(Errc::too_large, "{}: is longer than the {} bytes allowed", wanted.path, wanted.max_bytes);
    }
    TRY_VOID(sink.take(std::string_view(chunk).substr(0, static_cast<std::size_t>(got))));
  }
}

}  // namespace

FileFetcher::FileFetcher(std::filesystem::path repository) : repository_(std::move(repository)) {}

Result<Fetched> FileFetcher::fetch(const Wanted& wanted, Sink& sink) {
  TRY(const FileDescriptor folder, open_folder(repository_));
  TRY(const FileDescriptor file, open_beneath(folder, wanted.path));
  struct stat info {};
  const bool rest = wanted.offset > 0 && ::fstat(file.get(), &info) == 0 && info.st_size >= wanted.offset &&
                    ::lseek(file.get(), wanted.offset, SEEK_SET) == wanted.offset;
  const Delivery delivery = rest ? Delivery::rest : Delivery::whole;
  TRY_VOID(sink.begin(delivery));
  TRY_VOID(copy_rest(file, wanted, rest ? wanted.offset : 0, sink));
  return Fetched{delivery, {}};
}

}  // namespace conglang::client
