#pragma once
// The names of all UI texts, in the order of assets/strings.vi.json. A text is added here and in every
// strings file; reading a file that lacks one, or has one more, fails.

// clang-format off
#define CONGLANG_STRING_KEYS(X) \
  X(app_name) X(sample) X(back) X(home) X(done) X(text_larger) X(text_normal) X(theme_dark) X(theme_light) \
  X(turn_page) X(checked) X(code) X(sunday) X(monday) X(tuesday) X(wednesday) X(thursday) X(friday) \
  X(saturday) X(january) X(february) X(march) X(april) X(may) X(june) X(july) X(august) X(september) \
  X(october) X(november) X(december) X(date_long) X(date_short) X(date_full) X(date_day) X(thousands) \
  X(money) X(free) X(needs_check) X(ask_commune) X(past_review) X(by_case) X(by_channel) X(labelled) \
  X(home_question) X(home_all) X(home_most_asked) X(fresh_today) X(fresh_recently) X(fresh_days) \
  X(fresh_old) X(list_context) X(list_all) X(list_empty) X(list_more) X(case_context) X(case_question) \
  X(case_unsure) X(case_unsure_two) X(case_unsure_all) X(case_every) X(fact_time) X(fact_fee) \
  X(fact_where) X(fact_output) X(fact_exemptions) X(where_or) X(papers_title) X(papers_ticked) \
  X(papers_ticked_short) X(papers_none) X(papers_more) X(paper_only_case) X(paper_channels) \
  X(paper_originals) X(paper_copies) X(paper_both) X(paper_submit) X(paper_show) X(rare_count) \
  X(steps_button) X(code_button) X(code_button_short) X(change_from) X(local_in_question) X(steps_title) \
  X(exemptions_title) X(time_title) X(online_title) X(audience_title) X(requirements_title) X(notes_title) \
  X(changes_title) X(authority_title) X(law_title) X(official_title) X(official_related) \
  X(official_replaced) X(sections_more) X(qr_header) X(qr_title) X(qr_step_open) X(qr_step_hold) \
  X(qr_step_tap) X(qr_hint) X(qr_reminder) X(qr_none_title) X(qr_no_link) X(qr_refused) X(new_text) \
  X(new_text_button) X(withdrawn) X(withdrawn_button) X(idle_title) X(idle_text) X(idle_unit) X(idle_stay) \
  X(idle_leave) X(waiting_title) X(waiting_text) X(unavailable_title) X(unavailable_text)
// clang-format on
