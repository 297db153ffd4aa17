#include "ecosystem/mainstreaming/scalability_checklist.h"

namespace tributary::ecosystem {

std::string_view name_of(ChecklistAnswer answer) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"unknown", "no", "partly", "yes"});
  return kNames[static_cast<std::size_t>(answer)];
}

std::string_view checklist_question(std::size_t item) {
  static constexpr std::array<std::string_view, kChecklistItems> kQuestions = {
      "Have those who would run, fund and use it at scale taken part from the beginning?",
      "Does it answer a need that providers and authorities themselves see?",
      "Have all agreed what its spread is expected to bring, and how far it is to go?",
      "Is it fitted to the culture, language and institutions of where it is to work?",
      "Is it as simple as it can be?",
      "Was it tried in the variety of places in which it is to work?",
      "Was it tried with the staff, budget and rules that an ordinary provider has?",
      "Is it written down how it was put into practice, and is that being assessed?",
      "Is its funding after the pilot being worked for?",
      "Are the changes of rules and policy that it needs being prepared?",
      "Is there a plan for how others learn of it and from it?",
      "Is its spread held back until there is the evidence that it asks for?",
  };
  return kQuestions[item];
}

ChecklistCounts counts_of(const Checklist& checklist) {
  ChecklistCounts counts;
  for (const auto& line : checklist) {
    switch (line.answer) {
      case ChecklistAnswer::yes:
        ++counts.yes;
        break;
      case ChecklistAnswer::partly:
        ++counts.partly;
        break;
      case ChecklistAnswer::no:
        ++counts.no;
        break;
      case ChecklistAnswer::unknown:
        ++counts.unknown;
        break;
    }
  }
  return counts;
}

Result<> check_answered(const Checklist& checklist) {
  for (std::size_t item = 0; item < kChecklistItems; ++item) {
    if (!checklist[item].evidence.empty()) continue;
    return fail(ErrorCode::unmet, "the answer needs what it rests on",
                "checklist item " + std::to_string(item + 1));
  }
  return {};
}

}  // namespace tributary::ecosystem
