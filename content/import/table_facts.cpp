// What a row says about money, time, papers, places and law.

#include <algorithm>
#include <array>

#include "content/import/portal_parts.h"
#include "content/import/reading.h"
#include "content/import/table_row.h"
#include "content/text/fold.h"

namespace conglang::import {
namespace {

using guide::Channel;

constexpr std::size_t kShortAnswer = 60;  // bytes; a longer answer goes to the note

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_free(std::string_view text) {
  constexpr std::array<std::string_view, 9> kFree{"khong",     "mien phi",      "mien le phi",
                                                  "khong thu", "khong thu phi", "0 dong",
                                                  "0",         "khong mat phi", "khong thu le phi"};
  return std::find(kFree.begin(), kFree.end(), fold(text)) != kFree.end();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

// "8.000" and "8000" are sums as well, where the column says money.
std::vector<std::int64_t> sums_in(const std::string& text) {
  return sums_of_money(is_digits(text) ? text + " đồng" : text);
}

void set_amount(const SourceNode& cell, const SourceText& text, std::vector<std::string> rest,
                guide::Cost& cost) {
  const std::string all = text.joined();
  const auto sums = sums_in(all);
  const std::string note = joined(rest);
  if (is_free(all) || (!rest.empty() && is_free(rest.front()) && sums.empty())) {
    cost.amount_vnd = 0;
    cost.answer = vi("Miễn phí");
    if (!rest.empty() && is_free(rest.front())) rest.erase(rest.begin());
    cost.note = vi(joined(rest));
    cell.changed("cases/costs", "viết lại thành số tiền");
  } else if (sums.size() == 1) {
    cost.amount_vnd = sums.front();
    cost.answer = vi(money_text(sums.front()));
    const bool only_the_sum = is_digits(note) || fold(note) == fold(money_text(sums.front())) ||
                              fold(note) == fold(money_text(sums.front()) + "ồng");
    cost.note = vi(only_the_sum ? "" : note);
    cell.changed("cases/costs", "viết lại thành số tiền");
  } else {
    const bool fits = note.size() <= kShortAnswer && !note.empty();
    cost.answer = vi(fits ? note : "Xem ghi chú");
    cost.note = vi(fits ? "" : note);
    cell.doubtful("cases/costs", sums.empty() ? "không có một số tiền rõ ràng" : "nhiều mức thu trong một ô");
  }
}

Channel channel_named(const std::string& name) {
  struct Sign {
    std::string_view word;
    Channel::Kind kind;
    std::string_view id;
  };
  constexpr std::array<Sign, 8> kSigns{{{"truc tuyen", Channel::Kind::online, "truc-tuyen"},
                                        {"dichvucong", Channel::Kind::online, "truc-tuyen"},
                                        {"cong dich vu", Channel::Kind::online, "truc-tuyen"},
                                        {"vneid", Channel::Kind::online, "truc-tuyen"},
                                        {"buu chinh", Channel::Kind::post, "buu-chinh"},
                                        {"buu dien", Channel::Kind::post, "buu-chinh"},
                                        {"cong an", Channel::Kind::police, "cong-an"},
                                        {"tai nha", Channel::Kind::at_home, "tai-nha"}}};
  const std::string folded = fold(name);
  Channel out;
  out.id = "quay";
  out.name = vi(name);
  for (const Sign& sign : kSigns) {
    if (folded.find(sign.word) == std::string::npos) continue;
    out.id = std::string(sign.id);
    out.kind = sign.kind;
    break;
  }
  return out;
}

bool is_staffed(const Channel& channel) {
  return channel.kind == Channel::Kind::counter || channel.kind == Channel::Kind::police;
}

void add_channel(RowReading& in, Channel channel) {
  const std::string wanted = channel.id;
  const auto taken = [&](const std::string& id) {
    return std::any_of(in.guide.channels.begin(), in.guide.channels.end(),
                       [&](const Channel& there) { return there.id == id; });
  };
  for (int turn = 2; taken(channel.id); ++turn) channel.id = fmt::format("{}-{}", wanted, turn);
  channel.provenance = in.provenance;
  in.guide.channels.push_back(std::move(channel));
}

// "Giấy chứng sinh (01 bản chính)": the counts are fields of their own, and then no part of the name.
std::string without_counts(const std::string& name) {
  const std::size_t open = name.rfind('(');
  if (open == std::string::npos || open == 0 || !name.ends_with(')')) return name;
  const std::string inside = fold(name.substr(open));
  for (const std::string_view word : split_words(inside)) {
    const bool counts = word == "ban" || word == "chinh" || word == "sao" || word == "va" || is_digits(word);
    if (!counts) return name;
  }
  std::string out = name.substr(0, open);
  while (out.ends_with(' ')) out.pop_back();
  return out.empty() ? name : out;
}

}  // namespace

std::vector<std::string> pieces_in(const SourceText& text) {
  std::vector<std::string> out;
  for (const std::string& line : text.lines) {
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find(';', begin), line.size());
      std::string_view piece = std::string_view(line).substr(begin, end - begin);
      while (piece.starts_with(' ')) piece.remove_prefix(1);
      while (piece.ends_with(' ')) piece.remove_suffix(1);
      piece = without_bullet(piece);
      if (!piece.empty()) out.emplace_back(piece);
      begin = end + 1;
    }
  }
  return out;
}

