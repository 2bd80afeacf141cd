#include "kiosk/voice/confined.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "content/base/handle.h"

namespace conglang::voice {
namespace {

using Filter = Handle<void, seccomp_release>;

/// The last is what a sanitizer asks for at the end.
constexpr std::array kAllowed{SCMP_SYS(read),        SCMP_SYS(write),         SCMP_SYS(lseek),
                              SCMP_SYS(fstat),       SCMP_SYS(newfstatat),    SCMP_SYS(brk),
                              SCMP_SYS(munmap),      SCMP_SYS(mremap),        SCMP_SYS(madvise),
                              SCMP_SYS(futex),       SCMP_SYS(rt_sigreturn),  SCMP_SYS(exit_group),
                              SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime), SCMP_SYS(sigaltstack)};

/// Pages of address space in use: proc(5), statm. A sanitizer's shadow counts, so that it has its share too.
std::size_t memory_in_use() {
  const Handle<FILE, std::fclose> file(std::fopen("/proc/self/statm", "re"));
  unsigned long pages = 0;
  if (!file || std::fscanf(file.get(), "%lu", &pages) != 1) return 0;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

Result<void> limit(int what, rlim_t most) {
  const rlimit both{most, most};
  if (::setrlimit(static_cast<__rlimit_resource_t>(what), &both) == 0) return {};
  return fail(Errc::io, "a limit cannot be set: {}", std::strerror(errno));
}

}  // namespace

Result<void> confine_process(std::size_t more_memory, unsigned seconds) {
  TRY_VOID(limit(RLIMIT_AS, memory_in_use() + more_memory));
  TRY_VOID(limit(RLIMIT_CPU, seconds));
  TRY_VOID(limit(RLIMIT_CORE, 0));
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return fail(Errc::io, "no filter of system calls can be made");
  int error = 0;
  for (const int call : kAllowed)
    if (error == 0) error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
  // Memory of its own, never of a file.
  if (error == 0) {
    error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                             SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
  }
  if (error == 0) error = seccomp_load(filter.get());
  if (error != 0) return fail(Errc::io, "system calls cannot be limited: {}", std::strerror(-error));
  return {};
}

}  // namespace conglang::voice
