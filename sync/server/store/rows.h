#pragma once
// What a query answers, as plain values.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace conglang::server {

/// Bytes that are no text, as a value to store.
struct Bytes {
  std::string bytes;

  bool operator==(const Bytes&) const = default;
};

/// One value of a row: NULL, a whole number, text or bytes.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

/// One row. Columns count from 0, in the order of the query.
class Row {
 public:
  explicit Row(std::vector<Value> values) : values_(std::move(values)) {}

  bool is_null(std::size_t column) const;
  /// Empty for NULL and for what is no text.
  std::string text(std::size_t column) const;
  std::optional<std::string> optional_text(std::size_t column) const;
  /// 0 for NULL and for what is no number.
  std::int64_t integer(std::size_t column) const;
  std::optional<std::int64_t> optional_integer(std::size_t column) const;
  /// Empty for NULL and for what is no blob.
  std::string blob(std::size_t column) const;

 private:
  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

}  // namespace conglang::server
