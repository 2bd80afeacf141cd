#pragma once
// What a visitor does among the products.

#include <string_view>

#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// One of the products; nothing when there is none of that name.
const guide::Product* find_product(const State& state, std::string_view id);

/// From the list to one product, and from a product to its seller's code.
void open_product(State& state, std::string_view id);
void open_payment(State& state);

/// True when what `page` shows is gone: a product, or its seller's account.
bool is_gone(const State& state, const ProductPage& page);
bool is_gone(const State& state, const PaymentPage& page);

}  // namespace conglang::kiosk
