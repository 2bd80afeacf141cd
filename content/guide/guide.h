#pragma once
// What a guide is: plain values, no I/O, no clock. Names follow CPSV-AP 3.2 (PublicService, Evidence,
// Channel, Cost, Output, LegalResource, LifeEvent). Every fact that can age carries a Provenance. The JSON
// form is content/guide/guide.schema.json; guide_json.h reads and writes it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/base/time.h"
#include "content/guide/link.h"
#include "content/guide/link_policy.h"
#include "content/guide/provenance.h"
#include "content/guide/recording.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// mã thủ tục hành chính
struct ProcedureCode {
  enum class Role { current, related, replaced };
  std::string code;  ///< "1.001193"
  Role role = Role::current;
  Text name;  ///< the official name behind the code; may be empty
  Provenance provenance;

  bool operator==(const ProcedureCode&) const = default;
};

/// A paper that the resident brings.
struct Evidence {
  enum class Handling { submit, show };
  Text name;          ///< "Giấy chứng sinh"
  Text note;          ///< who issues it, or what also counts; may be empty
  int originals = 0;  ///< bản chính
  int copies = 0;     ///< bản sao
  Handling handling = Handling::submit;
  std::optional<Text>
      only_if;  ///< a question or condition: shown only behind it ("Nhờ người khác đi làm thay?")
  std::vector<std::string> channels;  ///< ids of Channel this paper is for; empty: all
  Provenance provenance;

  bool operator==(const Evidence&) const = default;
};

struct Step {
  Text text;  ///< one or two short sentences
  Provenance provenance;

  bool operator==(const Step&) const = default;
};

/// Lệ phí, phí. `exemptions` is never dropped on the way to the screen.
struct Cost {
  std::optional<std::int64_t> amount_vnd;  ///< nothing: no single amount; `answer` says it
  Text answer;                             ///< short: "Miễn phí", "2.000 đ một trang"
  Text note;                               ///< second line; may be empty
  std::vector<std::string> channels;       ///< empty: all
  std::vector<Text> exemptions;            ///< who pays less or nothing
  Provenance provenance;

  bool operator==(const Cost&) const = default;
};

struct ProcessingTime {
  Text answer;  ///< short: "Xong trong ngày", "7 ngày làm việc"
  Text note;    ///< "nếu nộp trước 15 giờ"; may be empty
  std::vector<std::string> channels;
  Provenance provenance;

  bool operator==(const ProcessingTime&) const = default;
};

/// One situation of the resident, with everything that depends on it.
struct Case {
  std::string id;    ///< slug: "dung-han"
  Text label;        ///< the answer on the button: "Chưa quá 60 ngày"
  Text note;         ///< second line of the button; may be empty
  std::string icon;  ///< name from assets/icons.json; may be empty
  std::vector<Evidence> evidence;
  std::vector<Step> steps;
  std::vector<Cost> costs;
  std::vector<ProcessingTime> processing_times;

  bool operator==(const Case&) const = default;
};

/// A way to file.
struct Channel {
  enum class Kind { online, counter, police, post, at_home };
  std::string id;  ///< slug, referred to by Evidence, Cost and ProcessingTime
  Kind kind = Kind::counter;
  Text name;   ///< short: "Trung tâm hành chính công"
  Text note;   ///< "hoặc nộp trên điện thoại"; may be empty
  Text hours;  ///< may be empty
  Provenance provenance;

  bool operator==(const Channel&) const = default;
};

/// What the resident gets.
struct Output {
  Text name;
  Provenance provenance;

  bool operator==(const Output&) const = default;
};

/// A form to fill in, or that none is needed.
struct Form {
  Text name;  ///< "Tờ khai CT01"
  Text note;  ///< whose form it is, where it lies; may be empty
  Provenance provenance;

  bool operator==(const Form&) const = default;
};

struct LegalResource {
  std::string number;  ///< "60/2014/QH13"
  Text title;          ///< may be empty
  Provenance provenance;

  bool operator==(const LegalResource&) const = default;
};

/// A law change known ahead: "từ ngày … sẽ thay đổi".
struct ComingChange {
  Date from{};
  Text text;
  Provenance provenance;

  bool operator==(const ComingChange&) const = default;
};

/// A guide (CPSV-AP PublicService).
struct Guide {
  enum class Status { in_force, expired, replaced, withdrawn };

  std::string id;  ///< stable slug: "khai-sinh"
  Status status = Status::in_force;
  std::string replaced_by;  ///< id of the guide to read instead, when `status` is replaced
  std::vector<ProcedureCode> codes;
  Text official_name;  ///< may be 1,192 characters long
  Text title;          ///< plain and short: "Làm giấy khai sinh cho con"
  Text short_title;    ///< for tiles and portrait headers; falls back to title
  Text description;
  Text audience;                         ///< who may file
  std::vector<std::string> life_events;  ///< ids of Topic
  std::vector<Text> requirements;
  Text case_question;       ///< asked when there is more than one case: "Cháu sinh được bao lâu rồi?"
  Text case_hint;           ///< below the question; may be empty
  std::vector<Case> cases;  ///< at least one
  std::vector<Channel> channels;
  std::vector<Output> outputs;
  std::vector<Form> forms;
  std::vector<LegalResource> legal_resources;
  Text competent_authority;
  std::vector<Text> notes;
  std::vector<std::string> search_terms;  ///< hidden; residents' own words, with or without marks
  std::vector<Link> links;                ///< the first is the one the QR page shows
  std::vector<ComingChange> coming_changes;
  std::vector<RecordingUse> recordings;  ///< a commune's, by a patch
  std::optional<Date> checked_on;
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;  ///< included
  std::optional<Date> review_by;
  Text change_note;

  bool operator==(const Guide&) const = default;
};

/// A life event or field: a tile of the home page.
struct Topic {
  std::string id;  ///< "sinh-con"
  Text title;      ///< may hold one "\n" where a tile may break the line
  std::string icon;
  int order = 0;

  bool operator==(const Topic&) const = default;
};

}  // namespace conglang::guide
