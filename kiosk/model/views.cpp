#include "kiosk/model/views.h"

#include "kiosk/model/strings.h"

namespace conglang::kiosk {

std::string Pattern::with(int n, int of) const {
  return fill(text, {{"n", std::to_string(n)}, {"of", std::to_string(of)}});
}

bool is_whole(const BodyView& body) {
  return std::holds_alternative<AttractView>(body) || std::holds_alternative<UrgentView>(body) ||
         std::holds_alternative<EmergencyView>(body);
}

BodyView::BodyView(const BodyView& other) = default;
BodyView::BodyView(BodyView&& other) noexcept = default;
BodyView& BodyView::operator=(const BodyView& other) = default;
BodyView& BodyView::operator=(BodyView&& other) noexcept = default;
BodyView::~BodyView() = default;

bool BodyView::operator==(const BodyView& other) const {
  return static_cast<const AnyBodyView&>(*this) == static_cast<const AnyBodyView&>(other);
}

}  // namespace conglang::kiosk
