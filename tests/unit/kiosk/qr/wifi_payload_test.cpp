#include "kiosk/qr/wifi_payload.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::qr;

TEST_CASE("a network with a passphrase joins by WPA, one without by none", "[qr]") {
  CHECK(wifi_payload("NVH Thượng Tháp", "xin chao 2026") == "WIFI:T:WPA;S:NVH Thượng Tháp;P:xin chao 2026;;");
  CHECK(wifi_payload("NVH", "") == "WIFI:T:nopass;S:NVH;;");
}

TEST_CASE("a passphrase that tries to end its field or add another stays a passphrase", "[qr]") {
  CHECK(wifi_payload("a;b", R"(x;T:nopass;"\,)") == R"(WIFI:T:WPA;S:a\;b;P:x\;T\:nopass\;\"\\\,;;)");
}

TEST_CASE("a name of hexadecimal digits goes without quotation marks", "[qr]") {
  CHECK(wifi_payload("ABCD1234", "12345678") == "WIFI:T:WPA;S:ABCD1234;P:12345678;;");
}
