#pragma once
// Typed access to a JSON object's fields, where a missing or mistyped field is an error that names it.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::tuf {

class FieldReader {
 public:
  /// `where` names the object in messages: "targets.delegations". Errors: parse, when `value` is no object.
  static Result<FieldReader> of(const nlohmann::json& value, std::string where);

  bool has(const char* name) const { return object_->contains(name); }
  /// Each of these: Errors: parse, when the field is missing or of another type.
  Result<const nlohmann::json*> field(const char* name) const;
  Result<FieldReader> object(const char* name) const;
  Result<const nlohmann::json*> array(const char* name) const;
  Result<std::string> text(const char* name) const;
  Result<bool> boolean(const char* name) const;
  Result<std::int64_t> integer(const char* name, std::int64_t minimum) const;
  Result<std::vector<std::string>> texts(const char* name) const;
  Result<Instant> instant(const char* name) const;

  /// An error about the field `name` of this object.
  tl::unexpected<Error> refuse(std::string_view name, std::string_view why) const;

  const nlohmann::json& value() const { return *object_; }
  const std::string& where() const { return where_; }

 private:
  FieldReader(const nlohmann::json& object, std::string where) : object_(&object), where_(std::move(where)) {}

  const nlohmann::json* object_;
  std::string where_;
};

}  // namespace conglang::tuf
