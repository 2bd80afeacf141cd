#include "tests/soak/memory.h"

#include <malloc.h>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/allocator_interface.h>
#endif

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace conglang::soak {
namespace fs = std::filesystem;

std::int64_t allocated_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return static_cast<std::int64_t>(__sanitizer_get_current_allocated_bytes());
#else
  const auto info = ::mallinfo2();
  return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
#endif
}

std::int64_t private_bytes(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
  std::int64_t kilobytes = 0;
  for (std::string line; std::getline(file, line);)
    for (const char* name : {"Private_Dirty:", "Private_Clean:"})
      if (line.rfind(name, 0) == 0) kilobytes += std::stoll(line.substr(line.find(':') + 1));
  return kilobytes * 1024;
}

int open_handles(pid_t process) {
  const fs::directory_iterator handles("/proc/" + std::to_string(process) + "/fd");
  return static_cast<int>(std::distance(begin(handles), end(handles)));
}

}  // namespace conglang::soak
