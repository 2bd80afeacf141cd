#include "content/guide/json_document.h"

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "content/base/utf8.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxQuotedToken = 60;

// How far the parser has read. The parser reads at most one character ahead, so the line is counted without
// the last one.
struct Progress {
  int line = 1;
  bool last_was_break = false;

  void pass(char c) {
    if (last_was_break) ++line;
    last_was_break = c == '\n';
  }
};

// Gives the parser the bytes and counts them.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Progress* progress) : at_(at), progress_(progress) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    progress_->pass(*at_);
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Progress* progress_;
};

// An open object or array, and where its next value goes.
struct Frame {
  json* node = nullptr;
  json* member = nullptr;  // of an object, by the name last read
};

// Builds the value; refuses repeated names and deep nesting.
class Builder : public nlohmann::json_sax<json> {
 public:
  explicit Builder(const Progress& progress) : progress_(progress) {}

  bool null() override { return put(nullptr) != nullptr; }
  bool boolean(bool value) override { return put(value) != nullptr; }
  bool number_integer(number_integer_t value) override { return put(value) != nullptr; }
  bool number_unsigned(number_unsigned_t value) override { return put(value) != nullptr; }
  bool number_float(number_float_t value, const string_t&) override { return put(value) != nullptr; }
  bool string(string_t& value) override { return put(std::move(value)) != nullptr; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    const auto [member, is_new] = frames_.back().node->emplace(name, nullptr);
    frames_.back().member = &*member;
    if (!is_new) problem_ = fmt::format("\"{}\" được ghi hai lần; giữ lại một", name);
    return is_new;
  }

  bool parse_error(std::size_t, const std::string& last_token, const nlohmann::detail::exception&) override {
    const bool short_enough = !last_token.empty() && last_token.size() <= kMaxQuotedToken;
    problem_ =
        fmt::format("không đúng cú pháp JSON{}; xem lại dấu phẩy, ngoặc, nháy kép ở dòng này và dòng trên",
                    short_enough ? fmt::format(" gần chỗ {}", last_token) : "");
    return false;
  }

  json take() { return std::move(root_); }
  std::string problem() const { return fmt::format("{}: {}", progress_.line, printable(problem_)); }

 private:
  json* put(json value) {
    if (frames_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Frame& frame = frames_.back();
    if (frame.node->is_array()) {
      frame.node->push_back(std::move(value));
      return &frame.node->back();
    }
    *frame.member = std::move(value);
    return frame.member;
  }

  bool open(json empty) {
    if (frames_.size() >= kMaxJsonDepth) {
      problem_ = fmt::format("lồng nhau quá {} tầng", kMaxJsonDepth);
      return false;
    }
    json* node = put(std::move(empty));
    frames_.push_back({node, nullptr});
    return true;
  }

  bool close() {
    frames_.pop_back();
    return true;
  }

  const Progress& progress_;
  json root_;
  std::vector<Frame> frames_;
  std::string problem_;
};

// The step from an open object or array to its current value.
struct Step {
  bool is_array = false;
  std::size_t index = 0;
  std::string key;
};

// Notes the line of each value of bytes that have been parsed before.
class LineRecorder : public nlohmann::json_sax<json> {
 public:
  LineRecorder(const Progress& progress, std::map<std::string, int, std::less<>>& lines)
      : progress_(progress), lines_(lines) {}

  bool null() override { return note(); }
  bool boolean(bool) override { return note(); }
  bool number_integer(number_integer_t) override { return note(); }
  bool number_unsigned(number_unsigned_t) override { return note(); }
  bool number_float(number_float_t, const string_t&) override { return note(); }
  bool string(string_t&) override { return note(); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  bool key(string_t& name) override {
    steps_.back().key = name;
    lines_.emplace(pointer(), progress_.line);
    return true;
  }

 private:
  std::string pointer() const {
    std::string pointer;
    for (const Step& step : steps_) {
      pointer += step.is_array ? fmt::format("/{}", step.index) : pointer_step(step.key);
    }
    return pointer;
  }

  bool note() {
    lines_.emplace(pointer(), progress_.line);  // a member's line, that of its name, is already there
    if (!steps_.empty() && steps_.back().is_array) ++steps_.back().index;
    return true;
  }

  bool open(bool is_array) {
    lines_.emplace(pointer(), progress_.line);
    steps_.push_back({is_array, 0, {}});
    return true;
  }

  bool close() {
    steps_.pop_back();
    if (!steps_.empty() && steps_.back().is_array) ++steps_.back().index;
    return true;
  }

  const Progress& progress_;
  std::map<std::string, int, std::less<>>& lines_;
  std::vector<Step> steps_;
};

bool walk(std::string_view bytes, Progress& progress, nlohmann::json_sax<json>* handler) {
  const CountingIterator first(bytes.data(), &progress);
  const CountingIterator last(bytes.data() + bytes.size(), &progress);
  return json::sax_parse(first, last, handler);
}

}  // namespace

Result<Document> parse_document(std::string_view bytes, std::string_view where) {
  Progress progress;
  Builder builder(progress);
  if (!walk(bytes, progress, &builder)) {
    if (is_valid_utf8(bytes)) return fail(Errc::parse, "{}:{}", where, builder.problem());
    return fail(Errc::parse, "{}:{}: tệp không ở dạng UTF-8; mở bằng trình soạn thảo và lưu lại với mã UTF-8",
                where, progress.line);
  }
  return Document{std::string(where), std::string(bytes), builder.take()};
}

Lines::Lines(const Document& document) {
  Progress progress;
  LineRecorder recorder(progress, by_pointer_);
  walk(document.bytes, progress, &recorder);
}

int Lines::of(std::string_view pointer) const {
  for (;;) {
    if (const auto found = by_pointer_.find(pointer); found != by_pointer_.end()) return found->second;
    if (pointer.empty()) return 1;
    pointer = pointer.substr(0, pointer.rfind('/'));
  }
}

std::string printable(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // In UTF-8, 0xC2 0x80..0x9F are U+0080..U+009F.
    const bool pair = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (pair) ++i;
    line += pair || byte < 0x20 || byte == 0x7f ? '?' : text[i];
  }
  return line;
}

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace conglang::guide
