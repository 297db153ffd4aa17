// store/record_overlay.h
//
// What becomes of a stored record when its source speaks of the project again.
//
//   auto result = overlay(stored, incoming);
//   result.merged    what to store
//   result.changes   what differs, for the history; empty: the record is unchanged
//
// The rules, field by field; the participations are one field, of the topics each vocabulary
// is one, and of the links each kind:
//   not stated by `incoming`        the stored value stands: files of one source cover different
//                                   fields, and absence is no statement
//   equal                           nothing changes
//   not stored yet                  the gap is filled, by old and new files alike
//   different                       replaced, unless `incoming` is older (both have `updated_on`)
// Reasons: docs/decisions/0007-source-records.md. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/project.h"

namespace tributary::store {

struct FieldChange {
  std::string_view field;     ///< a name of project_fields.h
  std::string before, after;  ///< for people; of a list, how many and which items differ
};

struct Overlay {
  catalogue::SourceProject merged;
  std::vector<FieldChange> changes;
};

Overlay overlay(const catalogue::SourceProject& stored, const catalogue::SourceProject& incoming);

}  // namespace tributary::store
