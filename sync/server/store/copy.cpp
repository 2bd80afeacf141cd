#include "sync/server/store/copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "content/base/file.h"

namespace conglang::server {

namespace fs = std::filesystem;

Result<void> copy_database(database::Connection& connection, const fs::path& to) {
  const fs::path arriving = to.string() + ".part";
  std::error_code error;
  if (fs::exists(to, error))
    return fail(Errc::conflict, "{}: exists already; choose another name", to.string());
  fs::remove(arriving, error);
  const auto copied = [&]() -> Result<void> {
    // Made by us first, so that it never is anybody else's to read. SQLite takes an empty file as a new one.
    TRY_VOID(open_file(arriving, O_WRONLY | O_CREAT | O_EXCL, 0600));
    TRY_VOID(connection.copy_to(arriving));
    TRY(const FileDescriptor file, open_file(arriving, O_RDWR));
    return rename_durably(file, arriving, to);
  }();
  if (!copied) fs::remove(arriving, error);
  return copied;
}

}  // namespace conglang::server
