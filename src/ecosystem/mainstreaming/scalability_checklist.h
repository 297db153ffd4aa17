// ecosystem/mainstreaming/scalability_checklist.h
//
// Twelve questions on whether an innovation can be taken to scale, after the twelve recommendations
// of ExpandNet and WHO, "Beginning with the end in mind" (2011). The words are ours; that the order
// is that of the guide is still to be compared with it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::ecosystem {

inline constexpr std::size_t kChecklistItems = 12;

enum class ChecklistAnswer : std::uint8_t { unknown, no, partly, yes };

std::string_view name_of(ChecklistAnswer answer);

/// The question of an item, 0 to 11.
std::string_view checklist_question(std::size_t item);

struct ChecklistLine {
  ChecklistAnswer answer = ChecklistAnswer::unknown;
  std::string evidence;  ///< what the answer rests on
  bool operator==(const ChecklistLine&) const = default;
};

using Checklist = std::array<ChecklistLine, kChecklistItems>;

/// How many items have which answer. No score: twelve answers do not add up to one.
struct ChecklistCounts {
  std::size_t yes = 0, partly = 0, no = 0, unknown = 0;
  bool operator==(const ChecklistCounts&) const = default;
};

ChecklistCounts counts_of(const Checklist& checklist);

/// Whether it may be submitted: each item is answered, "unknown" counts as an answer where its
/// evidence says what is not known. Errors: `unmet` naming the item by its number from 1.
Result<> check_answered(const Checklist& checklist);

}  // namespace tributary::ecosystem
