#pragma once
// The sample content with a village's own pages, and a kiosk at rest that shows it.

#include <string>

#include "tests/unit/kiosk/model/sample.h"

namespace conglang::kiosk::test {

guide::Notice notice(const std::string& id, const std::string& title, const char* from, const char* until);

/// A notice of life and limb for today, with two paragraphs and two numbers.
guide::Notice urgent_notice(const std::string& id);

/// sample_content() with four notices, two places (one with a panorama and two pictures) and two products
/// (one with a payment).
guide::Content village_content();

/// Nobody has touched it yet.
Kiosk resting_kiosk(guide::Content content = village_content());

}  // namespace conglang::kiosk::test
