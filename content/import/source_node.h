#pragma once
// A value of a foreign record under reading. It takes whatever stands there: a missing field reads as empty,
// one of another kind is read as far as it can be and marked doubtful in the ledger. Nothing here fails.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/import/ledger.h"
#include "content/import/source_text.h"

namespace conglang::import {

class SourceNode {
 public:
  SourceNode(const nlohmann::json* value, std::string pointer, Ledger& ledger)
      : value_(value), pointer_(std::move(pointer)), ledger_(&ledger) {}

  /// The field `name`; an absent node when there is none.
  SourceNode at(std::string_view name) const;

  /// The items of a list. A single value where a list belongs is read as a list of it.
  std::vector<SourceNode> items() const;

  /// A text, cleaned; `to` is the field of the draft that it goes to.
  SourceText text(std::string_view to) const;

  /// The text of an enumeration, as it stands; for comparing.
  std::string word() const;

  /// A whole number, also when written as text with digits alone.
  std::optional<std::int64_t> integer(std::string_view to) const;

  /// Nothing for anything but true and false.
  std::optional<bool> boolean(std::string_view to) const;

  bool exists() const { return value_ != nullptr; }
  bool is_null() const { return value_ == nullptr || value_->is_null(); }
  bool is_object() const { return value_ != nullptr && value_->is_object(); }
  bool is_text() const { return value_ != nullptr && value_->is_string(); }
  const std::string& pointer() const { return pointer_; }

  void mark(Fate fate, std::string_view to, std::string_view why) const;
  void kept(std::string_view to) const { mark(Fate::kept, to, ""); }
  void changed(std::string_view to, std::string_view why) const { mark(Fate::changed, to, why); }
  void doubtful(std::string_view to, std::string_view why) const { mark(Fate::doubtful, to, why); }
  void omit(std::string_view why) const { mark(Fate::omitted, "", why); }

 private:
  const nlohmann::json* value_;
  std::string pointer_;
  Ledger* ledger_;
};

}  // namespace conglang::import
