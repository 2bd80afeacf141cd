#include "content/cli/proposal_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/base/file.h"
#include "content/base/time.h"
#include "content/guide/bundle.h"
#include "content/publish/content_diff.h"
#include "sync/repository/province_roles.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/metadata.h"
#include "sync/tuf/path_pattern.h"
#include "sync/tuf/threshold.h"

namespace conglang::cli {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kMaxBytes = 128UL * 1024 * 1024;
constexpr std::string_view kCommunePrefix = "commune-";
// A publisher that was killed may have used up a number (Tree::next_version); the browser allows as many.
constexpr std::int64_t kMaxSkipped = 100;
constexpr std::chrono::days kLongestLife{366};

tl::unexpected<Error> no_proposal(const std::string& where, const char* what) {
  return fail(Errc::parse, "{}: không phải đề nghị ký của bàn làm việc / no proposal of the desk: {}", where,
              what);
}

std::optional<std::string> text_at(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name) || !object[name].is_string()) return std::nullopt;
  return object[name].get<std::string>();
}

std::optional<std::string> from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  while (text.ends_with('=')) text.remove_suffix(1);
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return bytes;
}

// One side of a change: its text, or its bytes from base64. Nothing: it is not there.
std::optional<std::string> side_of(const Json& change, const char* side) {
  if (auto text = text_at(change, side)) return text;
  if (!change.contains("binary")) return std::nullopt;
  const auto encoded = text_at(change["binary"], side);
  return encoded ? from_base64(*encoded) : std::nullopt;
}

class Reader {
 public:
  Reader(std::string where, Json json, Instant now)
      : where_(std::move(where)), json_(std::move(json)), now_(now) {}

  Result<ProposalFile> run() {
    TRY_VOID(read_role());
    TRY_VOID(read_keys());
    TRY_VOID(read_current());
    TRY_VOID(read_next());
    TRY_VOID(apply_changes());
    TRY(out_.signed_bytes, tuf::canonical_json(content_));
    TRY_VOID(describe());
    remember();
    return std::move(out_);
  }

 private:
  Result<void> read_role() {
    const auto role = text_at(json_, "role");
    if (!role) return no_proposal(where_, "role");
    out_.role = *role;
    const std::string_view name = role->starts_with(kCommunePrefix)
                                      ? std::string_view(*role).substr(kCommunePrefix.size())
                                      : std::string_view(*role);
    TRY(delegated_, repository::role_named(name));
    return {};
  }

  Result<void> read_keys() {
    const Json ids = json_.contains("keyIds") ? json_["keyIds"] : Json();
    const Json objects = json_.contains("keys") ? json_["keys"] : Json();
    const Json threshold = json_.contains("threshold") ? json_["threshold"] : Json();
    if (!ids.is_array() || !objects.is_object() || !threshold.is_number_integer() || threshold < 1)
      return no_proposal(where_, "keys");
    signers_.threshold = threshold.get<std::int64_t>();
    for (const Json& id : ids) {
      if (!id.is_string()) return no_proposal(where_, "keyIds");
      signers_.key_ids.push_back(id.get<std::string>());
      const auto object = objects.find(signers_.key_ids.back());
      if (object == objects.end()) continue;
      auto key = tuf::PublicKey::parse(*object);
      if (key && key->id() == signers_.key_ids.back()) keys_.emplace(key->id(), std::move(*key));
    }
    std::ranges::sort(signers_.key_ids);
    return {};
  }

  // What is public now has to be signed as the role asks: in a file that nobody signed, others could hide
  // among those that stay as they are.
  Result<void> read_current() {
    content_ = {
        {"_type", "targets"}, {"spec_version", "1.0.34"}, {"version", 0}, {"targets", Json::object()}};
    if (!json_.contains("current") || json_["current"].is_null()) return {};
    const auto bytes = text_at(json_, "current");
    const auto parsed = bytes ? tuf::parse_targets(*bytes) : fail(Errc::parse, "");
    if (!parsed) return no_proposal(where_, "current");
    TRY_VOID(tuf::check_threshold(fmt::format("{}: current", where_), parsed->signed_bytes,
                                  parsed->signatures, signers_, keys_));
    content_ = Json::parse(*bytes)["signed"];
    return {};
  }

