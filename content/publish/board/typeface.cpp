#include "content/publish/board/typeface.h"

#include <cairo-ft.h>
#include <pango/pangofc-fontmap.h>

#include <array>

namespace conglang::board {
namespace fs = std::filesystem;
namespace {

constexpr std::array<const char*, 4> kFiles = {"text-500.ttf", "text-600.ttf", "text-700.ttf",
                                               "text-800.ttf"};

std::string family_of(const FcConfig* fonts) {
  const FcFontSet* own = FcConfigGetFonts(const_cast<FcConfig*>(fonts), FcSetApplication);
  FcChar8* family = nullptr;
  if (own == nullptr || own->nfont == 0 ||
      FcPatternGetString(own->fonts[0], FC_FAMILY, 0, &family) != FcResultMatch) {
    return {};
  }
  return reinterpret_cast<const char*>(family);
}

}  // namespace

void close_font_map(PangoFontMap* map) {
  pango_fc_font_map_shutdown(reinterpret_cast<PangoFcFontMap*>(map));
  g_object_unref(map);
}

Result<Typeface> Typeface::load(const fs::path& assets) {
  Typeface type;
  type.fonts_.reset(FcInitLoadConfigAndFonts());
  if (!type.fonts_) return fail(Errc::internal, "fontconfig không đọc được cấu hình phông chữ của máy");
  for (const char* name : kFiles) {
    const std::string file = (assets / name).string();
    if (!FcConfigAppFontAddFile(type.fonts_.get(), reinterpret_cast<const FcChar8*>(file.c_str()))) {
      return fail(Errc::not_found,
                  "{}: thiếu phông chữ; chạy install/third-party, hoặc cài fonts-inter, rồi dựng lại", file);
    }
  }
  type.family_ = family_of(type.fonts_.get());
  // Both typefaces that assets may hold: LOOK's 0.74 for Be Vietnam Pro, 2048/2816 for Inter.
  type.capital_em_ = type.family_ == "Be Vietnam Pro" ? 0.74 : 0.727;
  type.map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (type.family_.empty() || !type.map_) return fail(Errc::internal, "Pango không dùng được phông chữ");
  pango_fc_font_map_set_config(reinterpret_cast<PangoFcFontMap*>(type.map_.get()), type.fonts_.get());
  return type;
}

Handle<PangoContext, g_object_unref> Typeface::new_context(const std::string& language) const {
  Handle<PangoContext, g_object_unref> context(pango_font_map_create_context(map_.get()));
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  // Paper has no pixels: outlines and widths stay as they were drawn.
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  return context;
}

}  // namespace conglang::board
