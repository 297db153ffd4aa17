// ecosystem/innovation/innovation.h
//
// A new approach in vocational education and training, as it is proposed: what it is for, what is
// new about it and for whom, and what it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/framework/framework_version.h"

namespace tributary::ecosystem {

using InnovationId = StrongId<struct InnovationTag>;
using PersonId = StrongId<struct PersonTag>;

enum class Setting : std::uint8_t { school, workplace, both };

/// The Oslo Manual's types; a process innovation in VET is one of pedagogy, organisation or
/// external relations.
enum class OsloType : std::uint8_t { product, pedagogy, organisation, external_relations };

/// To whom it is new.
enum class NoveltyScope : std::uint8_t { provider, region, member_state, eu };

std::string_view name_of(Setting setting);
std::string_view name_of(OsloType type);
std::string_view name_of(NoveltyScope scope);

/// European Qualifications Framework.
inline constexpr int kLowestEqfLevel = 1, kHighestEqfLevel = 8;

/// What people fill in; a version of an innovation is one of these and never changes.
struct InnovationText {
  std::string title;
  std::string problem;
  std::string what_is_new;
  std::string target_group;
  std::vector<int> eqf_levels;  ///< ascending
  std::string isced_field;      ///< ISCED-F 2013: two to four digits
  std::optional<Setting> setting;
  std::optional<OsloType> type;
  std::optional<NoveltyScope> novelty;
  std::string novelty_justification;
  std::string theory_of_change;
  std::vector<std::string> intended_outcomes;
  std::string resources;
  std::string licence;                 ///< SPDX identifier or a name
  std::vector<std::string> languages;  ///< ISO 639-1
  std::vector<std::string> projects;   ///< slugs of the catalogue that it came from
  /// Elements and principles of the framework that it addresses, by which a Member State with a gap
  /// there finds it.
  std::vector<ItemKey> framework_items;
  bool operator==(const InnovationText&) const = default;
};

/// A field that is not as it has to be, and what to do about it.
struct FieldProblem {
  std::string field;
  std::string message;
  bool operator==(const FieldProblem&) const = default;
};

/// All that is missing or wrong before an innovation can be identified, in the order of the form,
/// so that a person is told at once. Empty where it is complete.
std::vector<FieldProblem> problems_of(const InnovationText& text);

enum class LineageKind : std::uint8_t { adapts, reimagines, merges };

std::string_view name_of(LineageKind kind);

/// `innovation` came from `earlier`.
struct Lineage {
  InnovationId innovation, earlier;
  LineageKind kind = LineageKind::adapts;
  bool operator==(const Lineage&) const = default;
};

/// Whether `added` may join `known`, which have no cycle: nothing is its own ancestor, and no line
/// is there twice. Errors: `conflict`.
Result<> check_lineage(std::span<const Lineage> known, const Lineage& added);

}  // namespace tributary::ecosystem
