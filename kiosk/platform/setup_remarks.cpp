#include "kiosk/platform/setup_remarks.h"

#include <spdlog/spdlog.h>

#include "kiosk/model/code.h"

namespace conglang::platform {

void remark_on_panel(const machine::DiagnosisFacts& facts, const std::filesystem::path& config) {
  spdlog::info("a panel of {:.1f} inches, drawn {}", facts.panel_inches, facts.display);
  if (facts.panel_is_large_enough) return;
  spdlog::warn(
      "a panel of {:.1f} inches is too small for its {} x {} pixels: words and buttons come out too small to "
      "read and touch. Correct diagonalInches in {}, or use a larger panel",
      facts.panel_inches, facts.width_px, facts.height_px, config.string());
}

void remark_on_phone_pages(const kiosk::State& state, const std::filesystem::path& config) {
  const auto allowed = kiosk::check_phone_pages(state);
  if (allowed || allowed.error().code == Errc::not_found) return;
  spdlog::error(
      "guides offer no code of their phone page: \"pagesUrl\" {} in {}: {}. Correct it there, or have the "
      "province add the host to its links.json",
      state.settings.pages_url, config.string(), allowed.error().message);
}

}  // namespace conglang::platform
