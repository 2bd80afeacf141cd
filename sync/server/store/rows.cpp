#include "sync/server/store/rows.h"

namespace conglang::server {

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::monostate>(values_.at(column));
}

std::string Row::text(std::size_t column) const {
  const auto* text = std::get_if<std::string>(&values_.at(column));
  return text == nullptr ? std::string() : *text;
}

std::optional<std::string> Row::optional_text(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::int64_t Row::integer(std::size_t column) const {
  const auto* number = std::get_if<std::int64_t>(&values_.at(column));
  return number == nullptr ? 0 : *number;
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::string Row::blob(std::size_t column) const {
  const auto* bytes = std::get_if<Bytes>(&values_.at(column));
  return bytes == nullptr ? std::string() : bytes->bytes;
}

}  // namespace conglang::server
