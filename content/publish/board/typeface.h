#pragma once
// The type that boards are set in, found by fontconfig among fonts of our own.

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <filesystem>
#include <string>

#include "content/base/handle.h"
#include "content/base/result.h"

namespace conglang::board {

/// Lets go of the fonts that the map keeps, which keep the map in turn, and of the map.
void close_font_map(PangoFontMap* map);

class Typeface {
 public:
  /// text-500.ttf to text-800.ttf of `assets`, with the system's fonts behind them for what they lack.
  /// Errors: not_found, when they are missing; internal.
  static Result<Typeface> load(const std::filesystem::path& assets);

  const std::string& family() const { return family_; }  ///< "Be Vietnam Pro"
  double capital_em() const { return capital_em_; }      ///< height of a capital letter, in em

  /// A context to lay out text of `language` in.
  Handle<PangoContext, g_object_unref> new_context(const std::string& language) const;

 private:
  Typeface() = default;

  Handle<FcConfig, FcConfigDestroy> fonts_;
  Handle<PangoFontMap, close_font_map> map_;
  std::string family_;
  double capital_em_ = 0;
};

}  // namespace conglang::board
