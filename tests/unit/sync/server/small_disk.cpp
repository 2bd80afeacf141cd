#include "tests/unit/sync/server/small_disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "content/base/file.h"
#include "content/base/file_descriptor.h"

namespace conglang::testing {

SmallDisk::SmallDisk(int megabytes) {
  const std::string script = "mount -t tmpfs -o mode=0700,size=" + std::to_string(megabytes) + "m tmpfs '" +
                             path().string() + "' && echo mounted && exec sleep 600";
  // An ordinary user becomes root of a user namespace; where there are none, root needs none.
  for (const char* namespaces : {"-rm", "-m"}) {
    auto holder = std::make_unique<Process>(Arguments{"unshare", namespaces, "sh", "-c", script},
                                            path() / (std::string("holder") + namespaces));
    if (!holder->wait_for_output("mounted", std::chrono::seconds(5))) continue;
    holder_ = std::move(holder);
    has_own_users_ = std::string(namespaces) == "-rm";
    return;
  }
}

std::filesystem::path SmallDisk::from_here() const {
  return "/proc/" + std::to_string(holder_->pid()) + "/root" + path().string();
}

Arguments SmallDisk::inside() const {
  Arguments words = {"nsenter", "--target", std::to_string(holder_->pid()), "--mount"};
  if (has_own_users_) words.insert(words.end(), {"--user", "--preserve-credentials"});
  return words;
}

void SmallDisk::fill() const {
  const FileDescriptor file(
      ::open((from_here() / "fill").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  REQUIRE(file.get() >= 0);
  std::string bytes(1U << 16U, 'x');
  while (!bytes.empty()) {
    if (::write(file.get(), bytes.data(), bytes.size()) < 0) bytes.resize(bytes.size() / 2);
  }
}

void SmallDisk::free() const {
  REQUIRE(std::filesystem::remove(from_here() / "fill"));
}

}  // namespace conglang::testing
