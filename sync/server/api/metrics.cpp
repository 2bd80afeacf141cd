#include "sync/server/api/metrics.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace conglang::server {
namespace {

// Seconds: from a file's answer to somebody giving up.
constexpr std::array<double, 9> kBounds = {0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5};

std::string series(const std::string& name, const std::string& labels) {
  return labels.empty() ? name : fmt::format("{}{{{}}}", name, labels);
}

std::string with_bound(const std::string& labels, const std::string& bound) {
  return fmt::format("{}{}le=\"{}\"", labels, labels.empty() ? "" : ",", bound);
}

}  // namespace

void Metrics::add(const std::string& family, const char* type, const std::string& name, double by) {
  Family& found = families_[family];
  found.type = type;
  found.values[name] += by;
}

void Metrics::count(const std::string& name, const std::string& labels, std::uint64_t by) {
  const std::lock_guard lock(mutex_);
  add(name, "counter", series(name, labels), static_cast<double>(by));
}

void Metrics::set(const std::string& name, double value, const std::string& labels) {
  const std::lock_guard lock(mutex_);
  Family& found = families_[name];
  found.type = "gauge";
  found.values[series(name, labels)] = value;
}

void Metrics::ask(const std::string& name, std::function<double()> value, const std::string& labels) {
  const std::lock_guard lock(mutex_);
  asked_[name][series(name, labels)] = std::move(value);
}

void Metrics::took(const std::string& name, double seconds, const std::string& labels) {
  const std::lock_guard lock(mutex_);
  for (const double bound : kBounds) {
    const std::string bucket = series(name + "_bucket", with_bound(labels, fmt::format("{}", bound)));
    add(name, "histogram", bucket, seconds <= bound ? 1 : 0);
  }
  add(name, "histogram", series(name + "_bucket", with_bound(labels, "+Inf")), 1);
  add(name, "histogram", series(name + "_sum", labels), seconds);
  add(name, "histogram", series(name + "_count", labels), 1);
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string text;
  for (const auto& [name, family] : families_) {
    text += fmt::format("# TYPE {} {}\n", name, family.type);
    for (const auto& [series_name, value] : family.values) text += fmt::format("{} {}\n", series_name, value);
  }
  for (const auto& [name, gauges] : asked_) {
    text += fmt::format("# TYPE {} gauge\n", name);
    for (const auto& [series_name, value] : gauges) text += fmt::format("{} {}\n", series_name, value());
  }
  return text;
}

}  // namespace conglang::server
