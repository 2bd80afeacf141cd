// Cultural houses: communes/<code>/place/<id>.json.

#include "content/guide/enum_names.h"
#include "content/guide/guide_json.h"
#include "content/guide/json_writer.h"
#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"
#include "content/guide/web_address.h"

namespace conglang::guide {
namespace {

constexpr std::size_t kMaxSsidBytes = 32;  // IEEE 802.11, 9.4.2.2
constexpr std::size_t kMinPassword = 8;    // of a WPA passphrase, IEEE 802.11, J.4.1
constexpr std::size_t kMaxPassword = 63;

bool is_wifi_password(std::string_view text) {
  if (text.size() < kMinPassword || text.size() > kMaxPassword) return false;
  return text.find_first_not_of(
             " !\"#$%&'()*+,-./"
             "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~") ==
         std::string_view::npos;
}

Wifi read_wifi(ObjectReader& in) {
  Wifi out;
  out.ssid = in.string("ssid", Need::required);
  out.password = in.string("password");
  if (out.ssid.size() > kMaxSsidBytes) {
    in.refuse("ssid", fmt::format("dài quá {} byte: không mạng nào có tên như vậy", kMaxSsidBytes));
  }
  if (!out.password.empty() && !is_wifi_password(out.password)) {
    in.refuse("password", fmt::format("cần có {} đến {} chữ, số, dấu trên bàn phím, không dấu tiếng Việt",
                                      kMinPassword, kMaxPassword));
  }
  return out;
}

ZaloGroup read_zalo_group(ObjectReader& in) {
  ZaloGroup out;
  out.name = in.text("name", Need::required);
  out.url = in.string("url", Need::required);
  if (out.url.empty()) return out;
  if (auto address = parse_web_address(out.url)) {
    out.url = std::move(address->url);
  } else {
    in.refuse("url", address.error().message);
  }
  return out;
}

Matter read_matter(ObjectReader& in) {
  Matter out;
  out.name = in.text("name", Need::required);
  out.icon = in.string("icon");
  return out;
}

PlaceContact read_place_contact(ObjectReader& in) {
  PlaceContact out;
  out.contact = read_contact(in);
  out.kind = in.choice<PlaceContact::Kind>("kind", kPlaceContactKinds);
  out.about = in.list("about", read_matter);
  return out;
}

Place read_fields(ObjectReader& in) {
  Place out;
  in.string("$schema");
  out.id = in.slug("id", Need::required);
  out.name = in.text("name", Need::required);
  out.commune = in.text("commune", Need::required);
  out.village = in.text("village");
  out.address = in.text("address");
  out.hours = in.text("hours");
  out.contacts = in.list("contacts", read_place_contact);
  out.wifi = in.object("wifi", read_wifi, Need::optional);
  out.zalo_groups = in.list("zaloGroups", read_zalo_group);
  out.sample = in.boolean("sample");
  return out;
}

Json write_wifi(const Wifi& wifi) {
  Json out = Json::object();
  out["ssid"] = wifi.ssid;
  put(out, "password", wifi.password);
  return out;
}

Json write_zalo_group(const ZaloGroup& group) {
  Json out = Json::object();
  put(out, "name", group.name);
  out["url"] = group.url;
  return out;
}

Json write_matter(const Matter& matter) {
  Json out = Json::object();
  put(out, "name", matter.name);
  put(out, "icon", matter.icon);
  return out;
}

Json write_place_contact(const PlaceContact& one) {
  Json out = write_contact(one.contact);
  out["kind"] = name_of(one.kind, kPlaceContactKinds);
  put_list(out, "about", one.about, write_matter);
  return out;
}

}  // namespace

Result<Place> read_place(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields);
}

std::string write_place(const Place& place) {
  Json out = Json::object();
  out["id"] = place.id;
  put(out, "name", place.name);
  put(out, "commune", place.commune);
  put(out, "village", place.village);
  put(out, "address", place.address);
  put(out, "hours", place.hours);
  put_list(out, "contacts", place.contacts, write_place_contact);
  if (!place.wifi.ssid.empty()) out["wifi"] = write_wifi(place.wifi);
  put_list(out, "zaloGroups", place.zalo_groups, write_zalo_group);
  out["sample"] = place.sample;
  return to_file(out);
}

}  // namespace conglang::guide
