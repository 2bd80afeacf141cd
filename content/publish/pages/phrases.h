#pragma once
// The words of ours on the pages, in each language a page has. "{}" is where a value goes.

#include <array>
#include <string>
#include <string_view>

namespace conglang::publish {

struct Phrases {
  std::string_view language;  ///< BCP 47
  std::string_view other_language_name;
  std::string_view app_name;
  std::string_view skip;
  std::string_view all_guides;
  std::string_view question;
  std::string_view index_title;
  std::string_view index_description;
  std::string_view most_asked;
  std::string_view topics;
  std::string_view other_guides;
  std::string_view checked;
  std::string_view code;
  std::string_view needs_check;
  std::string_view ask_commune;
  std::string_view past_review;
  std::string_view local_in_question;
  std::string_view change_from;
  std::string_view summary;
  std::string_view time;
  std::string_view fee;
  std::string_view where;
  std::string_view output;
  std::string_view by_case;
  std::string_view open_portal;
  std::string_view reminder;
  std::string_view which_case;
  std::string_view papers;
  std::string_view papers_tick;
  std::string_view no_papers;
  std::string_view more_papers;
  std::string_view online_papers;
  std::string_view originals;
  std::string_view copies;
  std::string_view originals_and_copies;
  std::string_view hand_in;
  std::string_view show;
  std::string_view by_channels;
  std::string_view steps;
  std::string_view exemptions;
  std::string_view hours;
  std::string_view audience;
  std::string_view requirements;
  std::string_view notes;
  std::string_view changes;
  std::string_view forms;
  std::string_view authority;
  std::string_view law;
  std::string_view names_and_codes;
  std::string_view related;
  std::string_view former_code;
  std::string_view sources;
  std::string_view source_published;
  std::string_view source_read;
  std::string_view valid_until;
  std::string_view withdrawn;
  std::string_view replaced;
  std::string_view expired;
  std::string_view not_yet;
  std::string_view read_instead;
  std::string_view choose_again;
};

/// Vietnamese first.
const std::array<Phrases, 2>& all_phrases();

/// `pattern` with its first "{}" replaced by `value`.
std::string filled(std::string_view pattern, std::string_view value);

}  // namespace conglang::publish
