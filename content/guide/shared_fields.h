#pragma once
// Groups of fields that several kinds of file have, read and written in one way.

#include <string>
#include <string_view>
#include <vector>

#include "content/guide/contact.h"
#include "content/guide/json_writer.h"
#include "content/guide/link.h"
#include "content/guide/object_reader.h"
#include "content/guide/picture.h"
#include "content/guide/problems.h"
#include "content/guide/provenance.h"
#include "content/guide/recording.h"

namespace conglang::guide {

/// "$schema" and "type". A schema that is given must be `schema_name` by a relative reference: nothing may
/// send an editor to another host. `need` is of "$schema"; "type" is always required.
void check_envelope(ObjectReader& in, std::string_view schema_name, std::string_view type_name, Need need);

/// The required field "provenance".
Provenance provenance_of(ObjectReader& in);

/// "1.001193", "26356", "1.001193.H26"
bool is_procedure_code(std::string_view code);

/// The field "code".
std::string procedure_code(ObjectReader& in, Need need);

Link read_link(ObjectReader& in);

/// Notes a link at `pointer` that is not a template with a code, or an address, and one of them only.
void check_link_shape(const Link& link, const std::string& pointer, Problems& problems);

Contact read_contact(ObjectReader& in);

/// The field "pictures".
std::vector<PictureUse> pictures_of(ObjectReader& in);

/// Whether a recording of a kind of page may be of one case of it.
enum class Cases { none, named };

/// The field "recordings".
std::vector<RecordingUse> recordings_of(ObjectReader& in, Cases cases);

Json write_provenance(const Provenance& provenance);
Json write_link(const Link& link);
Json write_contact(const Contact& contact);
void put_pictures(Json& out, const std::vector<PictureUse>& pictures);
void put_recordings(Json& out, const std::vector<RecordingUse>& recordings);

}  // namespace conglang::guide
