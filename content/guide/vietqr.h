#pragma once
// The text of a VietQR code: a transfer that a buyer's own banking app reads, shows and asks about. We write
// such codes and check them; we never pay.
// Source: Napas, QR format for IBFT (Napas 247), version 1.5.2, on EMVCo QRCPS Merchant-Presented Mode 1.1.

#include <cstdint>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/guide/payment.h"

namespace conglang::guide {

/// The code's text, its checksum last.
/// Errors: invalid, a payment whose fields are not as read_payment() lets them in.
Result<std::string> vietqr(const Payment& payment);

/// The payment that `text` asks for; its holder is not in a code and stays empty.
/// Errors: parse, not the text of a code of ours, or a checksum that is not its own.
Result<Payment> read_vietqr(std::string_view text);

/// CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF).
std::uint16_t crc16(std::string_view bytes);

bool is_bank_number(std::string_view text);
bool is_account_number(std::string_view text);
bool is_payment_note(std::string_view text);

}  // namespace conglang::guide
