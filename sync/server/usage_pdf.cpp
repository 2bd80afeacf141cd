#include "sync/server/usage_pdf.h"

#include <chrono>

#include "content/base/file.h"
#include "sync/server/review/tool.h"

namespace conglang::server {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::uintmax_t kMaxPdfBytes = 8UL * 1024 * 1024;

Result<std::string> print(const Tool& tool, const std::filesystem::path& scratch, const std::string& usage) {
  TRY(const ScratchFolder folder, ScratchFolder::make(scratch));
  const std::filesystem::path in = folder.path() / "usage.json";
  const std::filesystem::path out = folder.path() / "usage.pdf";
  TRY_VOID(write_file_atomically(in, usage));
  TRY(const ToolRun run, tool.run({"usage-report", in.string(), "--out", out.string()}, kPatience));
  if (run.status != 0) return fail(Errc::internal, "usage-report ended with {}: {}", run.status, run.output);
  return read_file(out, kMaxPdfBytes);
}

}  // namespace

std::function<Result<std::string>(const std::string&)> usage_printer(const std::filesystem::path& tool,
                                                                     const std::filesystem::path& scratch) {
  if (tool.empty()) return {};
  return [tool = Tool(tool), scratch](const std::string& usage) { return print(tool, scratch, usage); };
}

}  // namespace conglang::server
