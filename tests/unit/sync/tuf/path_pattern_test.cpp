#include "sync/tuf/path_pattern.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/tuf/digest.h"

using namespace conglang::tuf;

TEST_CASE("the specification's examples of patterns hold", "[tuf]") {
  CHECK(matches_pattern("targets/*.tgz", "targets/foo.tgz"));
  CHECK(matches_pattern("targets/*.tgz", "targets/bar.tgz"));
  CHECK_FALSE(matches_pattern("targets/*.tgz", "targets/foo.txt"));
  CHECK(matches_pattern("foo-version-?.tgz", "foo-version-2.tgz"));
  CHECK(matches_pattern("foo-version-?.tgz", "foo-version-a.tgz"));
  CHECK_FALSE(matches_pattern("foo-version-?.tgz", "foo-version-alpha.tgz"));
  CHECK(matches_pattern("*.tgz", "foo.tgz"));
  CHECK_FALSE(matches_pattern("*.tgz", "targets/foo.tgz"));
  CHECK(matches_pattern("foo.tgz", "foo.tgz"));
  CHECK_FALSE(matches_pattern("foo.tgz", "foo_tgz"));
}

TEST_CASE("a star gives way as far as it must", "[tuf]") {
  CHECK(matches_pattern("a*b*c", "a1b2b3c"));
  CHECK(matches_pattern("*", ""));
  CHECK(matches_pattern("**", "ab"));
  CHECK(matches_pattern("a*/x*/c", "ab/xx/c"));
  CHECK(matches_pattern("*ab", "aab"));
  CHECK_FALSE(matches_pattern("a*b", "ab c"));
  CHECK_FALSE(matches_pattern("", "a"));
  CHECK_FALSE(matches_pattern("a?", "a"));
}

TEST_CASE("attack: no wildcard reaches into another folder", "[tuf][security]") {
  CHECK_FALSE(matches_pattern("communes/09784/*", "communes/09784/place/x.json"));
  CHECK_FALSE(matches_pattern("communes/*", "communes/1/2"));
  CHECK_FALSE(matches_pattern("a?b", "a/b"));
  CHECK_FALSE(matches_pattern("a*c", "ab/c"));
  CHECK_FALSE(matches_pattern("*/c", "a/b/c"));
}

TEST_CASE("attack: a pattern of many stars costs no exponential time", "[tuf][security]") {
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  CHECK_FALSE(matches_pattern(stars + "b", std::string(20000, 'a')));
}

TEST_CASE("a role by hash prefixes covers the paths whose digest begins so", "[tuf]") {
  const std::string digest = sha256_hex("national/x");
  DelegatedRole role;
  role.path_hash_prefixes = {"zz", digest.substr(0, 3)};
  CHECK(covers(role, "national/x"));
  role.path_hash_prefixes = {digest.substr(1, 3)};
  CHECK_FALSE(covers(role, "national/x"));
  role.path_hash_prefixes.clear();
  CHECK_FALSE(covers(role, "national/x"));
}
