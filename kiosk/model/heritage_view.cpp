#include "kiosk/model/heritage.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/pictures.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

// Where `heritage` stands among all of them, and which comes after it.
void fill_place(HeritageView& view, const guide::Content& content, const guide::Heritage& heritage,
                const Words& words) {
  const auto& all = content.heritage;
  if (all.size() < 2) return;
  const auto index = static_cast<std::size_t>(&heritage - all.data());
  const guide::Heritage& next = all[(index + 1) % all.size()];
  view.place =
      words(Key::heritage_place, {{"n", std::to_string(index + 1)}, {"of", std::to_string(all.size())}});
  view.next_id = next.id;
  view.next = words(Key::heritage_next, {{"title", in(next.title, words)}});
}

}  // namespace

HeritageView heritage_view(const State& state, const HeritagePage& page, const Words& words) {
  const guide::Heritage* heritage = find_heritage(state, page.id);
  HeritageView view;
  if (!heritage) return view;
  view.title = in(heritage->title, words);
  fill_place(view, *state.content, *heritage, words);
  view.paragraphs.push_back(in(heritage->summary, words));
  for (const guide::Text& paragraph : heritage->body) view.paragraphs.push_back(in(paragraph, words));
  if (heritage->sample) view.sample = ChipView{Tone::neutral, "", words(Key::sample)};
  view.pictures = pictures_view(heritage->pictures, page.picture, words);
  if (panorama_of(*heritage)) view.panorama = words(Key::heritage_panorama);
  view.more = {words(Key::heritage_more)};
  return view;
}

PanoramaView panorama_view(const State& state, const PanoramaPage& page, const Words& words) {
  const guide::Heritage* heritage = find_heritage(state, page.id);
  const guide::PictureUse* picture = heritage ? panorama_of(*heritage) : nullptr;
  PanoramaView view;
  if (!picture) return view;
  view.picture = picture->file;
  view.alt = in(picture->alt, words);
  view.heading = page.heading;
  view.hint = words(Key::panorama_hint);
  view.left = words(Key::panorama_left);
  view.right = words(Key::panorama_right);
  return view;
}

}  // namespace conglang::kiosk
