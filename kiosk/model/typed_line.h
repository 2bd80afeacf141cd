#pragma once
// The line in which a visitor types. content/text's Composer does the work, behind a wall: its Tone is that
// of a syllable, this module's that of a chip, and whoever includes a state needs only one of them.

#include <memory>
#include <string>

namespace conglang {
class Composer;
}

namespace conglang::kiosk {

/// How marks are typed.
enum class Marks { none, telex, vni };

class TypedLine {
 public:
  TypedLine();
  ~TypedLine();
  TypedLine(const TypedLine& other);
  TypedLine& operator=(const TypedLine& other);

  /// As Composer's.
  bool press(char32_t key);
  bool backspace();
  void clear();
  bool empty() const;
  std::string text() const;
  std::string raw() const;

  Marks marks() const;
  void set_marks(Marks marks);  ///< for the keys to come

  bool operator==(const TypedLine& other) const;

 private:
  std::unique_ptr<Composer> composer_;  ///< never null: moving a line copies it
};

}  // namespace conglang::kiosk
