#include "kiosk/model/page_views.h"
#include "kiosk/model/pictures.h"
#include "kiosk/model/products.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

ProductCardView card_of(const guide::Product& product, const Words& words) {
  const auto flat = flat_pictures(product.pictures);
  return {product.id, in(product.name, words), in(product.price, words), in(product.producer, words),
          flat.empty() ? std::string() : flat.front()->file};
}

}  // namespace

ProductsView products_view(const State& state, const Words& words) {
  ProductsView view;
  for (const guide::Product& product : state.content->products) view.cards.push_back(card_of(product, words));
  if (view.cards.empty()) view.empty = words(Key::products_empty);
  view.more = {words(Key::products_more)};
  return view;
}

ProductView product_view(const State& state, const ProductPage& page, const Words& words) {
  const guide::Product* product = find_product(state, page.id);
  ProductView view;
  if (!product) return view;
  view.name = in(product->name, words);
  view.price = in(product->price, words);
  view.seller = in(product->producer, words);
  view.description = in(product->description, words);
  if (product->contact) view.contact = {"phone", in(product->contact->label, words), product->contact->phone};
  if (product->sample) view.sample = ChipView{Tone::neutral, "", words(Key::sample)};
  view.pictures = pictures_view(product->pictures, page.picture, words);
  if (product->payment) view.pay = words(Key::product_pay);
  view.note = words(Key::product_note);
  return view;
}

}  // namespace conglang::kiosk
