#pragma once
// What stands at the same place on every page: header, footer, and the bar between header and page.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

void draw_header(const kiosk::HeaderView& view, Canvas& canvas);

/// Back, home; listen, text size, theme, language, reach, motion; done.
std::optional<kiosk::Action> draw_footer(const kiosk::FooterView& view, Canvas& canvas);

/// The bar above the footer while the page is read aloud; `top`: where it begins.
std::optional<kiosk::Action> draw_reader(const kiosk::ReaderView& view, float top, Canvas& canvas);
inline constexpr float kReaderHeight = 108;

/// `top`: where the bar begins. Returns what was touched; the bar is banner_height() high.
std::optional<kiosk::Action> draw_banner(const kiosk::BannerView& view, float top, Canvas& canvas);
float banner_height(const kiosk::BannerView& view, const Canvas& canvas);

}  // namespace conglang::screens
