#include "content/guide/product_json.h"

#include "content/guide/payment_json.h"
#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "product.schema.json";
constexpr const char* kType = "Product";

Product read_fields(ObjectReader& in) {
  Product out;
  check_envelope(in, kSchema, kType, Need::optional);
  out.id = in.slug("id", Need::required);
  out.name = in.text("name", Need::required);
  out.description = in.text("description", Need::required);
  out.producer = in.text("producer", Need::required);
  out.price = in.text("price");
  out.payment = in.optional_object("payment", read_payment);
  out.contact = in.optional_object("contact", read_contact);
  out.pictures = pictures_of(in);
  out.link = in.optional_object("link", read_link);
  out.sample = in.boolean("sample");
  out.provenance = provenance_of(in);
  return out;
}

void check(const Product& product, Problems& problems) {
  if (product.link) check_link_shape(*product.link, "/link", problems);
}

}  // namespace

Result<Product> read_product(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields, check);
}

std::string write_product(const Product& product) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  out["type"] = kType;
  out["id"] = product.id;
  put(out, "name", product.name);
  put(out, "description", product.description);
  put(out, "producer", product.producer);
  put(out, "price", product.price);
  if (product.payment) out["payment"] = write_payment(*product.payment);
  if (product.contact) out["contact"] = write_contact(*product.contact);
  put_pictures(out, product.pictures);
  if (product.link) out["link"] = write_link(*product.link);
  out["sample"] = product.sample;
  out["provenance"] = write_provenance(product.provenance);
  return to_file(out);
}

}  // namespace conglang::guide
