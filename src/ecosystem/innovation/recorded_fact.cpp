#include "ecosystem/innovation/recorded_fact.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(FactKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"ethics_note", "data_protection_note", "lessons", "product_materials", "product_training",
       "product_cost", "product_licence", "product_accessibility"});
  static_assert(kNames.size() == kFactKinds);
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace tributary::ecosystem
