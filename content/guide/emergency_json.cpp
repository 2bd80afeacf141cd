#include "content/guide/emergency_json.h"

#include "content/guide/enum_names.h"
#include "content/guide/json_writer.h"
#include "content/guide/read_whole.h"

namespace conglang::guide {
namespace {

// What a screen holds in letters that are read from across a room.
constexpr std::size_t kMaxTitleBytes = 120;
constexpr std::size_t kMaxTextBytes = 600;

void limit(ObjectReader& in, std::string_view name, const Text& text, std::size_t most) {
  for (const auto& [language, words] : text.by_language) {
    if (words.size() > most) {
      in.refuse(name, fmt::format("bản \"{}\" dài {} byte, màn hình chỉ đủ chỗ cho {}; viết ngắn lại",
                                  language, words.size(), most));
    }
  }
}

EmergencyScreen read_fields(ObjectReader& in) {
  EmergencyScreen out;
  in.string("$schema");
  out.mode = in.choice<EmergencyScreen::Mode>("mode", kEmergencyModes, Need::required);
  out.id = in.slug("id", Need::required);
  const Need need = out.mode == EmergencyScreen::Mode::replace ? Need::required : Need::optional;
  out.title = in.text("title", need);
  out.text = in.text("text", need);
  limit(in, "title", out.title, kMaxTitleBytes);
  limit(in, "text", out.text, kMaxTextBytes);
  const std::string issued_at = in.string("issuedAt", Need::required);
  if (issued_at.empty()) return out;
  const auto instant = parse_instant(issued_at);
  if (!instant) in.refuse("issuedAt", "cần là thời điểm UTC như \"2026-11-23T08:40:00Z\"");
  out.issued_at = instant.value_or(Instant{});
  return out;
}

}  // namespace

Result<EmergencyScreen> read_emergency(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields);
}

std::string write_emergency(const EmergencyScreen& screen) {
  Json out = Json::object();
  out["mode"] = name_of(screen.mode, kEmergencyModes);
  out["id"] = screen.id;
  put(out, "title", screen.title);
  put(out, "text", screen.text);
  out["issuedAt"] = format_instant(screen.issued_at);
  return to_file(out);
}

}  // namespace conglang::guide
