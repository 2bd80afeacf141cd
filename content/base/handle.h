#pragma once
// Ownership of what a C library hands out.

#include <memory>

namespace conglang {

/// A deleter that calls the C function `fn`.
template <auto fn>
struct Deleter {
  template <typename T>
  void operator()(T* pointer) const noexcept {
    fn(pointer);
  }
};

/// `Handle<EVP_PKEY, EVP_PKEY_free>`: a unique_ptr that frees with `fn`.
template <typename T, auto fn>
using Handle = std::unique_ptr<T, Deleter<fn>>;

}  // namespace conglang
