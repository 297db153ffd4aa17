// base/strong_id.h
//
// Integer ids that cannot be mixed up:
//
//   using OrganisationId = StrongId<struct OrganisationTag>;
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace tributary {

template <class Tag, class Representation = std::int64_t>
struct StrongId {
  Representation value{};
  auto operator<=>(const StrongId&) const = default;
};

}  // namespace tributary

template <class Tag, class Representation>
struct std::hash<tributary::StrongId<Tag, Representation>> {
  std::size_t operator()(const tributary::StrongId<Tag, Representation>& id) const noexcept {
    return std::hash<Representation>{}(id.value);
  }
};
