// store/identity/whole_organisation.h
//
// SQL by which what belongs to organisations follows merges. Rows keep the organisation that they
// were made for, so that an undo gives back what was; whoever reads them reads by the whole.
#pragma once

#include <string>
#include <string_view>

namespace tributary::store {

/// Whom the organisation in `column` is part of by now; itself where it is part of no other.
inline std::string whole_of(std::string_view column) {
  const std::string stated(column);
  return "COALESCE((SELECT whole.organisation_id FROM organisation_members whole "
         "WHERE whole.member_id = " +
         stated + "), " + stated + ")";
}

/// Whether the organisation in `column` is the one that is bound, or part of it. Binds it twice.
inline std::string is_within(std::string_view column) {
  const std::string stated(column);
  return "(" + stated + " = ? OR " + stated +
         " IN (SELECT part.member_id FROM organisation_members part "
         "WHERE part.organisation_id = ?))";
}

}  // namespace tributary::store
