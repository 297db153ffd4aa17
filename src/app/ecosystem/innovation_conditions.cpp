// What becomes of the conditions that decisions carry; see innovation_desk.h.
#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/innovation_desk.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// Errors: `unmet` where no decision has it.
Result<eco::Condition> find_condition(const InnovationFile& file,
                                      const store::ConditionName& name) {
  const auto move =
      std::ranges::find(file.moves, name.decision, &store::InnovationMove::from_revision);
  if (move != file.moves.end() && name.ordinal >= 0 &&
      name.ordinal < std::ssize(move->conditions)) {
    return move->conditions[static_cast<std::size_t>(name.ordinal)];
  }
  return fail(ErrorCode::unmet, "no decision has this condition",
              subject_of_innovation(file.now.id),
              eco::house_rule(eco::HouseRule::no_such_condition));
}

}  // namespace

Result<> InnovationDesk::confirm_condition(const eco::Actor& actor,
                                           const ConfirmCondition& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  const auto may = eco::roles_for(eco::Action::confirm_condition);
  const auto roles = roles_at(file, actor, file.now.mainstreaming_state);
  if (!may.intersects(roles)) {
    return fail(ErrorCode::not_permitted,
                std::string(name_of(eco::Action::confirm_condition)) + " is for " +
                    eco::names_of(may) + " who judge it",
                subject_of_innovation(request.id), eco::role_needed(may));
  }
  TRY(check_independent(file, actor));
  TRY(check_seen(file, request.seen));
  TRY(check_filled(request.shown_by, "shown_by", "Say what shows that the condition is met."));
  const auto condition = TRY(find_condition(file, request.condition));
  TRY(store::insert_met_condition(
      connection, request.id,
      {.name = request.condition,
       .shown_by = request.shown_by,
       .role = roles.contains(eco::Role::panel_chair) ? eco::Role::panel_chair
                                                      : eco::Role::member_state_representative,
       .at = change.at(),
       .by = actor.person}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit(
      "innovation.confirm_condition", subject_of_innovation(request.id),
      audit_detail({{"condition", condition.text}, {"shown_by", request.shown_by}}));
}

}  // namespace tributary::app
