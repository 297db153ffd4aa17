// ecosystem/innovation/recorded_fact.h
//
// What is written down about an innovation on its way; each need of a gate that is not the
// proposal itself asks for one of these (pipeline_facts.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace tributary::ecosystem {

enum class FactKind : std::uint8_t {
  ethics_note,
  data_protection_note,
  lessons,  ///< of the trials since the last gate
  product_materials,
  product_training,
  product_cost,
  product_licence,
  product_accessibility,
};

inline constexpr std::size_t kFactKinds = 8;

std::string_view name_of(FactKind kind);

}  // namespace tributary::ecosystem
