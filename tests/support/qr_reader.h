#pragma once
// Reads QR codes out of grey images with ZBar, as a phone would.

#include <zbar.h>

#include <string>
#include <vector>

#include "kiosk/qr/qr.h"
#include "tests/support/grey_image.h"

namespace conglang::testing {

/// `code` drawn at `module_px` with its quiet zone.
inline GreyImage draw(const qr::Code& code, int module_px) {
  const int side = (code.size + 2 * qr::kQuietZone) * module_px;
  GreyImage image{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), 255)};
  for (int y = 0; y < code.size * module_px; ++y)
    for (int x = 0; x < code.size * module_px; ++x) {
      const int row = y + qr::kQuietZone * module_px;
      const int column = x + qr::kQuietZone * module_px;
      if (code.dark(x / module_px, y / module_px))
        image.pixels[static_cast<std::size_t>(row * side + column)] = 0;
    }
  return image;
}

/// The texts of all QR codes in `image`.
inline std::vector<std::string> read_qr_codes(const GreyImage& image) {
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);  // the bytes, without guessing a charset
  zbar::Image picture(static_cast<unsigned>(image.width), static_cast<unsigned>(image.height), "Y800",
                      image.pixels.data(), image.pixels.size());
  scanner.scan(picture);
  std::vector<std::string> texts;
  for (auto symbol = picture.symbol_begin(); symbol != picture.symbol_end(); ++symbol)
    texts.push_back(symbol->get_data());
  return texts;
}

}  // namespace conglang::testing
