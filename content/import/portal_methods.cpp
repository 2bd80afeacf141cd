#include <algorithm>

#include "content/import/portal_parts.h"
#include "content/import/reading.h"

namespace conglang::import {
namespace {

using guide::Channel;
using guide::Cost;
using guide::ProcessingTime;

constexpr std::size_t kShortAnswer = 60;  // bytes; a longer time goes to the note

Channel channel_of(std::string_view method, bool& known) {
  Channel out;
  known = true;
  if (method == "ONLINE") {
    out.id = "truc-tuyen";
    out.kind = Channel::Kind::online;
    out.name = vi("Nộp trực tuyến");
  } else if (method == "POSTAL") {
    out.id = "buu-chinh";
    out.kind = Channel::Kind::post;
    out.name = vi("Gửi qua bưu chính");
  } else {
    known = method == "DIRECT";
    out.id = known ? "truc-tiep" : "cach-khac";
    out.name = vi(known ? "Nộp trực tiếp" : "Cách nộp khác");
  }
  return out;
}

bool same_but_channels(const Cost& a, Cost b) {
  b.channels = a.channels;
  return a == b;
}

bool same_but_channels(const ProcessingTime& a, ProcessingTime b) {
  b.channels = a.channels;
  return a == b;
}

// Adds `item`, or its channels to the same item that is there.
template <typename Item>
void merge(std::vector<Item>& items, Item item) {
  for (Item& there : items) {
    if (!same_but_channels(there, item)) continue;
    for (std::string& channel : item.channels) {
      const bool has =
          std::find(there.channels.begin(), there.channels.end(), channel) != there.channels.end();
      if (!has) there.channels.push_back(std::move(channel));
    }
    return;
  }
  items.push_back(std::move(item));
}

bool agrees_with_cases(const std::string& answer, const std::vector<CaseTime>& variants) {
  return std::all_of(variants.begin(), variants.end(),
                     [&](const CaseTime& one) { return one.plain && one.answer == answer; });
}

// The note of a time: what the method's description says, and what the table of cases says otherwise.
std::string times_of(const std::vector<CaseTime>& variants) {
  std::vector<std::string> seen;
  std::string out;
  for (const CaseTime& one : variants) {
    if (std::find(seen.begin(), seen.end(), one.answer) != seen.end()) continue;
    seen.push_back(one.answer);
    out += (out.empty() ? "" : ", ") + one.answer;
  }
  return out;
}

struct ReadTime {
  std::string answer;
  bool plain = false;
  std::string note;
};

ReadTime read_time(const SourceNode& method, const std::vector<CaseTime>& variants) {
  const SourceNode time = method.at("processingTime");
  const SourceNode unit = method.at("processingTimeUnit");
  ReadTime out;
  if (time.is_null() && unit.is_null()) return out;
  const auto quantity = time.integer("cases/processingTimes");
  bool known = false;
  if (quantity && *quantity > 0) {
    out.answer = time_text(*quantity, unit.word(), known);
  } else if (quantity) {
    out.answer = "Cổng ghi 0 ngày, cần kiểm tra";
  } else {
    const std::string text = time.text("cases/processingTimes").joined();
    out.answer = text.size() > kShortAnswer ? "Xem ghi chú" : text;
    if (text.size() > kShortAnswer) out.note = text;
    if (out.answer.empty()) out.answer = "Chưa rõ thời gian";
  }
  // "1, OTHER" beside a table that says "1 ngày làm việc" throughout: the table's unit, for a person to
  // confirm.
  const bool borrowed = quantity && !known && !variants.empty() && variants.front().plain &&
                        agrees_with_cases(variants.front().answer, variants) &&
                        variants.front().answer.starts_with(fmt::format("{} ", *quantity));
  if (borrowed) out.answer = variants.front().answer;
  unit.mark(known ? Fate::changed : Fate::doubtful, "cases/processingTimes",
            known ? "viết thành chữ" : "đơn vị thời gian không rõ");
  out.plain = known && agrees_with_cases(out.answer, variants);
  if (known && !out.plain)
    time.doubtful("cases/processingTimes", "bảng trường hợp ghi: " + times_of(variants));
  if (!known) time.doubtful("cases/processingTimes", "không có số hoặc đơn vị rõ ràng");
  if (borrowed) {
    out.note += "Cổng không ghi đơn vị ở cách nộp; lấy theo bảng trường hợp.";
  } else if (!out.plain && !variants.empty()) {
    out.note +=
        (out.note.empty() ? "" : " ") + fmt::format("Bảng trường hợp của cổng ghi: {}.", times_of(variants));
  }
  return out;
}

bool speaks_of_time(const std::string& text) {
  const std::string lower = lower_case(text);
  return lower.find("ngày") != std::string::npos || lower.find("giờ") != std::string::npos ||
         lower.find("thời gian") != std::string::npos || lower.find("thời hạn") != std::string::npos ||
         lower.find("trường hợp") != std::string::npos;
}

Channel& add_channel(PortalReading& in, const SourceNode& method) {
  const SourceNode node = method.at("submissionMethod");
  bool known = false;
  Channel channel = channel_of(node.word(), known);
  node.mark(known ? Fate::changed : Fate::doubtful, "channels", known ? "viết thành tên" : "cách nộp lạ");
  if (!known) {
    const std::string name = node.text("channels").joined();
    if (!name.empty()) channel.note = vi("Cổng ghi: " + name);
  }
  channel.provenance = in.provenance(known);
  for (Channel& there : in.guide.channels) {
    if (there.id == channel.id) return there;
  }
  in.guide.channels.push_back(std::move(channel));
  return in.guide.channels.back();
}

void add_to_note(Channel& channel, const std::string& text) {
  const std::string before(channel.note.in("vi"));
  if (text.empty() || before.find(text) != std::string::npos) return;
  channel.note = vi(before.empty() ? text : before + " " + text);
}

struct Collected {
  std::vector<Cost> costs;
  std::vector<ProcessingTime> times;
};

void read_method(PortalReading& in, const SourceNode& method, const std::vector<CaseTime>& variants,
                 Collected& out) {
  if (!method.is_object()) return method.doubtful("", "cách nộp không đúng kiểu dữ liệu thường gặp");
  Channel& channel = add_channel(in, method);
  const std::string id = channel.id;
  const SourceNode node = method.at("description");
  const SourceText description = node.text("cases/processingTimes/note, channels/note");
  method.at("id").omit(kInnerNumber);
  ReadTime time = read_time(method, variants);
  const bool about_time = speaks_of_time(description.joined());
  if (!about_time || time.answer.empty()) {
    add_to_note(channel, std::string(without_bullet(description.joined())));
  } else {
    time.note =
        std::string(without_bullet(description.joined())) + (time.note.empty() ? "" : " " + time.note);
  }
  const auto quantity = method.at("processingTime").integer("cases/processingTimes");
  const auto days = days_named(description.joined());
  if (quantity && std::any_of(days.begin(), days.end(), [&](std::int64_t one) { return one != *quantity; })) {
    time.plain = false;
    node.doubtful("cases/processingTimes/note", "mô tả nêu số ngày khác");
  }
  if (!time.answer.empty()) {
    merge(out.times, ProcessingTime{vi(time.answer), vi(time.note), {id}, in.provenance(time.plain)});
  }
  const SourceNode fees = method.at("fees");
  if (fees.items().empty()) fees.doubtful("cases/costs", "cổng không ghi khoản thu; chưa chắc là miễn phí");
  for (Cost& cost : read_fees(in, fees, id)) merge(out.costs, std::move(cost));
}

void read_addresses(PortalReading& in) {
  const SourceNode node = in.data.at("dossierReceivingAddresses");
  const SourceText addresses = node.text("channels/note, notes");
  for (Channel& channel : in.guide.channels) {
    if (channel.id == "truc-tiep") return add_to_note(channel, addresses.joined());
  }
  if (!addresses.empty()) add_note(in, "Nơi nộp: " + addresses.joined());
}

// Times that only the table of cases has.
void add_variant_times(const PortalReading& in, const std::vector<CaseTime>& variants, Collected& out) {
  for (const CaseTime& one : variants) {
    const auto same = [&](const ProcessingTime& time) { return time.answer.in("vi") == one.answer; };
    if (std::any_of(out.times.begin(), out.times.end(), same)) continue;
    const bool plain = one.plain && variants.size() == 1 && out.times.empty();
    merge(out.times, ProcessingTime{vi(one.answer), vi(one.name), {}, in.provenance(plain)});
  }
}

// An item for every channel says so by naming none.
template <typename Item>
void simplify_channels(std::vector<Item>& items, std::size_t all) {
  for (Item& item : items) {
    if (item.channels.size() == all) item.channels.clear();
  }
}

}  // namespace

std::string time_text(std::int64_t quantity, std::string_view unit, bool& known) {
  known = true;
  if (unit == "WORKING_DAY") return fmt::format("{} ngày làm việc", quantity);
  if (unit == "DAY") return fmt::format("{} ngày", quantity);
  if (unit == "HOUR") return fmt::format("{} giờ", quantity);
  if (unit == "WORKING_HOUR") return fmt::format("{} giờ làm việc", quantity);
  if (unit == "MONTH") return fmt::format("{} tháng", quantity);
  if (unit == "YEAR") return fmt::format("{} năm", quantity);
  known = false;
  return fmt::format("{} (cổng không ghi rõ đơn vị)", quantity);
}

std::vector<CaseTime> read_variants(PortalReading& in) {
  std::vector<CaseTime> out;
  for (const SourceNode& variant : in.data.at("cases").items()) {
    const std::string name = variant.at("name").text("codes/name").joined();
    const std::string code = variant.at("code").text("codes").joined();
    variant.at("id").omit(kInnerNumber);
    const bool usable =
        !code.empty() && code.size() <= 40 &&
        code.find_first_not_of("0123456789.-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
            std::string::npos;
    if (usable) {
      in.guide.codes.push_back({code, guide::ProcedureCode::Role::related, vi(name), in.provenance(true)});
    } else {
      variant.at("code").doubtful("", "không giống mã thủ tục; không đưa vào bản nháp");
      add_note(in, name);
    }
    const SourceNode day = variant.at("processingDay");
    if (day.is_null()) {
      day.kept("");
      continue;
    }
    const auto quantity = day.at("qty").integer("cases/processingTimes");
    const bool own_name = name != in.guide.official_name.in("vi");
    CaseTime time{"", true, "Theo bảng trường hợp của cổng" + (own_name ? ": " + name : "")};
    if (!quantity || *quantity <= 0) {
      day.doubtful("", "không có số ngày");
      continue;
    }
    time.answer = time_text(*quantity, day.at("type").word(), time.plain);
    day.at("type").mark(time.plain ? Fate::changed : Fate::doubtful, "cases/processingTimes",
                        time.plain ? "viết thành chữ" : "đơn vị thời gian không rõ");
    out.push_back(std::move(time));
  }
  return out;
}

void read_methods(PortalReading& in) {
  const std::vector<CaseTime> variants = read_variants(in);
  Collected found;
  for (const SourceNode& method : in.data.at("executionMethods").items()) {
    read_method(in, method, variants, found);
  }
  simplify_channels(found.times, in.guide.channels.size());
  simplify_channels(found.costs, in.guide.channels.size());
  for (Cost& cost : read_fees(in, in.data.at("fees"), "")) merge(found.costs, std::move(cost));
  add_variant_times(in, variants, found);
  read_addresses(in);
  for (guide::Case& one : in.guide.cases) {
    one.costs = found.costs;
    one.processing_times = found.times;
  }
}

}  // namespace conglang::import
