#include "content/guide/payment_json.h"

#include "content/guide/vietqr.h"

namespace conglang::guide {

Payment read_payment(ObjectReader& in) {
  Payment out;
  out.bank = in.string("bank", Need::required);
  out.account = in.string("account", Need::required);
  out.holder = in.string("holder", Need::required);
  out.amount_vnd = in.integer("amountVnd", 1, kMaxPaymentVnd);
  out.note = in.string("note");
  if (!out.bank.empty() && !is_bank_number(out.bank)) {
    in.refuse("bank", "cần là 6 chữ số của ngân hàng, như \"970436\"");
  }
  if (!out.account.empty() && !is_account_number(out.account)) {
    in.refuse("account", "cần có 1 đến 19 chữ số hoặc chữ không dấu, không có dấu cách");
  }
  if (!out.note.empty() && !is_payment_note(out.note)) {
    in.refuse("note", "cần có nhiều nhất 25 chữ không dấu, chữ số, dấu cách");
  }
  return out;
}

Json write_payment(const Payment& payment) {
  Json out = Json::object();
  out["bank"] = payment.bank;
  out["account"] = payment.account;
  out["holder"] = payment.holder;
  if (payment.amount_vnd) out["amountVnd"] = *payment.amount_vnd;
  put(out, "note", payment.note);
  return out;
}

}  // namespace conglang::guide
