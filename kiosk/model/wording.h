#pragma once
// Dates, times and money in words. Days are Vietnamese days (UTC+7).

#include <cstdint>
#include <string>

#include "content/base/time.h"
#include "content/guide/text_in_languages.h"
#include "kiosk/model/strings.h"

namespace conglang::kiosk {

/// `text` in the language of `words`, else Vietnamese, and `words` takes note.
std::string in(const guide::Text& text, const Words& words);

std::string clock_text(Instant instant);                        ///< "16:20"
std::string long_date(Date date, const Words& words);           ///< "Thứ Hai, 23 tháng 11"
std::string short_date(Date date, const Words& words);          ///< "Thứ Hai 23/11"
std::string full_date(Date date, const Words& words);           ///< "23/11/2026"
std::string weekday_text(Date date, const Words& words);        ///< "Thứ Hai"
std::string day_and_month_text(Date date, const Words& words);  ///< "23 tháng 11"
std::string day_and_month(Date date, const Words& words);       ///< "23/11"
std::string money(std::int64_t amount, const Words& words);     ///< "8.000 đ"; "Miễn phí" for nothing

std::string grouped(std::int64_t number, const Words& words);  ///< "5.670"

/// Adds `addition` to `text` with `separator` between them, when neither is empty.
void append(std::string& text, std::string_view addition, std::string_view separator);

}  // namespace conglang::kiosk
