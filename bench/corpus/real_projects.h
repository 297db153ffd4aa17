// bench/corpus/real_projects.h
//
// Countries, programme and topics of real projects: what the columns of the generated corpus take
// their values and their skew from.
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::bench {

/// The values of one project. All are lower case, of a–z, 0–9, '_' and '.', and without blanks.
struct RealProject {
  std::vector<std::string> countries;  ///< distinct codes of its participants, at least one
  std::string programme;               ///< legal basis; empty where unknown
  std::vector<std::string> topics;     ///< distinct fields of science; empty where unknown
};

/// The Horizon Europe projects whose participants are known, in order of their ids. Errors:
/// `not_found` naming the file that is missing, `corrupt`.
Result<std::vector<RealProject>> read_real_projects(const Path& data);

}  // namespace tributary::bench
