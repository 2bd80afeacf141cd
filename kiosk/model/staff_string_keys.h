#pragma once
// The texts of the staff's pages, in the order of assets/strings.vi.json.

// clang-format off
#define CONGLANG_STAFF_STRING_KEYS(X) \
  X(staff_title) X(staff_leaves_in) X(staff_leave) X(staff_usb) X(staff_sync) X(staff_screen) \
  X(staff_touch_test) X(staff_sound) X(staff_language) X(staff_diagnosis) X(staff_restart) \
  X(staff_turn_back) X(staff_cover) X(staff_uncover) X(staff_lift) X(staff_percent) X(staff_unturned) \
  X(staff_degrees) X(staff_level) X(staff_brightness) X(staff_night_brightness) X(staff_rotation) X(staff_volume) \
  X(staff_home_language) X(staff_today) X(staff_on_day) X(pin_title) X(pin_erase) X(pin_enter) \
  X(pin_wrong) X(pin_wait) X(pin_broken) X(pin_unset_title) X(pin_unset_text) X(status_title) \
  X(status_content) X(status_no_content) X(status_generation) X(status_turned_away) X(status_not_shown) \
  X(status_sync) X(status_sync_never) X(status_sync_done) X(status_sync_failed) \
  X(status_sync_failed_never) X(status_disk) X(status_gigabytes) X(status_megabytes) X(status_clock) \
  X(status_clock_unknown) X(status_review) X(status_review_none) X(status_review_some) X(status_panel) X(status_panel_small) X(status_desk) X(status_desk_offering) \
  X(status_desk_waiting) X(status_desk_claimed) X(sticks_looking) \
  X(sticks_none) X(sticks_choose) X(sticks_again) X(touch_test_text) X(touch_test_done) X(restart_text) \
  X(note_sync) X(note_import) X(note_turn_back) X(note_diagnosis) X(note_request_failed) \
  X(note_diagnosis_failed) X(note_settings_failed) X(cover_title) X(cover_text) X(cover_hotline) X(safe_title) \
  X(safe_text) X(clock_unknown)
// clang-format on
