// Any tree on a USB stick: what is imported was signed, and nothing is written outside the machine's own
// folders. The input is an archive: entries "f PATH LENGTH\n" and as many bytes, or "l PATH TARGET\n" for a
// symbolic link.

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "content/base/file.h"
#include "sync/client/file_fetcher.h"
#include "sync/client/update.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
namespace fs = std::filesystem;

const testing::RepositorySimulator& signed_by() {
  static const testing::RepositorySimulator repository = [] {
    testing::RepositorySimulator made;
    made.delegate("targets", "commune-09784", {"communes/09784/*/*"}, true);
    made.set_target("targets", "national/links.json", "links");
    made.set_target("commune-09784", "communes/09784/place/a.json", "place");
    made.publish();
    return made;
  }();
  return repository;
}

// The text up to `end`, taken off the front of `rest`; nothing when there is no `end`.
std::optional<std::string> take_until(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  std::string text(rest.substr(0, at));
  rest.remove_prefix(at + 1);
  return text;
}

// A place below the stick that the archive may fill.
std::optional<fs::path> place_of(const fs::path& stick, const std::string& path) {
  const fs::path relative = fs::path(path).lexically_normal();
  const bool is_odd = path.empty() || path.size() > 200 || path.find('\0') != std::string::npos;
  if (is_odd || relative.is_absolute() || relative.string().starts_with("..")) return std::nullopt;
  std::error_code error;
  for (fs::path parent = stick; const fs::path& part : relative.parent_path()) {
    parent /= part;
    if (fs::is_symlink(parent, error)) return std::nullopt;
  }
  fs::create_directories((stick / relative).parent_path(), error);
  return error ? std::nullopt : std::optional(stick / relative);
}

void unpack(std::string_view archive, const fs::path& stick) {
  for (int entries = 0; entries < 50; ++entries) {
    const auto kind = take_until(archive, ' ');
    const auto path = take_until(archive, ' ');
    const auto last = take_until(archive, '\n');
    if (!kind || !path || !last) return;
    const auto place = place_of(stick, *path);
    std::error_code ignored;
    if (*kind == "l") {
      if (place) fs::create_symlink(*last, *place, ignored);
      continue;
    }
    std::size_t length = 0;
    std::from_chars(last->data(), last->data() + last->size(), length);
    const std::string_view bytes = archive.substr(0, length);
    archive.remove_prefix(bytes.size());
    if (place && !fs::is_symlink(*place, ignored)) static_cast<void>(write_file_atomically(*place, bytes));
  }
}

bool was_signed(const std::string& path, const tuf::TargetFile& file) {
  for (const auto& [name, role] : signed_by().roles) {
    const auto found = role.targets.find(path);
    if (found != role.targets.end() && found->second.hashes.sha256 == file.hashes.sha256) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const testing::TemporaryFolder folder;
  fs::create_directory(folder / "stick");
  unpack({reinterpret_cast<const char*>(data), size}, folder / "stick");
  const auto metadata = client::MetadataStore::open(folder / "metadata").value();
  const auto blobs = client::BlobStore::open(folder / "blobs").value();
  client::FileFetcher stick(folder / "stick");
  client::UpdateRequest request;
  request.metadata = {
      signed_by().metadata("1.root.json"), {"national/", "communes/"}, testing::kSimulatorNow};
  std::string tag;
  const auto updated = client::update(request, stick, metadata, blobs, {}, tag);
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename();
    if (name != "stick" && name != "metadata" && name != "blobs") std::abort();
  }
  if (!updated) return 0;
  for (const auto& [path, file] : updated->files) {
    if (!was_signed(path, file) || !blobs.read(path, file)) std::abort();
  }
  return 0;
}
