#include "kiosk/platform/sandbox.h"

#include <seccomp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "content/base/handle.h"

namespace conglang::platform {
namespace {

// Families that reach beyond this machine, or could. AF_UNIX is the way to display and sound server,
// AF_NETLINK tells SDL of devices that come and go.
constexpr int kRefused[] = {AF_INET, AF_INET6, AF_PACKET, AF_BLUETOOTH, AF_VSOCK, AF_X25, AF_AX25, AF_CAN};

using Filter = Handle<void, seccomp_release>;

}  // namespace

Result<void> forbid_internet_sockets() {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return fail(Errc::io, "the kernel's system call filter cannot be set up");
  for (const int family : kRefused) {
    const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                                       SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family)));
    if (error != 0) return fail(Errc::io, "the system call filter refused a rule: {}", std::strerror(-error));
  }
  if (const int error = seccomp_load(filter.get()); error != 0) {
    return fail(Errc::io, "the kernel refused the system call filter: {}", std::strerror(-error));
  }
  return {};
}

}  // namespace conglang::platform
