#include "app/ecosystem/innovation_checks.h"

#include <algorithm>

#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "ecosystem/state_machine.h"

namespace tributary::app {

namespace eco = ecosystem;

Result<> check_seen(const InnovationFile& file, store::Revision seen) {
  return store::check_revision(file.now.revision, seen, subject_of_innovation(file.now.id));
}

Result<> check_team_role(const InnovationFile& file, const eco::Actor& actor, eco::Action action) {
  const auto roles = eco::roles_for(action);
  if (roles.intersects(roles_in_team(file, actor.person))) return {};
  return fail(ErrorCode::not_permitted,
              std::string(name_of(action)) + " is for " + eco::names_of(roles) + " of its team",
              subject_of_innovation(file.now.id), eco::role_needed(roles));
}

Result<> check_open_for_work(const InnovationFile& file) {
  const auto& state = file.now.state;
  if (state.standing == eco::Standing::active && state.stage < eco::Stage::assessment) return {};
  return fail(ErrorCode::conflict,
              "it is " + name_of(state) + ": its team works on it while it is identified, tested " +
                  "or developed",
              subject_of_innovation(file.now.id),
              eco::not_in_this_state(eco::PipelineMachine::kName, name_of(state)));
}

Result<> check_organisation(const eco::Actor& actor, const std::string& organisation) {
  if (organisation.empty()) return {};
  const eco::Scope scope{eco::ScopeKind::organisation, organisation};
  if (std::ranges::find(actor.grants, scope, &eco::Grant::scope) != actor.grants.end()) return {};
  return fail(ErrorCode::not_permitted, "you hold no role in this organisation", "organisation",
              eco::house_rule(eco::HouseRule::not_your_organisation));
}

Result<> check_filled(std::string_view text, std::string field, std::string message) {
  if (!eco::is_blank(text)) return {};
  return fail(ErrorCode::invalid_argument, std::move(message), std::move(field),
              Refusal{.code = "empty"});
}

}  // namespace tributary::app
