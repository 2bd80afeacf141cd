#pragma once
// The texts of the screen at rest, of what stands before everything, and of the village's own places and
// products, in the order of assets/strings.vi.json.

// clang-format off
#define CONGLANG_LOCAL_STRING_KEYS(X) \
  X(date_day_long) X(lunar_month_1) X(lunar_month_2) X(lunar_month_3) X(lunar_month_4) X(lunar_month_5) \
  X(lunar_month_6) X(lunar_month_7) X(lunar_month_8) X(lunar_month_9) X(lunar_month_10) X(lunar_month_11) \
  X(lunar_month_12) X(lunar_first) X(lunar_day) X(lunar_full) X(lunar_leap) X(lunar_year) \
  X(attract_notices) X(attract_on) X(attract_until) X(attract_start) X(attract_start_short) \
  X(urgent_kind) X(urgent_points) X(urgent_call) X(urgent_done) X(emergency_kind) X(emergency_issued) \
  X(emergency_blank) X(emergency_blank_text) X(emergency_staff) X(heritage_place) X(heritage_next) \
  X(heritage_panorama) X(heritage_more) X(panorama_hint) X(panorama_left) X(panorama_right) \
  X(products_empty) X(products_more) X(product_pay) X(product_note) X(payment_title) X(payment_owner) \
  X(payment_reminder) X(payment_refused) X(payment_holder) X(payment_bank) X(payment_account) \
  X(payment_amount) X(payment_any)
// clang-format on
