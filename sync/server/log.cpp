#include "sync/server/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "content/base/time.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server {
namespace {

spdlog::level::level_enum level_of(Level level) {
  switch (level) {
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      break;
  }
  return spdlog::level::err;
}

const char* name_of(Level level) {
  switch (level) {
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      break;
  }
  return "error";
}

}  // namespace

void log_to_standard_error() {
  auto logger = spdlog::stderr_color_mt("conglang-server");
  logger->set_pattern("%v");
  spdlog::set_default_logger(std::move(logger));
}

void log(Level level, std::string_view event, nlohmann::json fields) {
  fields["at"] = format_instant(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  fields["level"] = name_of(level);
  fields["event"] = event;
  spdlog::log(level_of(level), "{}", fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string words_for_log(const Error& error) {
  const bool is_refusal = plain_words(error) != error.message;
  return is_refusal ? refusal_of(error).code : error.message;
}

}  // namespace conglang::server
