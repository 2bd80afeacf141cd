#include "sync/agent/orders.h"

#include "content/base/file.h"

namespace conglang::agent {

Result<void> put_order(const std::filesystem::path& data, Order /*order*/) {
  return write_file_atomically(data / "restart.order", "restart\n");
}

}  // namespace conglang::agent
