// ecosystem/rights/permission.h
//
// Which role may do what. The table is the code; docs/roles.md is printed from it. A role counts
// where the thing belongs: an application to its Member State, an innovation to the organisations
// of its team, an assessment to its panel. Moves of state machines name their roles themselves
// (state_machine.h); what stands here is everything else that changes something, and what is not
// for everybody to read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ecosystem/rights/role.h"

namespace tributary::ecosystem {

enum class Action : std::uint8_t {
  save_search,
  comment,
  support,
  propose_amendment,
  edit_organisation_profile,
  answer_partner_request,
  edit_framework_draft,
  take_position,
  edit_application,
  review_application_as_peer,
  propose_innovation,
  edit_innovation,
  register_protocol,
  run_pilot,
  enter_pilot_data,
  lock_pilot_data,
  sign_evidence,
  assess,
  convene_panel,
  decide_gate,
  confirm_condition,
  confirm_override,
  edit_mainstreaming_case,
  decide_mainstreaming,
  record_adoption,
  record_provider_answer,
  record_provider_scope,
  edit_hub,
  merge_records,
  moderate_partnerships,
  read_audit_trail,
  manage_accounts,
  change_settings,
};

inline constexpr std::size_t kActions = 33;

std::string_view name_of(Action action);

/// Who may, where it belongs.
Roles roles_for(Action action);

/// Whether the grants allow the action on something that belongs to all of `scopes`. Errors:
/// `not_permitted` naming the roles that may.
Result<> check_permission(std::span<const Grant> grants, Action action,
                          std::span<const Scope> scopes);

/// Roles by actions as Markdown, for docs/roles.md.
std::string printed_role_matrix();

}  // namespace tributary::ecosystem
