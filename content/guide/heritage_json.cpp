#include "content/guide/heritage_json.h"

#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "heritage.schema.json";
constexpr const char* kType = "Heritage";

Heritage read_fields(ObjectReader& in) {
  Heritage out;
  check_envelope(in, kSchema, kType, Need::optional);
  out.id = in.slug("id", Need::required);
  out.title = in.text("title", Need::required);
  out.summary = in.text("summary", Need::required);
  out.body = in.texts("body");
  out.pictures = pictures_of(in);
  out.recordings = recordings_of(in, Cases::none);
  out.sample = in.boolean("sample");
  out.provenance = provenance_of(in);
  return out;
}

}  // namespace

Result<Heritage> read_heritage(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields);
}

std::string write_heritage(const Heritage& page) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  out["type"] = kType;
  out["id"] = page.id;
  put(out, "title", page.title);
  put(out, "summary", page.summary);
  put_list(out, "body", page.body, [](const Text& text) { return to_json(text); });
  put_pictures(out, page.pictures);
  put_recordings(out, page.recordings);
  out["sample"] = page.sample;
  out["provenance"] = write_provenance(page.provenance);
  return to_file(out);
}

}  // namespace conglang::guide
