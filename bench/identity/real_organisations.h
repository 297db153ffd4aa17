// bench/identity/real_organisations.h
//
// Organisations as lists of the real data name them, with the identifiers that say which are one.
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "catalogue/project.h"

namespace tributary::bench {

struct RealOrganisation {
  std::string list;  ///< which one named it so
  catalogue::NamedOrganisation named;
  std::uint32_t group =
      0;  ///< the same for those that share a PIC or a VAT number, directly or not
};

/// Of `shared_data`: Horizon Europe (two states), FP7, and the holders of the Erasmus charter. The
/// same name in the same list under the same PIC is one record. Every record has a PIC.
std::vector<RealOrganisation> real_organisations(const Path& shared_data);

}  // namespace tributary::bench
