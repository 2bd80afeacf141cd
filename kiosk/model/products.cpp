#include "kiosk/model/products.h"

#include <algorithm>

#include "kiosk/model/navigation.h"

namespace conglang::kiosk {

const guide::Product* find_product(const State& state, std::string_view id) {
  if (!state.content) return nullptr;
  const auto& products = state.content->products;
  const auto found = std::ranges::find(products, id, &guide::Product::id);
  return found == products.end() ? nullptr : &*found;
}

void open_product(State& state, std::string_view id) {
  if (is_on<ProductsPage>(state.visit) && find_product(state, id))
    go_to(state.visit, ProductPage{std::string(id), 0});
}

void open_payment(State& state) {
  const auto* page = std::get_if<ProductPage>(&current_page(state.visit));
  const guide::Product* product = page ? find_product(state, page->id) : nullptr;
  if (product && product->payment) go_to(state.visit, PaymentPage{product->id});
}

bool is_gone(const State& state, const ProductPage& page) {
  return !find_product(state, page.id);
}

bool is_gone(const State& state, const PaymentPage& page) {
  const guide::Product* product = find_product(state, page.id);
  return !product || !product->payment;
}

}  // namespace conglang::kiosk
