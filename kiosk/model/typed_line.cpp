#include "kiosk/model/typed_line.h"

#include "content/text/composer.h"

namespace conglang::kiosk {

TypedLine::TypedLine() : composer_(std::make_unique<Composer>(InputMethod::plain)) {}
TypedLine::~TypedLine() = default;
TypedLine::TypedLine(const TypedLine& other) : composer_(std::make_unique<Composer>(*other.composer_)) {}

TypedLine& TypedLine::operator=(const TypedLine& other) {
  *composer_ = *other.composer_;
  return *this;
}

bool TypedLine::press(char32_t key) {
  return composer_->press(key);
}

bool TypedLine::backspace() {
  return composer_->backspace();
}

void TypedLine::clear() {
  composer_->clear();
}

bool TypedLine::empty() const {
  return composer_->empty();
}

std::string TypedLine::text() const {
  return composer_->text();
}

std::string TypedLine::raw() const {
  return composer_->raw();
}

Marks TypedLine::marks() const {
  if (composer_->method() == InputMethod::plain) return Marks::none;
  return composer_->method() == InputMethod::vni ? Marks::vni : Marks::telex;
}

void TypedLine::set_marks(Marks marks) {
  composer_->set_method(marks == Marks::none    ? InputMethod::plain
                        : marks == Marks::telex ? InputMethod::telex
                                                : InputMethod::vni);
}

bool TypedLine::operator==(const TypedLine& other) const {
  return *composer_ == *other.composer_;
}

}  // namespace conglang::kiosk
