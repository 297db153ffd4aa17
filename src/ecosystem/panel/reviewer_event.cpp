#include "ecosystem/panel/reviewer_event.h"

#include <array>
#include <string>

#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "ecosystem/rights/permission.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {
namespace {

std::unexpected<Error> no_reviewer_here() {
  return fail(ErrorCode::not_permitted, "the chair has assigned other reviewers to this gate",
              "assignment", house_rule(HouseRule::others_are_assigned));
}

std::unexpected<Error> conflict(std::string why, HouseRule rule) {
  return fail(ErrorCode::conflict, std::move(why), "assignment", house_rule(rule));
}

/// A cell of the printed table: whether it may follow, else the rule that stands against it.
std::string printed_answer(std::optional<ReviewerEventKind> last, ReviewerEventKind next,
                           PanelKind panel) {
  const auto may = check_may_follow(last, next, panel);
  return may ? "yes" : "no: " + may.error().refusal->parts.front().words.front();
}

}  // namespace

std::string_view name_of(ReviewerEventKind kind) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"assigned", "declared", "recused", "released"});
  static_assert(kNames.size() == kReviewerEventKinds);
  return kNames[static_cast<std::size_t>(kind)];
}

Result<> check_may_follow(std::optional<ReviewerEventKind> last, ReviewerEventKind next,
                          PanelKind panel) {
  if (last == ReviewerEventKind::recused) {
    return conflict("this reviewer has declared an interest, and judges nothing at this gate",
                    HouseRule::reviewer_recused);
  }
  const bool is_absent = !last || last == ReviewerEventKind::released;
  switch (next) {
    case ReviewerEventKind::assigned:
      return is_absent ? Result<>()
                       : conflict("this reviewer is assigned already",
                                  HouseRule::reviewer_assigned_already);
    case ReviewerEventKind::released:
      return is_absent ? conflict("this reviewer is not assigned", HouseRule::reviewer_not_assigned)
                       : Result<>();
    case ReviewerEventKind::declared:
      if (last == ReviewerEventKind::declared)
        return conflict("you have declared your interests", HouseRule::declared_already);
      [[fallthrough]];
    case ReviewerEventKind::recused:
      if (last == ReviewerEventKind::released || (!last && panel == PanelKind::assigned)) {
        return no_reviewer_here();
      }
  }
  return {};
}

std::string printed_reviewer_events() {
  using Kind = ReviewerEventKind;
  static constexpr auto kKinds =
      std::to_array<Kind>({Kind::assigned, Kind::declared, Kind::recused, Kind::released});
  const auto who = [](Kind kind) {
    const bool is_of_chair = kind == Kind::assigned || kind == Kind::released;
    return names_of(roles_for(is_of_chair ? Action::convene_panel : Action::assess));
  };
  std::string text =
      "## reviewer assignment\n\n"
      "| last | then | who | where nobody is assigned | where some are |\n|---|---|---|---|---|\n";
  const auto add_rows = [&](std::optional<Kind> last) {
    for (const auto next : kKinds) {
      text += "| " + std::string(last ? name_of(*last) : "nothing") + " | " +
              std::string(name_of(next)) + " | " + who(next) + " | " +
              printed_answer(last, next, PanelKind::open) + " | " +
              printed_answer(last, next, PanelKind::assigned) + " |\n";
    }
  };
  add_rows(std::nullopt);
  for (const auto last : kKinds) add_rows(last);
  return text;
}

Result<> check_may_score(std::optional<ReviewerEventKind> last, PanelKind panel) {
  if (last == ReviewerEventKind::recused) {
    return fail(ErrorCode::not_permitted, "who has an interest gives no scores", "independence",
                not_independent(Interest::declared));
  }
  if (last == ReviewerEventKind::released || (!last && panel == PanelKind::assigned))
    return no_reviewer_here();
  if (last == ReviewerEventKind::declared) return {};
  return fail(ErrorCode::unmet, "Declare your interests, or that you have none, before you score.",
              "declaration", house_rule(HouseRule::declaration_missing));
}

}  // namespace tributary::ecosystem
