#include "ecosystem/panel/reviewer_event.h"

#include <array>
#include <string>

namespace tributary::ecosystem {
namespace {

std::unexpected<Error> no_reviewer_here() {
  return fail(ErrorCode::not_permitted, "the chair has assigned other reviewers to this gate",
              "assignment");
}

std::unexpected<Error> conflict(std::string why) {
  return fail(ErrorCode::conflict, std::move(why), "assignment");
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
    return conflict("this reviewer has declared an interest, and judges nothing at this gate");
  }
  const bool is_absent = !last || last == ReviewerEventKind::released;
  switch (next) {
    case ReviewerEventKind::assigned:
      return is_absent ? Result<>() : conflict("this reviewer is assigned already");
    case ReviewerEventKind::released:
      return is_absent ? conflict("this reviewer is not assigned") : Result<>();
    case ReviewerEventKind::declared:
      if (last == ReviewerEventKind::declared) return conflict("you have declared your interests");
      [[fallthrough]];
    case ReviewerEventKind::recused:
      if (last == ReviewerEventKind::released || (!last && panel == PanelKind::assigned)) {
        return no_reviewer_here();
      }
  }
  return {};
}

Result<> check_may_score(std::optional<ReviewerEventKind> last, PanelKind panel) {
  if (last == ReviewerEventKind::recused) {
    return fail(ErrorCode::not_permitted, "who has an interest gives no scores", "independence");
  }
  if (last == ReviewerEventKind::released || (!last && panel == PanelKind::assigned))
    return no_reviewer_here();
  if (last == ReviewerEventKind::declared) return {};
  return fail(ErrorCode::unmet, "Declare your interests, or that you have none, before you score.",
              "declaration");
}

}  // namespace tributary::ecosystem
