#include "content/import/record_json.h"

#include <algorithm>
#include <set>

#include "content/base/utf8.h"
#include "content/import/source_text.h"

namespace conglang::import {
namespace {

using nlohmann::json;

// Follows the parser: the names seen in each open object.
class RepeatedNames {
 public:
  explicit RepeatedNames(std::vector<std::string>& found) : found_(found) {}

  bool operator()(int, json::parse_event_t event, json& parsed) {
    if (event == json::parse_event_t::object_start) seen_.emplace_back();
    if (event == json::parse_event_t::object_end && !seen_.empty()) seen_.pop_back();
    if (event == json::parse_event_t::key && !seen_.empty()) {
      const auto& name = parsed.get_ref<const std::string&>();
      if (!seen_.back().insert(name).second) found_.push_back(name);
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> seen_;
  std::vector<std::string>& found_;
};

// The line on which reading stopped: nlohmann tells it only by exception, so the parser is asked again
// through its SAX interface.
class ErrorPlace : public nlohmann::json_sax<json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    position_ = position;
    return false;
  }

  std::size_t position() const { return position_; }

 private:
  std::size_t position_ = 0;
};

std::ptrdiff_t error_line(const std::string& text) {
  ErrorPlace place;
  json::sax_parse(text, &place);
  const std::size_t end = std::min(place.position(), text.size());
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
}

}  // namespace

Result<RecordJson> parse_record(std::string_view bytes, std::string_view where) {
  RecordJson record;
  record.mended_bytes = !is_valid_utf8(bytes);
  const std::string text = record.mended_bytes ? repair_utf8(bytes) : std::string(bytes);
  RepeatedNames watch(record.repeated_names);
  record.root = json::parse(text, std::ref(watch), false);
  if (record.root.is_discarded()) {
    return fail(Errc::parse, "{}:{}: không phải JSON, hoặc bị cắt giữa chừng; tải lại tệp này từ cổng", where,
                error_line(text));
  }
  return record;
}

}  // namespace conglang::import
