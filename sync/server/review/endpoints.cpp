#include "sync/server/review/endpoints.h"

#include <array>

#include "content/base/utf8.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/guide_list.h"

namespace conglang::server {
namespace {

tl::unexpected<Error> bad_field(const char* name, const char* vi, const char* en) {
  return refuse({.status = 422,
                 .code = "field",
                 .vi = fmt::format("\"{}\" {}.", name, vi),
                 .en = fmt::format("\"{}\" {}.", name, en),
                 .field = name});
}

constexpr std::array<std::pair<Move, const char*>, 9> kOffered = {{
    {Move::save, "save"},
    {Move::submit, "submit"},
    {Move::take_back, "take-back"},
    {Move::ask_changes, "ask-changes"},
    {Move::approve, "approve"},
    {Move::schedule, "schedule"},
    {Move::publish_now, "publish-now"},
    {Move::discard, "discard"},
    {Move::propose, "propose"},
}};

Json offered(const Draft& draft, const Actor& actor) {
  Json moves = Json::array();
  for (const auto& [move, name] : kOffered) {
    if (take(move, draft.position, actor).verdict == Verdict::allowed) moves.push_back(name);
  }
  if (draft.position.state == State::published && !draft.removal) moves.push_back("withdraw");
  return moves;
}

Json instant_or_null(const std::optional<Instant>& instant) {
  return instant ? Json(format_instant(*instant)) : Json();
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json title_of(const Json& content, const Draft& draft) {
  for (const char* name : {"title", "name"}) {
    const auto found = content.is_object() ? content.find(name) : content.end();
    if (content.is_object() && found != content.end() && found->is_object()) return *found;
  }
  const auto [vi, en] = untitled(draft.kind, draft.path);
  return {{"vi", vi}, {"en", en}};
}

}  // namespace

Result<std::string> text_in(const Json& body, const char* name, Need need, std::size_t most) {
  const auto found = body.is_object() ? body.find(name) : body.end();
  const bool there = body.is_object() && found != body.end() && !found->is_null();
  if (!there && need == Need::optional) return std::string();
  if (!there || !found->is_string()) return bad_field(name, "phải là chữ", "must be a text");
  TRY(std::string text, to_nfc(found->get_ref<const std::string&>()));
  if (text.size() > most) return bad_field(name, "dài quá", "is too long");
  if (need == Need::required && text.find_first_not_of(" \t\r\n") == std::string::npos)
    return bad_field(name, "còn trống", "is empty");
  return text;
}

Result<std::optional<std::int64_t>> number_in(const Json& body, const char* name) {
  const auto found = body.is_object() ? body.find(name) : body.end();
  if (!body.is_object() || found == body.end() || found->is_null()) return std::optional<std::int64_t>();
  if (!found->is_number_integer()) return bad_field(name, "phải là số nguyên", "must be a whole number");
  return std::optional<std::int64_t>(found->get<std::int64_t>());
}

std::string words_in(const Json& object, const char* name, const std::string& otherwise) {
  if (!object.is_object()) return otherwise;
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

std::string title_in(const Json& content, const std::string& otherwise) {
  for (const char* name : {"title", "name"}) {
    if (!content.is_object() || !content.contains(name)) continue;
    const std::string words = words_in(content[name], "vi");
    if (!words.empty()) return words;
  }
  return otherwise;
}

Json object_of(const std::optional<std::string>& bytes) {
  if (!bytes) return nullptr;
  Json value = Json::parse(*bytes, nullptr, false);
  return value.is_object() ? value : Json();
}

std::string draft_file(const Published& published, const Draft& draft) {
  const auto canonical = canonical_bytes(published, draft.path, draft.content);
  return canonical ? *canonical : draft.content;
}

Result<Json> draft_summary(Transaction& transaction, const Draft& draft, const Account& account) {
  TRY(const std::string author, drafts::name_of(transaction, draft.author_id));
  TRY(const Actor actor, drafts::actor_of(transaction, draft, account));
  const Json content = object_of(draft.content);
  return Json{{"id", draft.id},
              {"path", draft.path},
              {"commune", draft.commune},
              {"kind", draft.kind},
              {"title", title_of(content, draft)},
              {"state", state_name(draft.position.state)},
              {"unreviewed", draft.position.unreviewed},
              {"reason", draft.reason},
              {"removal", draft.removal},
              {"revision", draft.revision},
              {"note", draft.note},
              {"author", author},
              {"mine", actor.wrote},
              {"createdAt", format_instant(draft.created_at)},
              {"changedAt", format_instant(draft.changed_at)},
              {"publishAt", instant_or_null(draft.publish_at)},
              {"proposal", or_null(draft.proposal_id)},
              {"version", or_null(draft.published_version)},
              {"moves", offered(draft, actor)}};
}

Result<Json> draft_json(const ReviewDesk& desk, Transaction& transaction, const Draft& draft,
                        const Published& published, const Account& account, Date today) {
  TRY(Json json, draft_summary(transaction, draft, account));
  TRY(const auto comments, drafts::comments(transaction, draft.id));
  Json said = Json::array();
  for (const Comment& one : comments)
    said.push_back({{"who", one.who}, {"at", format_instant(one.at)}, {"text", one.text}});
  TRY(const std::string approver, drafts::name_of(transaction, draft.approved_by));
  FileChangesToCheck changes;
  changes.emplace(draft.path, draft.removal ? std::nullopt : std::optional(draft.content));
  TRY(const auto media, media_named(desk.store, draft.commune, draft.content));
  for (const auto& [path, bytes] : media) changes.emplace(path, bytes);
  const auto parsed = guide::parse_bundle_path(draft.path);
  const auto view = parsed ? guide_view(published, entry_id(draft.kind, parsed->id)) : std::nullopt;
  json["content"] = object_of(draft.content);
  json["base"] = object_of(draft.base);
  json["national"] = view && draft.kind == "patch" ? (*view)["national"] : Json();
  json["baseIsPublished"] = draft.base_sha256 == published.hash_of(draft.path);
  json["approvedBy"] = approver;
  json["comments"] = std::move(said);
  json["findings"] = to_json(check_change(published, changes, today));
  return json;
}

Json proposal_summary(const ProposalRow& row, const std::vector<ProposalSignature>& signatures,
                      const std::string& made_by, const Account& account) {
  Json signers = Json::array();
  bool mine = false;
  for (const ProposalSignature& one : signatures) {
    mine = mine || one.account == account.id;
    signers.push_back({{"keyId", one.key_id}, {"who", one.who}, {"at", format_instant(one.at)}});
  }
  return {{"id", row.id},
          {"role", row.role},
          {"commune", row.commune},
          {"kind", row.kind},
          {"state", row.state},
          {"note", row.note},
          {"threshold", row.threshold},
          {"next", {{"version", row.version}, {"expires", format_instant(row.expires)}}},
          {"madeBy", made_by},
          {"madeAt", format_instant(row.made_at)},
          {"doneAt", instant_or_null(row.done_at)},
          {"timestamp", or_null(row.timestamp)},
          {"signatures", std::move(signers)},
          {"signedByMe", mine}};
}

}  // namespace conglang::server
