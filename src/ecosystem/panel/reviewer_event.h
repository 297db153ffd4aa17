// ecosystem/panel/reviewer_event.h
//
// How a reviewer comes to score an innovation at a gate: the chair asks them, they declare their
// interests, and who has one is out. What happened last says how they stand.
//
//   TRY(check_may_follow(last, ReviewerEventKind::declared, PanelKind::assigned));
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::ecosystem {

enum class ReviewerEventKind : std::uint8_t {
  assigned,  ///< by the chair
  declared,  ///< that there is no interest
  recused,   ///< declared an interest, and judges nothing
  released,  ///< by the chair, with reasons
};

inline constexpr std::size_t kReviewerEventKinds = 4;

std::string_view name_of(ReviewerEventKind kind);

/// Who scores at a gate.
enum class PanelKind : std::uint8_t {
  open,      ///< every reviewer of the panel, as the chair has assigned nobody
  assigned,  ///< those whom the chair has assigned
};

/// `last` is what happened last to this reviewer at this gate, nothing where nothing has. Errors:
/// `not_permitted` for one who is not assigned, `conflict` for what cannot follow, with the reason.
Result<> check_may_follow(std::optional<ReviewerEventKind> last, ReviewerEventKind next,
                          PanelKind panel);

/// What may follow what, as Markdown for docs/state-machines.md.
std::string printed_reviewer_events();

/// Whether what happened last lets a reviewer give scores. Errors as above; `unmet` where the
/// declaration of interests is missing.
Result<> check_may_score(std::optional<ReviewerEventKind> last, PanelKind panel);

}  // namespace tributary::ecosystem
