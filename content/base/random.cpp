#include "content/base/random.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace conglang {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t done = 0; done < count;) {
    const ssize_t got = ::getrandom(bytes.data() + done, count - done, 0);
    // A secret that can be guessed is worse than no program.
    if (got < 0 && errno != EINTR) std::abort();
    if (got > 0) done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace conglang
