#pragma once
// Dear ImGui set up the way the kiosk draws: textures of one byte a pixel, read in place, no files.

namespace conglang::picture {

/// ImGui's current context for as long as this lives. One at a time.
class ImGuiSession {
 public:
  ImGuiSession();
  ~ImGuiSession();
  ImGuiSession(const ImGuiSession&) = delete;
  ImGuiSession& operator=(const ImGuiSession&) = delete;
};

/// ImGui::NewFrame() for a program that runs for months: the places of letters that were drawn and forgotten
/// can be used again without end. Call it in NewFrame's stead.
void new_frame();

}  // namespace conglang::picture