void read_row_fees(RowReading& in) {
  const SourceNode fee = in.at(Column::fee);
  const SourceNode exempt = in.at(Column::exemptions);
  const SourceText text = fee.text("cases/costs");
  const std::vector<std::string> exemptions = pieces_in(exempt.text("cases/costs/exemptions"));
  if (text.empty() && exemptions.empty()) return;
  guide::Cost cost;
  cost.provenance = in.provenance;
  if (text.empty()) {
    cost.answer = vi("Chưa rõ mức thu");
    exempt.doubtful("cases/costs/exemptions", "có miễn giảm mà không có mức thu");
  } else {
    FeeText sorted = sort_fee_text(text.lines);
    const bool free_for_all = is_free(text.joined());
    if (free_for_all) sorted = {{}, {text.joined()}};
    for (std::string& one : sorted.exemptions) cost.exemptions.push_back(vi(std::move(one)));
    set_amount(fee, text, std::move(sorted.rest), cost);
  }
  for (const std::string& one : exemptions) cost.exemptions.push_back(vi(one));
  in.guide.cases.front().costs.push_back(std::move(cost));
}

void read_row_time(RowReading& in) {
  const SourceNode cell = in.at(Column::time);
  const std::string text = cell.text("cases/processingTimes").joined();
  if (text.empty()) return;
  guide::ProcessingTime time;
  time.provenance = in.provenance;
  if (is_digits(text)) {
    time.answer = vi(text + " ngày");
    cell.doubtful("cases/processingTimes", "chỉ có số; tạm hiểu là ngày");
  } else {
    const bool fits = text.size() <= kShortAnswer;
    time.answer = vi(fits ? text : "Xem ghi chú");
    time.note = vi(fits ? "" : text);
  }
  in.guide.cases.front().processing_times.push_back(std::move(time));
}

void read_row_papers(RowReading& in) {
  const SourceNode cell = in.at(Column::papers);
  for (const std::string& piece : pieces_in(cell.text("cases/evidence"))) {
    const PaperCounts counts = paper_counts(piece);
    guide::Evidence paper;
    paper.name = vi(without_counts(piece));
    paper.originals = counts.originals.value_or(0);
    paper.copies = counts.copies.value_or(0);
    paper.provenance = in.provenance;
    in.guide.cases.front().evidence.push_back(std::move(paper));
  }
  if (!in.guide.cases.front().evidence.empty()) cell.changed("cases/evidence", "tách thành từng giấy tờ");
}

void read_row_places(RowReading& in) {
  const SourceNode cell = in.at(Column::place);
  for (const std::string& piece : pieces_in(cell.text("channels"))) add_channel(in, channel_named(piece));
  const SourceNode hours_cell = in.at(Column::hours);
  const std::string hours = hours_cell.text("channels/hours").joined("; ");
  if (hours.empty()) return;
  const bool anywhere = std::any_of(in.guide.channels.begin(), in.guide.channels.end(), is_staffed);
  if (!anywhere) {
    add_channel(in, channel_named("Nộp trực tiếp"));
    hours_cell.doubtful("channels/hours", "có giờ làm việc mà không có nơi nộp trực tiếp");
  }
  for (Channel& channel : in.guide.channels) {
    if (is_staffed(channel)) channel.hours = vi(hours);
  }
}

void read_row_law(RowReading& in) {
  const SourceNode cell = in.at(Column::law);
  for (const std::string& piece : pieces_in(cell.text("legalResources"))) {
    const std::string number = document_number(piece);
    if (number.empty()) {
      add_note(in.guide, "Căn cứ: " + piece);
      cell.doubtful("notes", "không thấy số văn bản trong: " + piece);
      continue;
    }
    in.guide.legal_resources.push_back({number, vi(piece == number ? "" : piece), in.provenance});
  }
}

}  // namespace conglang::import
