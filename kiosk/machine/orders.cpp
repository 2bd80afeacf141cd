#include "kiosk/machine/orders.h"

#include <system_error>

namespace conglang::machine {

bool take_restart_order(const std::filesystem::path& data) {
  std::error_code error;
  return std::filesystem::remove(data / kRestartOrder, error) && !error;
}

}  // namespace conglang::machine
