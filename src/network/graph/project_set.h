// network/graph/project_set.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/collaboration.h"

namespace tributary::network {

/// All projects of a collaboration, or some of them. One bit each.
class ProjectSet {
 public:
  /// All.
  ProjectSet() = default;
  /// REQUIRES: `chosen` lie below `projects`, which is their number in the collaboration.
  ProjectSet(std::uint32_t projects, std::span<const ProjectIndex> chosen)
      : is_all_(false), is_within_(projects) {
    for (const auto project : chosen) is_within_[project.value] = true;
  }

  [[nodiscard]] bool has(ProjectIndex project) const {
    return is_all_ || is_within_[project.value];
  }

 private:
  bool is_all_ = true;
  std::vector<bool> is_within_;
};

}  // namespace tributary::network