  Result<void> read_next() {
    const Json next = json_.contains("next") ? json_["next"] : Json();
    const auto expires = text_at(next, "expires");
    const auto instant = expires ? parse_instant(*expires) : std::nullopt;
    if (!instant || !next.contains("version") || !next["version"].is_number_integer())
      return no_proposal(where_, "next");
    const auto before = content_["version"].get<std::int64_t>();
    const auto version = next["version"].get<std::int64_t>();
    if (version <= before || version > before + kMaxSkipped)
      return fail(Errc::forbidden, "{}: phiên bản {} không nối tiếp {} / does not follow", where_, version,
                  before);
    if (*instant <= now_ || *instant > now_ + kLongestLife)
      return fail(Errc::forbidden, "{}: hạn dùng {} không hợp lẽ / an expiry that makes no sense", where_,
                  *expires);
    content_["version"] = version;
    content_["expires"] = *expires;
    out_.next.version = version;
    return {};
  }

  Result<void> check_path(const std::string& path) const {
    if (after_.contains(path))  // what it said before would be shown wrongly
      return fail(Errc::forbidden, "{}: {} có hai lần / is there twice", where_, path);
    if (tuf::covers(delegated_, path)) return {};
    return fail(Errc::forbidden, "{}: {} không được ký {} / may not sign it", where_, out_.role, path);
  }

  // A false old text would hide what changes.
  Result<void> check_before(const std::string& path, const std::optional<std::string>& before) const {
    const Json& targets = content_["targets"];
    const auto listed = targets.find(path);
    const std::string published =
        listed == targets.end() ? std::string() : (*listed)["hashes"].value("sha256", "");
    if (published == (before ? tuf::sha256_hex(*before) : std::string())) return {};
    return fail(Errc::forbidden,
                "{}: chữ cũ của {} không phải bản đang dùng / its old text is not the published one", where_,
                path);
  }

  Result<void> apply_changes() {
    const Json changes = json_.contains("changes") ? json_["changes"] : Json();
    const Json removed = json_.contains("removed") ? json_["removed"] : Json();
    if (!changes.is_array() || !removed.is_array()) return no_proposal(where_, "changes");
    for (const Json& change : changes) {
      const auto path = text_at(change, "path");
      const auto after = path ? side_of(change, "after") : std::nullopt;
      if (!path || !after) return no_proposal(where_, "changes");
      TRY_VOID(check_path(*path));
      const auto before = side_of(change, "before");
      TRY_VOID(check_before(*path, before));
      content_["targets"][*path] = {{"length", after->size()},
                                    {"hashes", {{"sha256", tuf::sha256_hex(*after)}}}};
      if (before) before_[*path] = *before;
      after_[*path] = *after;
      out_.shown.push_back(*path);
      if (!path->ends_with(".json") || !guide::parse_bundle_path(*path))
        out_.changes.push_back(fmt::format("{}: {} byte", *path, after->size()));
    }
    for (const Json& path : removed) {
      if (!path.is_string()) return no_proposal(where_, "removed");
      TRY_VOID(check_path(path.get<std::string>()));
      content_["targets"].erase(path.get<std::string>());
      out_.changes.push_back(fmt::format("{}: bỏ / removed", path.get<std::string>()));
    }
    return {};
  }

  Result<void> describe() {
    TRY(const publish::Items before, publish::items_of(before_));
    TRY(const publish::Items after, publish::items_of(after_));
    for (const publish::Change& change : publish::diff_items(before, after))
      out_.changes.push_back(to_line(change));
    return {};
  }

  void remember() {
    out_.next.threshold = signers_.threshold;
    out_.next.key_ids = signers_.key_ids;
    for (const auto& [path, file] : content_["targets"].items())
      out_.next.files.emplace(path, file["hashes"].value("sha256", ""));
  }

  std::string where_;
  Json json_;
  Instant now_;
  tuf::DelegatedRole delegated_;
  tuf::RoleKeys signers_;
  tuf::Keys keys_;
  Json content_;
  guide::Files before_;
  guide::Files after_;
  ProposalFile out_;
};

}  // namespace

Result<ProposalFile> read_proposal_file(const std::filesystem::path& path, Instant now) {
  TRY(const std::string bytes, read_file(path, kMaxBytes));
  auto json = tuf::parse_json(bytes);
  if (!json) return no_proposal(path.string(), json.error().message.c_str());
  return Reader(path.string(), std::move(*json), now).run();
}

}  // namespace conglang::cli
