#include "tests/bench/served_tree.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

#include "content/base/file.h"
#include "sync/repository/create.h"
#include "sync/repository/publish.h"
#include "tests/folders.h"

namespace conglang::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxGuideBytes = 1U << 20U;

void must(const Result<void>& done) {
  if (!done) give_up(done.error().message);
}

repository::KeyFolder keys_in(const fs::path& folder) {
  // The passphrase's cost is not what is measured.
  return {folder / "keys", "a passphrase of the bench", {.n = 16, .r = 8, .p = 1}};
}

}  // namespace

void give_up(const std::string& what) {
  fmt::print(stderr, "{}\n", what);
  std::exit(1);
}

Instant time_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

ServedTree::ServedTree(fs::path folder) : folder_(std::move(folder)) {
  must(make_folders(bundle() / "national/guides"));
}

void ServedTree::add_guides(std::size_t count) const {
  const fs::path starter = fs::path(CONGLANG_SOURCE_DIR) / "content/starter/national/guides";
  std::vector<std::string> guides;
  for (const auto& entry : fs::directory_iterator(starter)) {
    auto bytes = read_file(entry.path(), kMaxGuideBytes);
    if (bytes) guides.push_back(std::move(*bytes));
  }
  if (guides.empty()) give_up(starter.string() + ": holds no guides");
  for (std::size_t i = 0; i < count; ++i) {
    // Each differs from the others in a text, as guides do.
    const std::string bytes = guides[i % guides.size()] + fmt::format("\n{:>{}}", i, 1 + i % 40);
    must(write_file_atomically(bundle() / fmt::format("national/guides/guide-{:03}.json", i), bytes));
  }
}

void ServedTree::add_media(std::size_t count, std::size_t bytes) const {
  must(make_folders(bundle() / "national/media"));
  std::mt19937_64 random(1);
  std::string content(bytes, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    for (char& byte : content) byte = static_cast<char>(random());
    must(write_file_atomically(bundle() / fmt::format("national/media/{:03}.jpg", i), content));
  }
}

void ServedTree::publish() {
  const repository::Tree tree(this->tree());
  const repository::KeyFolder keys = keys_in(folder_);
  if (!fs::exists(this->tree())) must(repository::create_repository(tree, keys, "09784", time_now()));
  const auto published = repository::publish(tree, keys, bundle(), time_now());
  if (!published) give_up(published.error().message);
}

std::string ServedTree::anchor() const {
  return read_file(tree() / "metadata/1.root.json", kMaxGuideBytes).value_or("");
}

}  // namespace conglang::bench
