#include "sync/client/data_folder.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "content/base/file.h"
#include "content/base/file_steps.h"

namespace conglang::client {
namespace {

constexpr std::uintmax_t kInstantBytes = 32;
// A new floor is a write to a card that wears out.
constexpr std::chrono::hours kStep{1};

}  // namespace

Result<DataLock> DataLock::acquire(const std::filesystem::path& data) {
  TRY(auto file, lock_file(data / "lock"));
  if (file) return DataLock(std::move(*file));
  return fail(Errc::conflict, "{}: another sync agent is at work on this data folder; stop it first",
              data.string());
}

Instant TimeFloor::load() const {
  const auto text = read_file(path_, kInstantBytes);
  if (!text) return Instant{};
  const auto instant = parse_instant(std::string_view(*text).substr(0, text->find('\n')));
  return instant.value_or(Instant{});
}

Instant TimeFloor::trusted_now(Instant system, Instant built) const {
  return std::max({system, load(), built});
}

Result<void> TimeFloor::raise(Instant now) const {
  if (now - load() < kStep) return {};
  return write_file_atomically(path_, format_instant(now) + "\n");
}

}  // namespace conglang::client
