#include "sync/client/generations.h"

#include <fcntl.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <system_error>
#include <vector>

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/client/folder_names.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPointer = "current";
constexpr std::string_view kTurnedAway = "turned-away.json";
constexpr std::string_view kAgain = "again.db";  // not yet in its place
constexpr std::string_view kPrefix = "guides-";
constexpr std::uintmax_t kMaxPointerBytes = 64;
constexpr std::uintmax_t kMaxManifestBytes = 16UL * 1024 * 1024;

// 7 for "guides-7.db", "guides-7.json", "guides-7.db-journal"; nothing for other names.
std::optional<std::int64_t> number_in(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  std::int64_t number = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool ended = parsed.ptr != name.data() + name.size() && *parsed.ptr == '.';
  return parsed.ec == std::errc() && ended && number > 0 ? std::optional(number) : std::nullopt;
}

std::set<std::int64_t> numbers_in(const fs::path& data) {
  std::set<std::int64_t> numbers;
  for (const std::string& name : folder_names(data)) {
    if (const auto number = number_in(name)) numbers.insert(*number);
  }
  return numbers;
}

Result<Manifest> load_manifest(const fs::path& path) {
  TRY(const std::string bytes, read_file(path, kMaxManifestBytes));
  return parse_manifest(bytes);
}

void insert_hashes(const Result<Manifest>& manifest, std::set<std::string, std::less<>>& hashes) {
  if (!manifest) return;
  for (const auto& entry : manifest->files) hashes.insert(entry.second.hashes.name());
}

}  // namespace

fs::path Generations::database(std::int64_t number) const {
  return data_ / fmt::format("guides-{}.db", number);
}

fs::path Generations::manifest(std::int64_t number) const {
  return data_ / fmt::format("guides-{}.json", number);
}

std::optional<std::int64_t> Generations::current() const {
  const auto pointer = read_file(data_ / kPointer, kMaxPointerBytes);
  if (!pointer) return std::nullopt;
  const auto number = number_in(*pointer);
  std::error_code ignored;
  const bool there = number && *pointer == database(*number).filename().string() + "\n" &&
                     fs::exists(database(*number), ignored);
  return there ? number : std::nullopt;
}

std::optional<Generation> Generations::active() const {
  const auto number = current();
  if (!number) return std::nullopt;
  auto loaded = load_manifest(manifest(*number));
  return loaded ? std::optional(Generation{*number, std::move(*loaded)}) : std::nullopt;
}

std::int64_t Generations::newest() const {
  const auto numbers = numbers_in(data_);
  return numbers.empty() ? 0 : *numbers.rbegin();
}

Result<Files> Generations::read_all(const FileSet& files) const {
  Files bytes;
  for (const auto& [path, file] : files) {
    TRY(std::string content, blobs_.read("targets/" + path, file));
    bytes.emplace(path, std::move(content));
  }
  return bytes;
}

Result<Generation> Generations::activate(const FileSet& files, const std::string& recipe, Instant now,
                                         const Builder& build) const {
  // Above every number ever seen here: a name is never given to other content.
  const std::int64_t number = newest() + 1;
  const Manifest made{files, recipe, format_instant(now), current().value_or(0)};
  TRY(const Files bytes, read_all(files));
  auto done = build(database(number), bytes, {number, now});
  if (done) done = write_file_atomically(manifest(number), write_manifest(made));
  if (done) done = write_file_atomically(data_ / kPointer, database(number).filename().string() + "\n");
  if (done) return Generation{number, made};
  // When the folder could not be synced, the pointer may have turned all the same.
  if (current() != number) remove(number);
  return tl::unexpected<Error>(std::move(done).error());
}

Result<void> Generations::build_again(std::int64_t number, const Builder& build) const {
  TRY(const Manifest made, load_manifest(manifest(number)));
  TRY(const Files bytes, read_all(made.files));
  const fs::path fresh = data_ / kAgain;
  TRY_VOID(remove_file(fresh));  // left by one that was cut off
  TRY_VOID(build(fresh, bytes, {number, parse_instant(made.activated_at).value_or(Instant{})}));
  TRY(const FileDescriptor file, open_file(fresh, O_RDONLY));
  return rename_durably(file, fresh, database(number));
}

Result<Generation> Generations::turn_back() const {
  const auto away = active();
  if (!away) return fail(Errc::not_found, "{}: nothing is active to turn away from", data_.string());
  const std::int64_t number = away->manifest.previous;
  std::error_code ignored;
  if (number == 0 || !fs::exists(database(number), ignored)) {
    return fail(Errc::not_found, "{}: there is no generation before {} to turn back to", data_.string(),
                away->number);
  }
  TRY(Manifest manifest_before, load_manifest(manifest(number)));
  // First what not to take again, else a cut between the two would bring it back.
  TRY_VOID(write_file_atomically(data_ / kTurnedAway, write_manifest(away->manifest)));
  TRY_VOID(write_file_atomically(data_ / kPointer, database(number).filename().string() + "\n"));
  return Generation{number, std::move(manifest_before)};
}

Result<std::optional<std::int64_t>> Generations::restore_pointer() const {
  if (current()) return std::optional<std::int64_t>();
  const auto numbers = numbers_in(data_);
  for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
    const auto made = load_manifest(manifest(*number));
    std::error_code ignored;
    if (!made || !fs::exists(database(*number), ignored) || is_turned_away(made->files, made->recipe))
      continue;
    TRY_VOID(write_file_atomically(data_ / kPointer, database(*number).filename().string() + "\n"));
    return std::optional(*number);
  }
  return std::optional<std::int64_t>();
}

bool Generations::is_turned_away(const FileSet& files, const std::string& recipe) const {
  const auto away = load_manifest(data_ / kTurnedAway);
  return away && away->files == files && away->recipe == recipe;
}

void Generations::remove(std::int64_t number) const {
  std::error_code ignored;
  for (const std::string& name : folder_names(data_)) {
    if (number_in(name) == number) fs::remove(data_ / name, ignored);
  }
}

void Generations::remove_unused() const {
  const auto kept = active();
  if (!kept) return;
  std::set<std::string, std::less<>> hashes;
  std::error_code ignored;
  for (const std::int64_t number : numbers_in(data_)) {
    const bool turned_away = number > kept->number && fs::exists(manifest(number), ignored);
    if (number == kept->number || number == kept->manifest.previous || turned_away) {
      insert_hashes(load_manifest(manifest(number)), hashes);
    } else {
      remove(number);
    }
  }
  blobs_.keep_only(hashes);
}

}  // namespace conglang::client
