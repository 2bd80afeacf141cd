#include "tests/support/sdl_rival.h"

#include <imgui_impl_sdlrenderer2.h>

#include <utility>
#include <vector>

namespace conglang::testing {
namespace {

// Sets up ImGui for one of several backends as long as it lives.
class Chosen {
 public:
  explicit Chosen(void* backend) : io_(ImGui::GetIO()), flags_(io_.BackendFlags) {
    io_.BackendRendererUserData = backend;
  }
  ~Chosen() {
    io_.BackendRendererUserData = nullptr;
    io_.BackendFlags = flags_;
  }
  Chosen(const Chosen&) = delete;
  Chosen& operator=(const Chosen&) = delete;

 private:
  ImGuiIO& io_;
  ImGuiBackendFlags flags_;
};

}  // namespace

SdlRival::SdlRival(SDL_Renderer* renderer) : renderer_(renderer) {
  const Chosen chosen(nullptr);
  ImGui_ImplSDLRenderer2_Init(renderer);
  backend_ = ImGui::GetIO().BackendRendererUserData;
}

SdlRival::~SdlRival() {
  for (const auto& [id, copy] : copies_) {
    SDL_DestroyTexture(reinterpret_cast<SDL_Texture*>(static_cast<intptr_t>(copy->TexID)));
    copy->SetTexID(ImTextureID_Invalid);
  }
  // The textures of ImGui itself were never given to this backend.
  const ImVector<ImTextureData*> own = std::exchange(ImGui::GetPlatformIO().Textures, {});
  {
    const Chosen chosen(backend_);
    ImGui_ImplSDLRenderer2_Shutdown();
  }
  ImGui::GetPlatformIO().Textures = own;
}

ImTextureData* SdlRival::copy_of(ImTextureData* texture) {
  std::unique_ptr<ImTextureData>& copy = copies_[texture->UniqueID];
  if (copy) return copy.get();
  copy = std::make_unique<ImTextureData>();
  copy->Create(ImTextureFormat_RGBA32, texture->Width, texture->Height);
  const int count = texture->Width * texture->Height;
  auto* const colors = reinterpret_cast<ImU32*>(copy->Pixels);
  for (int i = 0; i < count; ++i) {
    colors[i] = texture->Format == ImTextureFormat_Alpha8
                    ? IM_COL32(255, 255, 255, texture->Pixels[i])
                    : reinterpret_cast<const ImU32*>(texture->Pixels)[i];
  }
  copy->SetStatus(ImTextureStatus_WantCreate);
  textures_.push_back(copy.get());
  return copy.get();
}

void SdlRival::draw(ImDrawData& data) {
  std::vector<ImTextureData*> own;
  const auto each_command = [&data](auto visit) {
    for (ImDrawList* list : data.CmdLists) {
      for (ImDrawCmd& command : list->CmdBuffer) visit(command);
    }
  };
  each_command([&](ImDrawCmd& command) {
    own.push_back(command.TexRef._TexData);
    if (own.back() != nullptr) command.TexRef = copy_of(own.back())->GetTexRef();
  });
  ImVector<ImTextureData*>* const textures = std::exchange(data.Textures, &textures_);
  {
    const Chosen chosen(backend_);
    ImGui_ImplSDLRenderer2_RenderDrawData(&data, renderer_);
  }
  data.Textures = textures;
  auto next = own.begin();
  each_command([&next](ImDrawCmd& command) {
    if (ImTextureData* const texture = *next++) command.TexRef = texture->GetTexRef();
  });
}

}  // namespace conglang::testing
