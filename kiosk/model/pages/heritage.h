#pragma once
// The village's own places and customs: text and pictures, and all around them.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct HeritagePage {
  std::string id;
  int picture = 0;  ///< which of its flat pictures is shown
  bool operator==(const HeritagePage&) const = default;
};
struct PanoramaPage {
  std::string id;
  float heading = 0;  ///< degrees to the right of the picture's middle, 0 to 360
  bool operator==(const PanoramaPage&) const = default;
};

struct OpenHeritage {
  std::string id;  ///< another one, in the place of the one shown
};
struct NextPicture {};  ///< of a page with several; after the last comes the first
struct OpenPanorama {};
struct TurnPanorama {
  float degrees = 0;  ///< to the right
};

struct HeritageView {
  std::string title;
  std::string place;                    ///< "Nơi 1 trong 3"; empty when there is one
  std::vector<std::string> paragraphs;  ///< the summary first
  std::optional<ChipView> sample;
  PicturesView pictures;
  std::string panorama;  ///< OpenPanorama: "Xem quanh 360°"; empty: there is none
  std::string next_id;   ///< for OpenHeritage; empty: there is no other
  std::string next;      ///< "Nơi tiếp: Cổng làng"
  Pattern more;          ///< "Còn {n} đoạn nữa"

  bool operator==(const HeritageView&) const = default;
};

struct PanoramaView {
  std::string picture;  ///< guide::PictureUse::file
  std::string alt;      ///< what it shows, for who cannot see it
  float heading = 0;
  std::string hint;  ///< "Kéo ngón tay để nhìn quanh"
  std::string left;  ///< TurnPanorama
  std::string right;

  bool operator==(const PanoramaView&) const = default;
};

}  // namespace conglang::kiosk
