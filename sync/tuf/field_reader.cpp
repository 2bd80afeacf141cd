#include "sync/tuf/field_reader.h"

#include <limits>
#include <utility>

namespace conglang::tuf {

using nlohmann::json;

Result<FieldReader> FieldReader::of(const nlohmann::json& value, std::string where) {
  if (!value.is_object()) return fail(Errc::parse, "{} is not an object", where);
  return FieldReader(value, std::move(where));
}

tl::unexpected<Error> FieldReader::refuse(std::string_view name, std::string_view why) const {
  return fail(Errc::parse, "{}.{} {}", where_, name, why);
}

Result<const json*> FieldReader::field(const char* name) const {
  const auto found = object_->find(name);
  if (found == object_->end()) return refuse(name, "is missing");
  return &*found;
}

Result<FieldReader> FieldReader::object(const char* name) const {
  TRY(const json* value, field(name));
  return of(*value, where_ + "." + name);
}

Result<const json*> FieldReader::array(const char* name) const {
  TRY(const json* value, field(name));
  if (!value->is_array()) return refuse(name, "is not a list");
  return value;
}

Result<std::string> FieldReader::text(const char* name) const {
  TRY(const json* value, field(name));
  if (!value->is_string()) return refuse(name, "is not a text");
  return value->get<std::string>();
}

Result<bool> FieldReader::boolean(const char* name) const {
  TRY(const json* value, field(name));
  if (!value->is_boolean()) return refuse(name, "is neither true nor false");
  return value->get<bool>();
}

Result<std::int64_t> FieldReader::integer(const char* name, std::int64_t minimum) const {
  TRY(const json* value, field(name));
  if (!value->is_number_integer()) return refuse(name, "is not an integer");
  const bool too_large =
      value->is_number_unsigned() &&
      value->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (too_large) return refuse(name, "is too large");
  const auto number = value->get<std::int64_t>();
  if (number < minimum) return refuse(name, fmt::format("is less than {}", minimum));
  return number;
}

Result<std::vector<std::string>> FieldReader::texts(const char* name) const {
  TRY(const json* list, array(name));
  std::vector<std::string> texts;
  for (const json& element : *list) {
    if (!element.is_string()) return refuse(name, "holds something that is not a text");
    texts.push_back(element.get<std::string>());
  }
  return texts;
}

Result<Instant> FieldReader::instant(const char* name) const {
  TRY(const std::string text, this->text(name));
  const auto instant = parse_instant(text);
  if (!instant) return refuse(name, "is not a time YYYY-MM-DDTHH:MM:SSZ");
  return *instant;
}

}  // namespace conglang::tuf
