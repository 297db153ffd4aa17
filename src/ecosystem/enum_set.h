// ecosystem/enum_set.h
//
// A set of a few enumerators, as a value:
//
//   constexpr Roles may_decide = {Role::panel_chair, Role::administrator};
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>

namespace tributary::ecosystem {

/// REQUIRES: enumerators count from 0 and are fewer than 64.
template <class Enum>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<Enum> members) {
    for (const auto member : members) add(member);
  }

  constexpr void add(Enum member) { bits_ |= bit(member); }
  [[nodiscard]] constexpr bool contains(Enum member) const { return (bits_ & bit(member)) != 0; }
  [[nodiscard]] constexpr bool intersects(EnumSet others) const {
    return (bits_ & others.bits_) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr EnumSet without(EnumSet others) const {
    EnumSet rest;
    rest.bits_ = bits_ & ~others.bits_;
    return rest;
  }

  /// Calls visit(member) for each, in the order of their declaration.
  template <class Visit>
  constexpr void for_each(Visit visit) const {
    for (auto left = bits_; left != 0; left &= left - 1) {
      visit(static_cast<Enum>(std::countr_zero(left)));
    }
  }

  constexpr bool operator==(const EnumSet&) const = default;

 private:
  static constexpr std::uint64_t bit(Enum member) {
    return std::uint64_t{1} << static_cast<unsigned>(member);
  }
  std::uint64_t bits_ = 0;
};

}  // namespace tributary::ecosystem
