#include "sync/tuf/canonical_json.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "sync/tuf/limits.h"

namespace conglang::tuf {
namespace {

using nlohmann::json;

// Builds the value as the parser's events come, and stops the parser at the first thing that TUF's JSON does
// not have. nlohmann::json::parse would take a repeated key's last value and turn a long integer into a
// float.
class StrictBuilder final : public nlohmann::json_sax<json> {
 public:
  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(std::int64_t value) override { return add(value); }
  bool number_unsigned(std::uint64_t value) override { return add(value); }
  bool number_float(double /*value*/, const std::string& text) override {
    return refuse("the number " + text + " is not a 64-bit integer");
  }
  bool string(std::string& value) override { return add(std::move(value)); }
  bool binary(json::binary_t& /*value*/) override { return refuse("binary values are not JSON"); }
  bool start_object(std::size_t /*size*/) override { return open(json::object()); }
  bool start_array(std::size_t /*size*/) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    if (open_.back()->contains(name)) return refuse("the key \"" + name + "\" is there twice");
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t offset, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*why*/) override {
    return refuse("not JSON at byte " + std::to_string(offset));
  }

  json take() { return std::move(root_); }
  const std::string& refusal() const { return refusal_; }

 private:
  bool refuse(std::string why) {
    refusal_ = std::move(why);
    return false;
  }

  json* place(json value) {
    if (open_.empty()) return &(root_ = std::move(value));
    json& parent = *open_.back();
    if (parent.is_object()) return &(parent[key_] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }

  bool add(json value) {
    place(std::move(value));
    return true;
  }

  bool open(json value) {
    if (open_.size() == kMaxJsonDepth) return refuse("nested too deeply");
    open_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  json root_;
  std::vector<json*> open_;  // a child's address holds while it is open: its parent gains no other child
  std::string key_;
  std::string refusal_;
};

void write_string(const std::string& text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

bool write(const json& value, std::string& out);

bool write_object(const json& object, std::string& out) {
  // nlohmann::json keeps an object's keys in byte order, which for UTF-8 is the order of code points.
  char separator = '{';
  for (auto member = object.begin(); member != object.end(); ++member) {
    out += separator;
    separator = ',';
    write_string(member.key(), out);
    out += ':';
    if (!write(member.value(), out)) return false;
  }
  out += object.empty() ? "{}" : "}";
  return true;
}

bool write_array(const json& array, std::string& out) {
  char separator = '[';
  for (const json& element : array) {
    out += separator;
    separator = ',';
    if (!write(element, out)) return false;
  }
  out += array.empty() ? "[]" : "]";
  return true;
}

// False for a kind of value that canonical JSON does not have.
bool write(const json& value, std::string& out) {
  if (value.is_object()) return write_object(value, out);
  if (value.is_array()) return write_array(value, out);
  if (value.is_null()) {
    out += "null";
  } else if (value.is_string()) {
    write_string(value.get_ref<const std::string&>(), out);
  } else if (value.is_boolean()) {
    out += value.get<bool>() ? "true" : "false";
  } else if (value.is_number_unsigned()) {
    out += std::to_string(value.get<std::uint64_t>());
  } else if (value.is_number_integer()) {
    out += std::to_string(value.get<std::int64_t>());
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<json> parse_json(std::string_view bytes) {
  StrictBuilder builder;
  if (!json::sax_parse(bytes.begin(), bytes.end(), &builder)) {
    return fail(Errc::parse, "{}", builder.refusal());
  }
  return builder.take();
}

Result<std::string> canonical_json(const json& value) {
  std::string out;
  if (!write(value, out)) {
    return fail(Errc::invalid, "canonical JSON has no floating-point or binary values");
  }
  return out;
}

}  // namespace conglang::tuf
