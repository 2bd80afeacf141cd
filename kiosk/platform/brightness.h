#pragma once

#include <filesystem>
#include <utility>

namespace conglang::platform {

/// How bright the screen is: by the panel's own light where that can be set, else by a darker picture.
class Brightness {
 public:
  /// `backlights`: the kernel's folder of them.
  explicit Brightness(std::filesystem::path backlights = "/sys/class/backlight")
      : backlights_(std::move(backlights)) {}

  /// `percent`: of full, 0 to 100.
  void set(int percent);

  /// To be called while a frame is drawn, last of all.
  void darken_frame() const;

 private:
  std::filesystem::path backlights_;
  int percent_ = 100;  ///< as last asked for
  bool has_backlight_ = false;
};

}  // namespace conglang::platform
