// network/partners/part_scales.h
//
// How what was added up becomes a part from 0 to 1.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "network/partners/partner_question.h"

namespace tributary::network {

/// log₂(1 + projects) to a power, computed once for each of the usual sizes.
class SizePowers {
 public:
  explicit SizePowers(double power) : power_(power) {
    for (std::uint32_t projects = 0; projects < usual_.size(); ++projects) {
      usual_[projects] = computed(projects);
    }
  }

  [[nodiscard]] double of(std::uint32_t projects) const {
    return projects < usual_.size() ? usual_[projects] : computed(projects);
  }

 private:
  [[nodiscard]] double computed(std::uint32_t projects) const {
    return std::pow(std::log2(1.0 + projects), power_);
  }

  double power_;
  std::array<double, 256> usual_{};
};

/// log(1 + 5·share) / log(6) of shares from 0 to 1: all is 1, a tenth 0.23. Interpolated between
/// 4,097 places, so that a hundred thousand candidates do not cost as many logarithms; it grows
/// everywhere, and is less than 0.0000002 away.
class Growth {
 public:
  /// It lies below kAboveNothing + kSlope · share everywhere: its tangent at a twentieth, which is
  /// near it where most are, and a little for the interpolation.
  static constexpr double kAboveNothing = 0.0130;
  static constexpr double kSlope = 2.2325;

  Growth() {
    constexpr double kSteepness = 5;
    for (std::size_t place = 0; place < places_.size(); ++place) {
      const double share = static_cast<double>(place) / kSteps;
      places_[place] = std::log1p(kSteepness * share) / std::log1p(kSteepness);
    }
  }

  /// 0 where the largest is 0.
  [[nodiscard]] double of(double part, double largest) const {
    if (part <= 0) return 0;
    const double at = std::min(part / largest, 1.0) * kSteps;
    const auto place = std::min(static_cast<std::size_t>(at), places_.size() - 2);
    const double beyond = at - static_cast<double>(place);
    return places_[place] + beyond * (places_[place + 1] - places_[place]);
  }

 private:
  static constexpr double kSteps = 4'096;
  std::array<double, 4'097> places_{};
};

/// Which countries, or which types, the members have.
class KindsOfMembers {
 public:
  KindsOfMembers(std::span<const OrganisationIndex> members,
                 std::span<const OrganisationKind> kinds, std::uint16_t OrganisationKind::* part) {
    for (const auto member : members) {
      const std::size_t number = kinds[member.value].*part;
      if (number >= is_there_.size()) is_there_.resize(number + 1);
      is_there_[number] = true;
    }
  }

  [[nodiscard]] bool lacks(std::uint16_t number) const {
    return number != 0 && (number >= is_there_.size() || !is_there_[number]);
  }

 private:
  std::vector<bool> is_there_;
};

/// ½ each for a country and a type that no member has.
class Complementarity {
 public:
  Complementarity(std::span<const OrganisationIndex> members,
                  std::span<const OrganisationKind> kinds)
      : has_members_(!members.empty()),
        countries_(members, kinds, &OrganisationKind::country),
        types_(members, kinds, &OrganisationKind::type) {}

  [[nodiscard]] double of(OrganisationKind kind) const {
    if (!has_members_) return 0;
    return (countries_.lacks(kind.country) ? 0.5 : 0.0) + (types_.lacks(kind.type) ? 0.5 : 0.0);
  }

 private:
  bool has_members_;
  KindsOfMembers countries_, types_;
};

}  // namespace tributary::network
