#include "sync/agent/service_manager.h"

#include <algorithm>
#include <string>

#include "content/base/service_manager.h"

namespace conglang::agent {
namespace {

constexpr std::chrono::seconds kBetweenSigns{1};

}  // namespace

void ServiceManager::ready() {
  notify_service_manager("READY=1");
}

void ServiceManager::stopping() {
  notify_service_manager("STOPPING=1");
}

void ServiceManager::doing(std::string_view what) {
  std::string line(what);
  std::ranges::replace(line, '\n', ' ');
  notify_service_manager("STATUS=" + line);
}

void ServiceManager::alive() {
  const auto now = std::chrono::steady_clock::now();
  if (now - told_alive_ < kBetweenSigns) return;
  told_alive_ = now;
  notify_service_manager("WATCHDOG=1");
}

}  // namespace conglang::agent
