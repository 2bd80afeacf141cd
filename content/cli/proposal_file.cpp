#include "content/cli/proposal_file.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/base/file.h"
#include "content/base/time.h"
#include "content/publish/content_diff.h"
#include "sync/repository/province_roles.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/metadata.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::cli {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kMaxBytes = 128UL * 1024 * 1024;
constexpr std::string_view kCommunePrefix = "commune-";
// A publisher that was killed may have used up a number (Tree::next_version); the browser allows as many.
constexpr std::int64_t kMaxSkipped = 100;

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
  Reader(std::string where, Json json) : where_(std::move(where)), json_(std::move(json)) {}

  Result<ProposalFile> run() {
    TRY_VOID(read_role());
    TRY_VOID(read_current());
    TRY_VOID(read_next());
    TRY_VOID(apply_changes());
    TRY(out_.signed_bytes, tuf::canonical_json(content_));
    TRY_VOID(describe());
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

  Result<void> read_current() {
    content_ = {
        {"_type", "targets"}, {"spec_version", "1.0.34"}, {"version", 0}, {"targets", Json::object()}};
    if (!json_.contains("current") || json_["current"].is_null()) return {};
    const auto bytes = text_at(json_, "current");
    if (!bytes || !tuf::parse_targets(*bytes)) return no_proposal(where_, "current");
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
    content_["version"] = version;
    content_["expires"] = *expires;
    out_.version = std::to_string(version);
    return {};
  }

  Result<void> check_path(const std::string& path) const {
    if (tuf::covers(delegated_, path)) return {};
    return fail(Errc::forbidden, "{}: {} không được ký {} / may not sign it", where_, out_.role, path);
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
      content_["targets"][*path] = {{"length", after->size()},
                                    {"hashes", {{"sha256", tuf::sha256_hex(*after)}}}};
      if (const auto before = side_of(change, "before")) before_[*path] = *before;
      after_[*path] = *after;
      if (!path->ends_with(".json")) out_.changes.push_back(fmt::format("{}: {} byte", *path, after->size()));
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

  std::string where_;
  Json json_;
  tuf::DelegatedRole delegated_;
  Json content_;
  guide::Files before_;
  guide::Files after_;
  ProposalFile out_;
};

}  // namespace

Result<ProposalFile> read_proposal_file(const std::filesystem::path& path) {
  TRY(const std::string bytes, read_file(path, kMaxBytes));
  auto json = tuf::parse_json(bytes);
  if (!json) return no_proposal(path.string(), json.error().message.c_str());
  return Reader(path.string(), std::move(*json)).run();
}

}  // namespace conglang::cli
