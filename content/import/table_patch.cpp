#include "content/import/table_patch.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/guide/guide_json.h"
#include "content/import/titles.h"
#include "content/text/fold.h"

namespace conglang::import {
namespace {

using guide::Channel;
using guide::Guide;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSame = "trùng với bài cả nước";
constexpr std::string_view kDiffers =
    "khác bài cả nước; không đưa vào phần của xã. Nếu đúng thì sửa bài cả nước";

bool same_text(std::string_view a, std::string_view b) {
  return fold(a) == fold(b);
}

bool overlaps(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

// One column that is the nation's to say.
void compare(RowDraft& row, Column column, bool there, bool agrees) {
  const auto pointer = row.pointers.find(column);
  if (pointer == row.pointers.end() || !there) return;
  row.ledger.mark(pointer->second,
                  {agrees ? Fate::changed : Fate::doubtful, "", std::string(agrees ? kSame : kDiffers)});
}

void doubt(RowDraft& row, Column column, std::string why) {
  const auto pointer = row.pointers.find(column);
  if (pointer != row.pointers.end()) row.ledger.mark(pointer->second, {Fate::doubtful, "", std::move(why)});
}

bool has_paper(const Guide& national, const guide::Evidence& paper) {
  const std::string name = fold(paper.name.in("vi"));
  return std::any_of(national.cases.begin(), national.cases.end(), [&](const guide::Case& one) {
    return std::any_of(one.evidence.begin(), one.evidence.end(), [&](const guide::Evidence& there) {
      return overlaps(fold(there.name.in("vi")), name);
    });
  });
}

bool has_cost(const Guide& national, const guide::Cost& cost) {
  return std::any_of(national.cases.begin(), national.cases.end(), [&](const guide::Case& one) {
    return std::any_of(one.costs.begin(), one.costs.end(), [&](const guide::Cost& there) {
      return cost.amount_vnd ? there.amount_vnd == cost.amount_vnd
                             : same_text(there.answer.in("vi"), cost.answer.in("vi"));
    });
  });
}

bool has_time(const Guide& national, const guide::ProcessingTime& time) {
  return std::any_of(national.cases.begin(), national.cases.end(), [&](const guide::Case& one) {
    return std::any_of(one.processing_times.begin(), one.processing_times.end(),
                       [&](const guide::ProcessingTime& there) {
                         return overlaps(fold(there.answer.in("vi")), fold(time.answer.in("vi")));
                       });
  });
}

bool has_law(const Guide& national, const guide::LegalResource& law) {
  return std::any_of(national.legal_resources.begin(), national.legal_resources.end(),
                     [&](const guide::LegalResource& there) { return there.number == law.number; });
}

template <typename Items, typename Has>
bool all_of(const Guide& national, const Items& items, Has has) {
  return std::all_of(items.begin(), items.end(), [&](const auto& one) { return has(national, one); });
}

void compare_national_facts(const Guide& national, RowDraft& row) {
  const Guide& own = row.guide;
  const guide::Case& mine = own.cases.front();
  const std::string title(own.title.in("vi"));
  const bool same_name = same_text(title, plain_title(std::string(national.official_name.in("vi")))) ||
                         same_text(title, national.title.in("vi"));
  compare(row, Column::name, true, same_name);
  compare(row, Column::agency, !own.competent_authority.empty(),
          same_text(own.competent_authority.in("vi"), national.competent_authority.in("vi")));
  compare(row, Column::audience, !own.audience.empty(),
          same_text(own.audience.in("vi"), national.audience.in("vi")));
  compare(row, Column::papers, !mine.evidence.empty(), all_of(national, mine.evidence, has_paper));
  compare(row, Column::fee, !mine.costs.empty(), all_of(national, mine.costs, has_cost));
  compare(row, Column::exemptions, !mine.costs.empty() && !mine.costs.front().exemptions.empty(), false);
  compare(row, Column::time, !mine.processing_times.empty(),
          all_of(national, mine.processing_times, has_time));
  compare(row, Column::law, !own.legal_resources.empty(), all_of(national, own.legal_resources, has_law));
  compare(row, Column::steps, !mine.steps.empty(), false);
  compare(row, Column::results, !own.outputs.empty(), false);
}

bool is_staffed(const Channel& channel) {
  return channel.kind == Channel::Kind::counter || channel.kind == Channel::Kind::police;
}

// The commune's own counter or police takes the place of the nation's "counter of the commune".
void patch_channels(Guide& patched, RowDraft& row) {
  std::vector<Channel::Kind> seen;
  for (const Channel& own : row.guide.channels) {
    const auto there = std::find_if(patched.channels.begin(), patched.channels.end(),
                                    [&](const Channel& one) { return one.kind == own.kind; });
    if (there == patched.channels.end()) {
      doubt(row, Column::place, "bài cả nước không có cách nộp này: " + std::string(own.name.in("vi")));
      continue;
    }
    if (!is_staffed(own)) continue;
    if (std::find(seen.begin(), seen.end(), own.kind) != seen.end()) {
      doubt(row, Column::place, "nhiều nơi nộp cùng loại; chỉ lấy nơi đầu");
      continue;
    }
    seen.push_back(own.kind);
    const bool named =
        row.pointers.contains(Column::place) && !same_text(own.name.in("vi"), there->name.in("vi"));
    const bool open = !own.hours.empty() && !same_text(own.hours.in("vi"), there->hours.in("vi"));
    if (named) there->name = own.name;
    if (open) there->hours = own.hours;
    if (named || open) there->provenance = own.provenance;
  }
}

template <typename Items>
void append_new(Items& items, const Items& more) {
  for (const auto& one : more) {
    if (std::find(items.begin(), items.end(), one) == items.end()) items.push_back(one);
  }
}

}  // namespace

std::string patch_of_row(const Guide& national, RowDraft& row) {
  Guide patched = national;
  compare_national_facts(national, row);
  patch_channels(patched, row);
  append_new(patched.notes, row.guide.notes);
  append_new(patched.search_terms, row.guide.search_terms);
  const Json before = Json::parse(guide::write_guide(national), nullptr, false);
  const Json after = Json::parse(guide::write_guide(patched), nullptr, false);
  Json patch = Json::object();
  for (const auto& field : after.items()) {
    if (!before.contains(field.key()) || before[field.key()] != field.value())
      patch[field.key()] = field.value();
  }
  return patch.empty() ? "" : patch.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conglang::import
