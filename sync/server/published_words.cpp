#include "sync/server/published_words.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace conglang::server {
namespace {

constexpr std::string_view kJson = ".json";

void learn(fleet::KnownWords& words, const std::string& path, const std::string& bytes) {
  if (!path.ends_with(kJson)) return;
  const auto document = nlohmann::json::parse(bytes, nullptr, false);
  if (document.is_discarded()) return;
  words.learn(document);
  if (path.find("/guides/") != std::string::npos)
    words.learn_guide(std::filesystem::path(path).stem().string());
}

}  // namespace

Result<void> PublishedWords::read() {
  TRY(const std::int64_t timestamp, content_.timestamp());
  if (timestamp == timestamp_) return {};
  TRY(const auto communes, content_.communes());
  auto words = std::make_shared<fleet::KnownWords>();
  for (const std::string& commune : communes) {
    TRY(const PublishedNow published, content_.of(commune));
    for (const auto& [path, bytes] : published->files) learn(*words, path, bytes);
  }
  timestamp_ = timestamp;
  const std::scoped_lock lock(mutex_);
  words_ = std::move(words);
  return {};
}

std::shared_ptr<const fleet::KnownWords> PublishedWords::now() const {
  const std::scoped_lock lock(mutex_);
  return words_;
}

}  // namespace conglang::server
