#include "sync/server/api/fields.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace conglang::server {
namespace {

tl::unexpected<Error> missing(const std::string& name) {
  return wrong_field(name, fmt::format("Thiếu trường {} hoặc sai kiểu.", name),
                     fmt::format("The field {} is missing or of another type.", name));
}

Result<std::string> checked_text(const Json& value, const std::string& name, std::size_t max_bytes) {
  if (!value.is_string()) return missing(name);
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() > max_bytes) {
    return wrong_field(name, fmt::format("Trường {} quá dài: nhiều nhất {} byte.", name, max_bytes),
                       fmt::format("The field {} is too long: {} bytes at most.", name, max_bytes));
  }
  // The same letters are the same bytes from here on.
  return to_nfc(text);
}

const Json* member(const Json& body, const std::string& name) {
  if (!body.is_object()) return nullptr;
  const auto found = body.find(name);
  return found == body.end() || found->is_null() ? nullptr : &*found;
}

}  // namespace

tl::unexpected<Error> wrong_field(const std::string& field, std::string vi, std::string en) {
  return refuse({.status = 422, .code = "invalid", .vi = std::move(vi), .en = std::move(en), .field = field});
}

tl::unexpected<Error> no_such_thing() {
  return refuse({.status = 404,
                 .code = "not-found",
                 .vi = "Không tìm thấy, hoặc không thuộc xã của bạn.",
                 .en = "There is no such thing, or it is not your commune's."});
}

Result<std::string> text_field(const Json& body, const std::string& name, std::size_t max_bytes) {
  const Json* value = member(body, name);
  if (value == nullptr) return missing(name);
  return checked_text(*value, name, max_bytes);
}

Result<std::string> text_field_or_empty(const Json& body, const std::string& name, std::size_t max_bytes) {
  const Json* value = member(body, name);
  if (value == nullptr) return std::string();
  return checked_text(*value, name, max_bytes);
}

Result<std::int64_t> number_field(const Json& body, const std::string& name) {
  const Json* value = member(body, name);
  if (value == nullptr || !value->is_number_integer()) return missing(name);
  return value->get<std::int64_t>();
}

Result<std::vector<std::string>> texts_field(const Json& body, const std::string& name,
                                             std::size_t max_items) {
  const Json* value = member(body, name);
  if (value == nullptr || !value->is_array() || value->size() > max_items) return missing(name);
  std::vector<std::string> texts;
  for (const Json& item : *value) {
    TRY(std::string text, checked_text(item, name, kLongText));
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<Json> object_field(const Json& body, const std::string& name) {
  const Json* value = member(body, name);
  if (value == nullptr || !value->is_structured()) return missing(name);
  return *value;
}

}  // namespace conglang::server
