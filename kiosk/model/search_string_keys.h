#pragma once
// The texts of search and catalogue; a part of string_keys.h.

// clang-format off
#define CONGLANG_SEARCH_STRING_KEYS(X) \
  X(search_header) X(search_context) X(search_hint) X(search_button) X(search_count) X(search_ahead) \
  X(search_near) X(search_none) X(search_ask) X(search_hotline) X(keyboard_plain) X(keyboard_telex) \
  X(keyboard_vni) X(keyboard_alphabet) X(keyboard_qwerty) X(keyboard_space) X(keyboard_erase) \
  X(keyboard_erase_all) X(catalogue_header) X(catalogue_nation_header) X(catalogue_context) \
  X(catalogue_guides) X(catalogue_guides_count) X(catalogue_nation) X(catalogue_other) X(catalogue_other_guides) X(catalogue_sectors) X(catalogue_count) \
  X(catalogue_more) X(catalogue_more_fields) X(catalogue_has_guide) X(catalogue_commune_level) \
  X(catalogue_nation_level) X(procedure_header) X(procedure_code) X(procedure_field) X(procedure_agency) \
  X(procedure_remark)
// clang-format on
