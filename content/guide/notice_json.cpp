#include "content/guide/notice_json.h"

#include "content/guide/enum_names.h"
#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "notice.schema.json";
constexpr const char* kType = "Notice";

Notice read_fields(ObjectReader& in) {
  Notice out;
  check_envelope(in, kSchema, kType, Need::optional);
  out.id = in.slug("id", Need::required);
  out.title = in.text("title", Need::required);
  out.body = in.texts("body");
  out.urgency = in.choice<Notice::Urgency>("urgency", kUrgencies);
  out.from = in.date("from", Need::required).value_or(Date{});
  out.until = in.date("until", Need::required).value_or(Date{});
  if (out.until.ok() && out.from.ok() && out.until < out.from) in.refuse("until", "sớm hơn \"from\"");
  out.places = in.slugs("places");
  out.public_contacts = in.list("publicContacts", read_contact);
  out.recordings = recordings_of(in, Cases::none);
  out.sample = in.boolean("sample");
  out.provenance = provenance_of(in);
  return out;
}

}  // namespace

Result<Notice> read_notice(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields);
}

std::string write_notice(const Notice& notice) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  out["type"] = kType;
  out["id"] = notice.id;
  put(out, "title", notice.title);
  put_list(out, "body", notice.body, [](const Text& text) { return to_json(text); });
  out["urgency"] = name_of(notice.urgency, kUrgencies);
  out["from"] = format_date(notice.from);
  out["until"] = format_date(notice.until);
  put(out, "places", notice.places);
  put_list(out, "publicContacts", notice.public_contacts, write_contact);
  put_recordings(out, notice.recordings);
  out["sample"] = notice.sample;
  out["provenance"] = write_provenance(notice.provenance);
  return to_file(out);
}

}  // namespace conglang::guide
