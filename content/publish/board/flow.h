#pragma once
// Text that runs down a page and on to the next, beside a column that another thing has taken.

#include <algorithm>
#include <functional>
#include <string_view>

#include "content/publish/board/canvas.h"

namespace conglang::board {

/// Where text runs: `y` moves down from `top` to `bottom`.
class Flow {
 public:
  /// `turn` begins a new page and returns where its text begins.
  Flow(Canvas& canvas, const Box& area, std::function<double()> turn)
      : canvas_(canvas), area_(area), y_(area.y), turn_(std::move(turn)) {}

  double y() const { return y_; }
  double left() const { return area_.x; }
  double right() const { return area_.right() - (y_ < taken_until_ ? taken_width_ : 0); }
  double width() const { return right() - left(); }

  /// Keeps clear of a column of `width` at the right, down to `until`, on this page.
  void take_right(double width, double until) {
    taken_width_ = width;
    taken_until_ = until;
  }

  void space(double height) { y_ += height; }

  /// Below the taken column.
  void clear() { y_ = std::max(y_, taken_until_); }

  /// Begins a new page unless `height` is left on this one.
  void keep(double height) {
    if (y_ + height > area_.bottom()) turn();
  }

  /// Line by line, over as many pages as it takes.
  void text(std::string_view words, const Style& style, double indent = 0, double indent_right = 0) {
    draw(canvas_.shape(words, style, width() - indent - indent_right), indent);
  }

  void draw(const Paragraph& paragraph, double indent) {
    for (int i = 0; i < paragraph.lines(); ++i) {
      const double height = paragraph.line_height(i);
      keep(height);
      canvas_.draw_line(paragraph, i, left() + indent, y_);
      y_ += height;
    }
  }

 private:
  void turn() {
    taken_until_ = 0;
    y_ = turn_();
  }

  Canvas& canvas_;
  Box area_;
  double y_;
  double taken_width_ = 0;
  double taken_until_ = 0;
  std::function<double()> turn_;
};

}  // namespace conglang::board
