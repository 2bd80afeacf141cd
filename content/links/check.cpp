#include "content/links/check.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <utility>

#include "content/guide/web_address.h"
#include "content/links/address_range.h"
#include "content/links/visit_queue.h"

namespace conglang::links {
namespace {

constexpr std::chrono::milliseconds kBetweenReports{500};

// "127.0.0.1:8443" to true for exactly this address; nothing when it is not of this machine.
std::optional<std::uint32_t> loopback_of(std::string_view stand_in) {
  const std::size_t colon = stand_in.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view port = stand_in.substr(colon + 1);
  const bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (port.empty() || port.size() > 5 || !digits) return std::nullopt;
  in_addr address{};
  if (inet_pton(AF_INET, std::string(stand_in.substr(0, colon)).c_str(), &address) != 1) return std::nullopt;
  constexpr std::uint32_t kLoopbackByte = 127;
  const std::uint32_t host_order = ntohl(address.s_addr);
  return host_order >> 24 == kLoopbackByte ? std::optional(host_order) : std::nullopt;
}

std::string host_of(const std::string& url) {
  const auto address = guide::parse_web_address(url);
  return address ? address->host : url;
}

// Everything that the workers share, behind one lock.
class Checking {
 public:
  Checking(const LinkList& list, const CheckOptions& options)
      : list_(list), verdicts_(list.links.size()), queue_(std::max<std::size_t>(options.per_host, 1)) {
    for (std::size_t i = 0; i < list.links.size(); ++i) {
      const ListedLink& link = list.links[i];
      links_.push_back(
          {Walk(link.url, list.policies[link.policy], options.walk), link.url, host_of(link.url)});
      if (link.refused.empty()) {
        queue_.add(i, links_[i].host, Moment::min());
      } else {
        settle(i, {Standing::refused, link.url, 0, 0, link.refused, "the link policy refuses it"});
      }
    }
  }

  // One worker: visits what is due until every link has its verdict.
  void work(const std::function<client::Visit(const std::string&)>& ask) {
    std::unique_lock lock(mutex_);
    while (settled_ < verdicts_.size()) {
      const auto item = queue_.take(std::chrono::steady_clock::now());
      if (!item) {
        wait_for_work(lock);
        continue;
      }
      const std::string url = links_[*item].url;
      lock.unlock();
      const client::Visit visit = ask(url);
      lock.lock();
      record(*item, visit);
      changed_.notify_all();
    }
  }

  // Until all are settled; tells how far it is, without the lock.
  void watch(const std::function<void(std::size_t)>& on_progress) {
    std::unique_lock lock(mutex_);
    while (settled_ < verdicts_.size()) {
      changed_.wait_for(lock, kBetweenReports);
      const std::size_t settled = settled_;
      lock.unlock();
      on_progress(settled);
      lock.lock();
    }
  }

  std::vector<Verdict> take_verdicts() { return std::move(verdicts_); }

 private:
  struct Under {
    Walk walk;
    std::string url;   // the one that is due
    std::string host;  // of it
  };

  void wait_for_work(std::unique_lock<std::mutex>& lock) {
    const auto due = queue_.next_due();
    if (due) {
      changed_.wait_until(lock, *due);
    } else {
      changed_.wait(lock);
    }
  }

  void record(std::size_t item, const client::Visit& visit) {
    Under& link = links_[item];
    queue_.ended(link.host);
    auto next = link.walk.after(visit);
    if (const auto* onward = std::get_if<Onward>(&next)) {
      link.url = onward->url;
      link.host = host_of(onward->url);
      queue_.add(item, link.host, std::chrono::steady_clock::now() + onward->wait);
    } else {
      settle(item, std::get<Verdict>(std::move(next)));
    }
  }

  void settle(std::size_t item, Verdict verdict) {
    verdicts_[item] = std::move(verdict);
    ++settled_;
  }

  const LinkList& list_;
  std::vector<Verdict> verdicts_;
  std::deque<Under> links_;
  VisitQueue queue_;
  std::size_t settled_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
};

}  // namespace

Result<std::vector<Verdict>> check_links(const client::CurlLibrary& library, const LinkList& list,
                                         const CheckOptions& options,
                                         const std::function<void(std::size_t)>& on_progress) {
  const auto stand_in = loopback_of(options.stand_in);
  if (!options.stand_in.empty() && !stand_in) {
    return fail(Errc::bad_usage, "{}: a stand-in must be on this machine, such as 127.0.0.1:8443",
                options.stand_in);
  }
  client::VisitOptions visit;
  visit.answer_within = options.answer_within;
  visit.authorities_file = options.authorities_file;
  visit.instead = options.stand_in;
  visit.may_connect = [stand_in](std::span<const std::uint8_t> address) {
    if (!stand_in) return !why_not_public(address);
    const std::uint32_t own = htonl(*stand_in);
    const auto own_bytes = std::as_bytes(std::span(&own, 1));
    const auto asked = std::as_bytes(address);
    return std::equal(asked.begin(), asked.end(), own_bytes.begin(), own_bytes.end());
  };
  Checking checking(list, options);
  const auto ask = [&](const std::string& url) { return client::visit(library, url, visit); };
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < std::max<std::size_t>(options.at_once, 1); ++i) {
    workers.emplace_back([&] { checking.work(ask); });
  }
  checking.watch(on_progress);
  workers.clear();
  return checking.take_verdicts();
}

}  // namespace conglang::links
