#include "content/guide/object_reader.h"

#include <algorithm>
#include <set>

#include "content/guide/closest_name.h"
#include "content/guide/html_debris.h"

namespace conglang::guide {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxSlug = 64;

}  // namespace

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= kMaxSlug && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_language_tag(std::string_view tag) {
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  if (primary < 2 || primary > 3 || tag.back() == '-') return false;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    const bool lower = c >= 'a' && c <= 'z';
    const bool other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!lower && !(i >= primary && other)) return false;
  }
  return true;
}

ObjectReader::ObjectReader(const json& object, std::string pointer, Problems& problems)
    : object_(object.is_object() ? &object : nullptr), pointer_(std::move(pointer)), problems_(problems) {
  if (object_ == nullptr) problems_.add(pointer_, "cần là một nhóm { … }");
}

const json* ObjectReader::find(std::string_view name, Need need) {
  known_.emplace_back(name);
  if (object_ == nullptr) return nullptr;
  const auto found = object_->find(name);
  if (found != object_->end()) return &*found;
  if (need == Need::required) problems_.add(pointer_, fmt::format("thiếu \"{}\"", name));
  return nullptr;
}

const json* ObjectReader::items(std::string_view name, Need need) {
  const json* value = find(name, need);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    refuse(name, "cần là một danh sách [ … ]");
    return nullptr;
  }
  if (need == Need::required && value->empty()) refuse(name, "cần có ít nhất một mục");
  return value;
}

void ObjectReader::refuse(std::string_view name, std::string message) {
  problems_.add(pointer_to(name), std::move(message));
}

std::optional<std::string> ObjectReader::clean(const json& value, const std::string& pointer,
                                               LineBreaks breaks) {
  if (!value.is_string()) {
    problems_.add(pointer, "cần là chữ trong nháy kép");
    return std::nullopt;
  }
  return clean_words(value.get_ref<const std::string&>(), pointer, breaks);
}

std::optional<std::string> ObjectReader::clean_words(std::string_view text, const std::string& pointer,
                                                     LineBreaks breaks) {
  auto cleaned = clean_text(text, breaks);
  if (!cleaned) {
    problems_.add(pointer, cleaned.error().message);
    return std::nullopt;
  }
  if (cleaned->empty()) {
    problems_.add(pointer, "đang để trống; điền vào, hoặc bỏ hẳn trường này");
    return std::nullopt;
  }
  return std::move(*cleaned);
}

// What people read, as opposed to addresses and passwords, in which "&" and "<" may mean themselves.
std::optional<std::string> ObjectReader::clean_prose(const json& value, const std::string& pointer,
                                                     LineBreaks breaks) {
  if (!value.is_string()) return clean(value, pointer, breaks);
  const auto plain = without_html(value.get_ref<const std::string&>());
  if (plain) return clean_words(*plain, pointer, breaks);
  problems_.add(pointer, plain.error().message);
  return std::nullopt;
}

Text ObjectReader::read_text(const json& value, const std::string& pointer, LineBreaks breaks) {
  if (!value.is_object()) {
    problems_.add(pointer, "cần ghi theo tiếng, như {\"vi\": \"…\", \"en\": \"…\"}");
    return {};
  }
  Text text;
  for (const auto& [language, words] : value.items()) {
    const std::string at = pointer + pointer_step(language);
    if (!is_language_tag(language)) {
      problems_.add(at, fmt::format("\"{}\" không phải mã ngôn ngữ như \"vi\", \"en\"", language));
    } else if (auto cleaned = clean_prose(words, at, breaks)) {
      text.by_language[language] = std::move(*cleaned);
    }
  }
  if (!value.contains("vi")) problems_.add(pointer, "thiếu \"vi\": tiếng Việt luôn phải có");
  return text;
}

Text ObjectReader::text(std::string_view name, Need need, LineBreaks breaks) {
  const json* value = find(name, need);
  return value == nullptr ? Text{} : read_text(*value, pointer_to(name), breaks);
}

