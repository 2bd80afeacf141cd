#pragma once
// Written Vietnamese as it is said, for a voice that knows words only: synthesisers read 8.000 in the
// southern way, telephone numbers as quantities and abbreviations not at all. Nothing is looked up, no locale
// is read, and what has no rule is handed on as it stands.

#include <string>
#include <string_view>

namespace conglang {

/// `text` with numbers, money, percentages, dates, times, telephone and identity numbers, procedure codes
/// ("1.001193"), numbers of legal documents ("60/2014/QH13"), form codes ("CT01"), web addresses and the
/// abbreviations of public administration in words. Words already written out, punctuation and line breaks
/// stay, as pauses. Where a figure is ambiguous the word before it decides: "gọi 115" is a telephone number,
/// "115 người" a quantity, "ngày 1/2" a date, "1/2" a half. Returns NFC; text that is not UTF-8 gives none.
std::string speak(std::string_view text);

}  // namespace conglang
