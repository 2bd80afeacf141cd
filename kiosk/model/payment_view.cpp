#include "content/guide/bank.h"
#include "content/guide/vietqr.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/products.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

// Residents pay by what the code says and read what the page says: a code that does not read back as the very
// payment on the page is not shown.
std::optional<qr::Code> code_of(const guide::Payment& payment) {
  const auto text = guide::vietqr(payment);
  if (!text) return std::nullopt;
  auto read = guide::read_vietqr(*text);
  if (!read) return std::nullopt;
  read->holder = payment.holder;  // which a code does not hold
  if (*read != payment) return std::nullopt;
  auto code = qr::encode(*text);
  return code ? std::optional(*std::move(code)) : std::nullopt;
}

}  // namespace

PaymentView payment_view(const State& state, const PaymentPage& page, const Words& words) {
  PaymentView view;
  view.title = words(Key::payment_title);
  view.owner = words(Key::payment_owner);
  view.reminder = words(Key::payment_reminder);
  const guide::Product* product = find_product(state, page.id);
  if (!product || !product->payment) {
    view.refused = words(Key::payment_refused);
    return view;
  }
  const guide::Payment& payment = *product->payment;
  view.product = in(product->name, words);
  const auto add = [&](Key label, std::string value) {
    view.facts.push_back({words(label), std::move(value)});
  };
  add(Key::payment_holder, payment.holder);
  add(Key::payment_bank, std::string(guide::bank_name(payment.bank)));
  add(Key::payment_account, payment.account);
  add(Key::payment_amount, payment.amount_vnd ? money(*payment.amount_vnd, words) : words(Key::payment_any));
  if (!guide::bank_name(payment.bank).empty()) view.code = code_of(payment);
  if (!view.code) view.refused = words(Key::payment_refused);
  return view;
}

}  // namespace conglang::kiosk
