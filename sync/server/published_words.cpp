#include "sync/server/published_words.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/guide/bundle.h"

namespace conglang::server {
namespace {

using Kind = guide::BundlePath::Kind;

constexpr std::uintmax_t kMaxTimestampBytes = 64UL * 1024;
constexpr std::uintmax_t kMaxRootBytes = 512UL * 1024;
constexpr std::uintmax_t kMaxFileBytes = 16UL * 1024 * 1024;

// Notices, places and products name people: their words are nobody's to search for.
bool is_about_procedures(const guide::BundlePath& path) {
  switch (path.kind) {
    case Kind::guide:
    case Kind::patch:
    case Kind::catalogue:
    case Kind::sectors:
    case Kind::synonyms:
    case Kind::topics:
      return true;
    default:
      return false;
  }
}

std::string title_of(const nlohmann::json& guide) {
  const auto title = guide.is_object() ? guide.find("title") : guide.end();
  if (title == guide.end() || !title->is_object()) return {};
  const auto vi = title->find("vi");
  return vi != title->end() && vi->is_string() ? vi->get<std::string>() : std::string();
}

void learn(const repository::Tree& tree, const std::string& path, const tuf::TargetFile& file,
           fleet::KnownWords& words) {
  const auto parsed = guide::parse_bundle_path(path);
  if (!parsed || !is_about_procedures(*parsed)) return;
  const auto bytes = read_file(tree.blob(path, file.hashes.sha256), kMaxFileBytes);
  if (!bytes) return;
  const auto document = nlohmann::json::parse(*bytes, nullptr, false);
  words.learn(document);
  if (parsed->kind == Kind::guide) words.learn_guide(parsed->id, title_of(document));
}

}  // namespace

std::shared_ptr<const fleet::KnownWords> PublishedWords::now() {
  {
    const std::lock_guard lock(mutex_);
    if (words_) return words_;
  }
  static_cast<void>(refresh());
  const std::lock_guard lock(mutex_);
  return words_;
}

Result<void> PublishedWords::refresh() {
  const std::lock_guard reading(reading_);
  TRY(std::string timestamp, read_file(tree_.metadata("timestamp.json"), kMaxTimestampBytes));
  {
    const std::lock_guard lock(mutex_);
    if (words_ && timestamp == timestamp_) return {};
  }
  TRY(auto words, load());
  const std::lock_guard lock(mutex_);
  words_ = std::move(words);
  timestamp_ = std::move(timestamp);
  return {};
}

Result<std::shared_ptr<const fleet::KnownWords>> PublishedWords::load() const {
  TRY(const std::string root, read_file(tree_.metadata("1.root.json"), kMaxRootBytes));
  TRY(const auto set, tree_.load(root, repository::kIgnoreExpiry));
  auto words = std::make_shared<fleet::KnownWords>();
  for (const auto& [path, found] : set.targets_found()) learn(tree_, path, found.file, *words);
  return std::shared_ptr<const fleet::KnownWords>(std::move(words));
}

}  // namespace conglang::server
