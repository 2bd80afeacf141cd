#pragma once
// A small portal record to change and import, and a walk over leaves that shares no code with the importer.

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "content/import/ledger.h"

namespace conglang::testing {

inline nlohmann::json small_portal_record() {
  return nlohmann::json::parse(R"({"code": "OK", "message": "OK", "data": {
    "id": "019d", "code": "1.000001", "codeNotation": "1.000001", "name": "Thủ tục đăng ký thử",
    "state": "ACTIVE", "departmentPromulgateName": "Bộ Tư pháp", "updatedAt": 1776249621706,
    "executionSteps": [{"name": "", "description": "- Nộp hồ sơ\ntại xã.\n+ Ký tên\n- Nhận kết quả."}],
    "executionMethods": [{"submissionMethod": "DIRECT", "processingTime": 3,
      "processingTimeUnit": "WORKING_DAY", "description": "", "fees": [{"type": "FEE", "value": 8000,
      "currencyId": "x", "currencyName": "Việt Nam Đồng", "attachment": null,
      "description": "8.000 đồng/bản. Miễn phí cho người thuộc hộ nghèo."}]}],
    "executionCases": [{"name": "* Giấy tờ phải nộp:", "profileComponents": [
      {"name": "- Tờ khai", "originalQty": 1, "copyQty": 2, "required": false, "attachments": []}]}],
    "cases": [{"id": "y", "name": "Đăng ký thử", "code": "1.000001.01",
      "processingDay": {"qty": 3, "type": "WORKING_DAY"}, "profileComponents": []}],
    "legalBasisesDetails": [{"id": "z", "name": "Luật Hộ tịch", "code": "60/2014/QH13"}],
    "resultsDetails": [{"id": "r", "name": "Giấy xác nhận", "code": "KQ"}],
    "subjectTypesDetails": [{"id": "s", "name": "Công dân Việt Nam", "code": "ĐT1"}],
    "unitGroupsExecuting": [{"id": "u", "name": "Ủy ban nhân dân cấp xã"}]}})");
}

/// Pointers of every leaf, as the ledger promises them.
inline void collect_leaves(const nlohmann::json& value, const nlohmann::json::json_pointer& at,
                           std::size_t depth, std::set<std::string>& out) {
  if (!value.is_structured() || value.empty() || depth >= import::kMaxRecordDepth) {
    out.insert(at.to_string());
    return;
  }
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) collect_leaves(value[i], at / i, depth + 1, out);
    return;
  }
  for (const auto& item : value.items()) collect_leaves(item.value(), at / item.key(), depth + 1, out);
}

inline std::set<std::string> leaves_of(const nlohmann::json& record) {
  std::set<std::string> out;
  collect_leaves(record, nlohmann::json::json_pointer(), 0, out);
  return out;
}

}  // namespace conglang::testing
