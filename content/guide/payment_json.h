#pragma once

#include "content/guide/json_writer.h"
#include "content/guide/object_reader.h"
#include "content/guide/payment.h"

namespace conglang::guide {

Payment read_payment(ObjectReader& in);
Json write_payment(const Payment& payment);

}  // namespace conglang::guide
