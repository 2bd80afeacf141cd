#pragma once
// The names of all UI texts, in the order of assets/strings.vi.json. A text is added here and in every
// strings file; reading a file that lacks one, or has one more, fails.

#include "kiosk/model/local_string_keys.h"
#include "kiosk/model/search_string_keys.h"
#include "kiosk/model/staff_string_keys.h"

// clang-format off
#define CONGLANG_STRING_KEYS(X) \
  CONGLANG_STAFF_STRING_KEYS(X) \
  X(app_name) X(sample) X(back) X(home) X(done) X(text_larger) X(text_largest) X(text_normal) \
  X(theme_dark) X(theme_light) X(reach_low) X(reach_whole) X(motion_reduced) X(motion_full) X(listen) \
  X(listen_pause) X(listen_on) X(say_again) X(pace_slow) X(pace_normal) X(quieter) X(louder) X(stop_listening) X(untranslated) \
  X(turn_page) X(to_top) X(checked) X(code) X(sunday) X(monday) X(tuesday) X(wednesday) X(thursday) X(friday) \
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
  X(exemptions_title) X(time_title) X(online_title) X(forms_title) X(audience_title) X(requirements_title) X(notes_title) \
  X(changes_title) X(authority_title) X(law_title) X(official_title) X(official_related) \
  X(official_replaced) X(sections_more) X(qr_header) X(qr_title) X(qr_step_open) X(qr_step_hold) \
  X(qr_step_tap) X(qr_hint) X(qr_reminder) X(qr_none_title) X(qr_no_link) X(qr_refused) X(new_text) \
  X(new_text_button) X(withdrawn) X(withdrawn_button) X(idle_title) X(idle_text) X(idle_unit) X(idle_stay) \
  X(idle_leave) X(waiting_title) X(waiting_text) X(unavailable_title) X(unavailable_text) CONGLANG_LOCAL_STRING_KEYS(X) \
  X(door_notices) X(door_wifi) X(door_contacts) X(door_zalo) X(door_heritage) X(door_products) X(door_help) \
  X(notice_on) X(notice_days) X(notice_important) X(notice_emergency) X(notice_over) X(notice_numbers) \
  X(notices_empty) X(notices_more) \
  X(contacts_emergency) X(contacts_matters) X(contacts_village) X(contacts_commune) X(contacts_hotline) \
  X(contacts_more) X(wifi_title) X(wifi_name) X(wifi_passphrase) X(wifi_open) X(wifi_small) \
  X(wifi_capital) X(wifi_digit) X(wifi_sign) X(wifi_signs) X(wifi_step_camera) X(wifi_step_join) \
  X(wifi_reminder) X(zalo_mark) X(zalo_more) X(zalo_refused) X(zalo_reminder) X(qr_phone_owner) \
  X(qr_no_papers) X(qr_papers_title) X(qr_papers_caption) X(qr_papers_small) X(qr_papers_keep) \
  X(qr_next_part) X(qr_to_portal) X(qr_to_papers) X(qr_to_phone) X(rate_header) X(rate_title) \
  X(rate_text) X(rate_helped) X(rate_not_helped) X(rate_skip) X(rate_why) X(rate_not_found) X(rate_hard) \
  X(rate_old) X(rate_phone) X(rate_other) X(rate_thanks) X(rate_thanks_text) X(help_read) \
  X(help_read_note) X(help_phone) X(help_phone_note) X(help_scan) X(help_scan_note) X(help_login) \
  X(help_login_note) X(help_place) X(help_place_note) X(help_form) X(help_form_note) X(help_send) \
  X(help_send_note) X(help_leave) X(help_leave_note) X(help_never) X(help_never_password) \
  X(help_never_otp) X(help_never_passcode) X(help_never_id) X(help_centre) X(help_centre_text) \
  X(help_call) \
  CONGLANG_SEARCH_STRING_KEYS(X)
// clang-format on
