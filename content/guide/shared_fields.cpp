#include "content/guide/shared_fields.h"

#include <algorithm>

#include "content/guide/enum_names.h"

namespace conglang::guide {
namespace {

Provenance read_provenance(ObjectReader& in) {
  Provenance out;
  out.confidence = in.choice<Confidence>("confidence", kConfidences, Need::required);
  out.source = in.string("source", Need::required);
  out.publisher = in.string("publisher");
  out.published_on = in.date("publishedOn");
  out.captured_on = in.date("capturedOn");
  out.checked_on = in.date("checkedOn");
  out.valid_from = in.date("validFrom");
  out.valid_until = in.date("validUntil");
  if (out.valid_from && out.valid_until && *out.valid_until < *out.valid_from) {
    in.refuse("validUntil", "sớm hơn \"validFrom\"");
  }
  return out;
}

// A file's name as it may stand in a page: a name in the commune's own folder of pictures and nowhere else.
PictureUse read_picture(ObjectReader& in) {
  PictureUse out;
  out.file = in.string("file", Need::required);
  if (!out.file.empty() && !is_picture_name(out.file)) {
    in.refuse("file", "cần là tên ảnh trong pictures/, chỉ gồm a-z, 0-9 và gạch nối, như \"dinh-lang.jpg\"");
  }
  out.alt = in.text("alt", Need::required);
  out.panorama = in.boolean("panorama");
  return out;
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

RecordingUse read_recording(ObjectReader& in, Cases cases) {
  RecordingUse out;
  out.file = in.string("file", Need::required);
  if (!out.file.empty() && !is_recording_name(out.file)) {
    in.refuse("file",
              "cần là tên bản thu trong audio/, chỉ gồm a-z, 0-9 và gạch nối, như \"dinh-lang.opus\"");
  }
  out.language = in.string("language", Need::required);
  if (!out.language.empty() && !is_language_tag(out.language)) {
    in.refuse("language", "cần là mã ngôn ngữ, như \"vi\"");
  }
  if (cases == Cases::named) out.case_id = in.slug("case");
  out.words = in.string("words");
  if (!out.words.empty() && !is_fingerprint(out.words)) {
    in.refuse("words", "cần là 16 ký tự mà \"conglang lint\" cho biết; chưa biết thì bỏ trống");
  }
  return out;
}

Json write_recording(const RecordingUse& recording) {
  Json out = Json::object();
  out["file"] = recording.file;
  out["language"] = recording.language;
  put(out, "case", recording.case_id);
  put(out, "words", recording.words);
  return out;
}

Json write_picture(const PictureUse& picture) {
  Json out = Json::object();
  out["file"] = picture.file;
  put(out, "alt", picture.alt);
  if (picture.panorama) out["panorama"] = true;
  return out;
}

}  // namespace

Provenance provenance_of(ObjectReader& in) {
  return in.object("provenance", read_provenance, Need::required);
}

bool is_procedure_code(std::string_view code) {
  if (code.size() > 40) return false;
  for (const char c : code) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-') return false;
  }
  return true;
}

std::string procedure_code(ObjectReader& in, Need need) {
  std::string code = in.string("code", need);
  if (!is_procedure_code(code)) in.refuse("code", "không giống mã thủ tục, như \"1.001193\"");
  return code;
}

Link read_link(ObjectReader& in) {
  Link out;
  out.template_id = in.slug("template");
  out.code = procedure_code(in, Need::optional);
  out.url = in.string("url");
  out.label = in.text("label");
  return out;
}

void check_envelope(ObjectReader& in, std::string_view schema_name, std::string_view type_name, Need need) {
  const std::string schema = in.string("$schema", need);
  const bool ours = std::string_view(schema).ends_with(schema_name);
  if (!schema.empty() && (!ours || schema.find(':') != std::string::npos)) {
    in.refuse("$schema", fmt::format("cần là đường dẫn tương đối tới {}", schema_name));
  }
  const std::string type = in.string("type", Need::required);
  if (!type.empty() && type != type_name) in.refuse("type", fmt::format("cần là \"{}\"", type_name));
}

void check_link_shape(const Link& link, const std::string& pointer, Problems& problems) {
  if (link.template_id.empty() == link.url.empty()) {
    problems.add(pointer, "cần có hoặc \"template\" cùng \"code\", hoặc \"url\", và chỉ một trong hai");
  } else if (link.template_id.empty() != link.code.empty()) {
    problems.add(pointer, "\"template\" và \"code\" phải đi cùng nhau");
  }
}

bool is_phone_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (digits < 3 || digits > 15) return false;
  if (text.starts_with('+')) text.remove_prefix(1);
  return is_digit(text.front()) && is_digit(text.back()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_digit(c) || c == ' ' || c == '.' || c == '-'; });
}

Contact read_contact(ObjectReader& in) {
  Contact out;
  out.label = in.text("label", Need::required);
  out.phone = in.string("phone", Need::required);
  if (!out.phone.empty() && !is_phone_number(out.phone)) {
    in.refuse("phone", "không giống số điện thoại, như \"024 3388 1234\"");
  }
  return out;
}

std::vector<PictureUse> pictures_of(ObjectReader& in) {
  return in.list("pictures", read_picture);
}

std::vector<RecordingUse> recordings_of(ObjectReader& in, Cases cases) {
  return in.list("recordings", [cases](ObjectReader& one) { return read_recording(one, cases); });
}

Json write_provenance(const Provenance& provenance) {
  Json out = Json::object();
  out["confidence"] = name_of(provenance.confidence, kConfidences);
  out["source"] = provenance.source;
  put(out, "publisher", provenance.publisher);
  put(out, "publishedOn", provenance.published_on);
  put(out, "capturedOn", provenance.captured_on);
  put(out, "checkedOn", provenance.checked_on);
  put(out, "validFrom", provenance.valid_from);
  put(out, "validUntil", provenance.valid_until);
  return out;
}

Json write_link(const Link& link) {
  Json out = Json::object();
  put(out, "template", link.template_id);
  put(out, "code", link.code);
  put(out, "url", link.url);
  put(out, "label", link.label);
  return out;
}

Json write_contact(const Contact& contact) {
  Json out = Json::object();
  put(out, "label", contact.label);
  out["phone"] = contact.phone;
  return out;
}

void put_pictures(Json& out, const std::vector<PictureUse>& pictures) {
  put_list(out, "pictures", pictures, write_picture);
}

void put_recordings(Json& out, const std::vector<RecordingUse>& recordings) {
  put_list(out, "recordings", recordings, write_recording);
}

}  // namespace conglang::guide
