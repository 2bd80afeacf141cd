#pragma once
// Numbers about the server for Prometheus (text format 0.0.4). Never about a person: no name, address or
// token is a label.

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace conglang::server {

class Metrics {
 public:
  /// Adds to a counter: count("conglang_requests_total", R"(status="2xx")").
  void count(const std::string& name, const std::string& labels = {}, std::uint64_t by = 1);

  /// Sets a gauge.
  void set(const std::string& name, double value, const std::string& labels = {});

  /// A gauge whose value is asked for whenever somebody reads.
  void ask(const std::string& name, std::function<double()> value, const std::string& labels = {});

  /// Puts `seconds` into a histogram of how long something took.
  void took(const std::string& name, double seconds, const std::string& labels = {});

  /// What Prometheus reads.
  std::string text() const;

 private:
  struct Family {
    const char* type = "counter";
    std::map<std::string, double> values;  ///< by name and labels, as written
  };

  void add(const std::string& family, const char* type, const std::string& series, double by);

  mutable std::mutex mutex_;
  std::map<std::string, Family> families_;
  std::map<std::string, std::map<std::string, std::function<double()>>> asked_;  ///< by name, then as written
};

}  // namespace conglang::server