std::vector<Text> ObjectReader::texts(std::string_view name) {
  std::vector<Text> all;
  const json* list = items(name, Need::optional);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    all.push_back(read_text((*list)[i], fmt::format("{}/{}", pointer_to(name), i), LineBreaks::to_space));
  }
  return all;
}

std::string ObjectReader::string(std::string_view name, Need need) {
  const json* value = find(name, need);
  return value == nullptr ? std::string() : clean(*value, pointer_to(name)).value_or("");
}

std::vector<std::string> ObjectReader::strings(std::string_view name) {
  std::vector<std::string> all;
  const json* list = items(name, Need::optional);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    auto cleaned = clean((*list)[i], fmt::format("{}/{}", pointer_to(name), i));
    if (cleaned) all.push_back(std::move(*cleaned));
  }
  return all;
}

std::string ObjectReader::read_slug(const json& value, const std::string& pointer) {
  if (value.is_string() && is_slug(value.get_ref<const std::string&>())) return value.get<std::string>();
  problems_.add(pointer, fmt::format("cần là tên ngắn chỉ gồm a-z, 0-9 và dấu gạch nối, không quá {} ký tự,"
                                     " như \"khai-sinh\"",
                                     kMaxSlug));
  return {};
}

std::string ObjectReader::slug(std::string_view name, Need need) {
  const json* value = find(name, need);
  return value == nullptr ? std::string() : read_slug(*value, pointer_to(name));
}

std::vector<std::string> ObjectReader::slugs(std::string_view name) {
  std::vector<std::string> all;
  std::set<std::string> seen;
  const json* list = items(name, Need::optional);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string pointer = fmt::format("{}/{}", pointer_to(name), i);
    std::string slug = read_slug((*list)[i], pointer);
    if (slug.empty()) continue;
    if (seen.insert(slug).second) {
      all.push_back(std::move(slug));
    } else {
      problems_.add(pointer, fmt::format("\"{}\" có hai lần; giữ lại một", slug));
    }
  }
  return all;
}

std::optional<Date> ObjectReader::date(std::string_view name, Need need) {
  const json* value = find(name, need);
  if (value == nullptr) return std::nullopt;
  const auto date =
      value->is_string() ? parse_date(value->get_ref<const std::string&>()) : std::optional<Date>();
  if (!date) refuse(name, "cần là ngày có thật, viết năm-tháng-ngày, như \"2026-11-23\"");
  return date;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view name, std::int64_t least,
                                                  std::int64_t most) {
  const json* value = find(name, Need::optional);
  if (value == nullptr) return std::nullopt;
  // A number above the signed range is held unsigned; get() would wrap it round.
  const bool fits =
      value->is_number_integer() &&
      (!value->is_number_unsigned() || value->get<std::uint64_t>() <= static_cast<std::uint64_t>(most));
  const std::int64_t number = fits ? value->get<std::int64_t>() : least;
  if (!fits || number < least || number > most) {
    refuse(name, fmt::format("cần là số nguyên từ {} đến {}, không có nháy kép", least, most));
    return std::nullopt;
  }
  return number;
}

bool ObjectReader::boolean(std::string_view name) {
  const json* value = find(name, Need::optional);
  if (value == nullptr) return false;
  if (!value->is_boolean()) {
    refuse(name, "cần là true hoặc false, không có nháy kép");
    return false;
  }
  return value->get<bool>();
}

std::size_t ObjectReader::choice_index(std::string_view name, const std::vector<std::string_view>& names,
                                       Need need) {
  const json* value = find(name, need);
  if (value == nullptr) return 0;
  if (value->is_string()) {
    const auto found = std::find(names.begin(), names.end(), value->get_ref<const std::string&>());
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  }
  refuse(name, fmt::format("cần là một trong: {}", fmt::join(names, ", ")));
  return 0;
}

void ObjectReader::refuse_unknown() {
  if (object_ == nullptr) return;
  for (const auto& [name, value] : object_->items()) {
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    const std::string_view closest = closest_name(name, known_);
    refuse(name, closest.empty()
                     ? fmt::format("không có trường \"{}\"", name)
                     : fmt::format("không có trường \"{}\"; có phải \"{}\" không?", name, closest));
  }
}

}  // namespace conglang::guide
