#pragma once
// From what the kiosk knows to what it shows.

#include "kiosk/model/state.h"
#include "kiosk/model/strings.h"
#include "kiosk/model/views.h"

namespace conglang::kiosk {

/// The screen for `state`, in its visitor's language; what is not translated is Vietnamese. Two equal states
/// give two equal views, so a frame is needed only when the view differs from the last.
View view_of(const State& state, const Strings& strings);

}  // namespace conglang::kiosk
