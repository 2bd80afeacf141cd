#include "content/links/address_range.h"

#include <arpa/inet.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

using conglang::links::why_not_public;

namespace {

std::string judged(const std::string& text) {
  std::array<std::uint8_t, 16> bytes{};
  const bool is_v6 = text.find(':') != std::string::npos;
  REQUIRE(inet_pton(is_v6 ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) == 1);
  const auto why = why_not_public(std::span(bytes).first(is_v6 ? 16 : 4));
  return why ? std::string(*why) : "public";
}

}  // namespace

TEST_CASE("the first and the last address of every range that is not public is refused", "[links]") {
  const auto [address, range] = GENERATE(table<std::string, std::string>({
      {"0.0.0.0", "this network"},
      {"0.255.255.255", "this network"},
      {"10.0.0.0", "private network"},
      {"10.255.255.255", "private network"},
      {"100.64.0.0", "provider's own network"},
      {"100.127.255.255", "provider's own network"},
      {"127.0.0.1", "loopback"},
      {"127.255.255.255", "loopback"},
      {"169.254.0.0", "link-local"},
      {"169.254.169.254", "link-local"},
      {"172.16.0.0", "private network"},
      {"172.31.255.255", "private network"},
      {"192.0.0.8", "protocol assignments"},
      {"192.0.2.1", "documentation"},
      {"192.88.99.1", "tunnel"},
      {"192.168.0.0", "private network"},
      {"192.168.255.255", "private network"},
      {"198.18.0.0", "benchmarking"},
      {"198.19.255.255", "benchmarking"},
      {"198.51.100.7", "documentation"},
      {"203.0.113.7", "documentation"},
      {"224.0.0.1", "multicast"},
      {"239.255.255.255", "multicast"},
      {"240.0.0.0", "reserved"},
      {"255.255.255.255", "reserved"},
      {"::", "this network"},
      {"::1", "loopback"},
      {"fc00::", "private network"},
      {"fdff:ffff::1", "private network"},
      {"fe80::1", "link-local"},
      {"febf::1", "link-local"},
      {"fec0::1", "private network"},
      {"ff02::1", "multicast"},
      {"100::1", "reserved"},
      {"4000::1", "reserved"},
      {"2001::1", "tunnel"},
      {"2001:1ff::1", "protocol assignments"},
      {"2001:db8::1", "documentation"},
      {"2002:7f00:1::", "tunnel"},
      {"3fff:fff::1", "documentation"},
  }));
  CAPTURE(address);
  CHECK(judged(address) == range);
}

TEST_CASE("the neighbours of those ranges are public", "[links]") {
  const auto address = GENERATE(as<std::string>{}, "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255",
                                "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
                                "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
                                "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2000::1",
                                "2001:200::1", "2001:ee0::1", "2003::1", "2405:4800::1", "3ffe::1");
  CAPTURE(address);
  CHECK(judged(address) == "public");
}

TEST_CASE("attack: a private IPv4 address in an IPv6 dress is refused", "[links]") {
  CHECK(judged("::ffff:127.0.0.1") == "loopback");
  CHECK(judged("::ffff:10.0.0.1") == "private network");
  CHECK(judged("64:ff9b::169.254.169.254") == "link-local");
  CHECK(judged("64:ff9b::8.8.8.8") == "public");
  CHECK(judged("64:ff9b:1::8.8.8.8") == "reserved");
  CHECK(judged("::127.0.0.1") == "reserved");
}

TEST_CASE("what is neither IPv4 nor IPv6 is refused", "[links]") {
  const std::array<std::uint8_t, 6> bytes{};
  CHECK(why_not_public(bytes));
  CHECK(why_not_public({}));
}
