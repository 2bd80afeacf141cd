#pragma once
// Every rule of lint, in one table: its id, how grave it is, and what it asks for. Ids never change and are
// never used again for something else. No error depends on the day, so that a build that went through
// today goes through tomorrow.

#include <span>
#include <string_view>

#include "content/guide/lint/finding.h"

namespace conglang::guide {

enum class RuleId {
  // Files and their shape.
  json_syntax,
  schema,
  file_unknown,
  file_missing,
  file_name,
  duplicate_id,
  national_name,
  patch_misfit,
  patch_orphan,
  set_aside,
  // What a resident must be told.
  fee_missing,
  fee_mismatch,
  exemptions_missing,
  time_missing,
  legal_basis_missing,
  channel_missing,
  evidence_missing,
  steps_missing,
  topic_missing,
  link_missing,
  // What is referred to.
  topic_unknown,
  most_asked_unknown,
  replaced_by_unknown,
  guide_unknown,
  code_missing,
  code_unknown,
  catalogue_missing,
  place_unknown,
  field_unknown,
  // Addresses.
  link_address,
  link_host,
  link_lookalike,
  link_dead,
  link_template_unknown,
  link_template_code,
  link_template_host,
  host_unfamiliar,
  qr_too_long,
  // Words.
  text_unclean,
  text_html,
  text_capitals,
  sentence_long,
  reading_hard,
  word_hard,
  translation_missing,
  // Time and trust.
  review_overdue,
  review_missing,
  checked_old,
  checked_missing,
  validity_over,
  change_arrived,
  notice_over,
  date_future,
  fact_unverified,
  // Persons.
  personal_id,
  personal_phone,
  // Pictures.
  picture_missing,
  picture_format,
  picture_too_big,
  picture_unused,
  // Recordings.
  recording_missing,
  recording_format,
  recording_too_big,
  recording_case,
  recording_stale,
  recording_unused,
};

struct Rule {
  RuleId rule = RuleId::schema;
  std::string_view id;
  Severity severity = Severity::error;
  std::string_view vi;  ///< what it asks for, to a clerk
  std::string_view en;
};

/// All of them, in the order of RuleId.
std::span<const Rule> all_rules();

const Rule& rule_of(RuleId rule);

}  // namespace conglang::guide
