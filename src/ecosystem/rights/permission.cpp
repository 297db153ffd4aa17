#include "ecosystem/rights/permission.h"

#include <array>

#include "ecosystem/refusals.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {
namespace {

struct Permission {
  std::string_view name;
  Roles roles;
};

/// By action. The administrator has accounts and settings and no part in content or decisions; the
/// auditor reads; the steward prepares and does not vote.
const std::array<Permission, kActions>& permissions() {
  using enum Role;
  static constexpr std::array<Permission, kActions> kPermissions{{
      {"save_search", {member}},
      {"comment", {member}},
      {"support", {member}},
      {"propose_amendment", {member}},
      {"edit_organisation_profile", {organisation_representative}},
      {"answer_partner_request", {organisation_representative}},
      {"edit_framework_draft", {framework_steward}},
      {"take_position", {member_state_representative}},
      {"edit_application", {member_state_representative, national_agency_officer}},
      {"review_application_as_peer", {national_agency_officer}},
      {"propose_innovation", {member}},
      {"edit_innovation", {innovator}},
      {"register_protocol", {innovator, pilot_lead}},
      {"run_pilot", {pilot_lead}},
      {"enter_pilot_data", {pilot_lead}},
      {"lock_pilot_data", {evaluator}},
      {"sign_evidence", {evaluator}},
      {"assess", {reviewer}},
      {"convene_panel", {panel_chair}},
      {"decide_gate", {panel_chair}},
      {"confirm_condition", {panel_chair, member_state_representative}},
      {"confirm_override", {panel_chair, national_agency_officer}},
      {"edit_mainstreaming_case", {innovator, national_agency_officer}},
      {"decide_mainstreaming", {member_state_representative}},
      {"record_adoption", {organisation_representative, national_agency_officer}},
      {"record_provider_answer",
       {organisation_representative, national_agency_officer, member_state_representative}},
      {"record_provider_scope", {national_agency_officer, member_state_representative}},
      {"edit_hub", {hub_manager}},
      {"merge_records", {data_curator}},
      {"moderate_partnerships", {data_curator}},
      {"read_audit_trail", {auditor}},
      {"manage_accounts", {administrator}},
      {"change_settings", {administrator}},
  }};
  return kPermissions;
}

const Permission& permission_of(Action action) {
  return permissions()[static_cast<std::size_t>(action)];
}

}  // namespace

std::string_view name_of(Action action) { return permission_of(action).name; }

Roles roles_for(Action action) { return permission_of(action).roles; }

Result<> check_permission(std::span<const Grant> grants, Action action,
                          std::span<const Scope> scopes) {
  if (roles_for(action).intersects(roles_in(grants, scopes))) return {};
  return fail(ErrorCode::not_permitted,
              std::string(name_of(action)) + " is for " + names_of(roles_for(action)), {},
              role_needed(roles_for(action)));
}

std::string printed_role_matrix() {
  std::string text = "| role | held in | may |\n|---|---|---|\n";
  for (std::size_t number = 0; number < kRoles; ++number) {
    const auto role = static_cast<Role>(number);
    std::string actions;
    for (const auto& permission : permissions()) {
      if (!permission.roles.contains(role)) continue;
      actions += (actions.empty() ? "" : ", ") + std::string(permission.name);
    }
    text += "| " + std::string(name_of(role)) + " | " + std::string(name_of(scope_of(role))) +
            " | " + actions + " |\n";
  }
  return text;
}

}  // namespace tributary::ecosystem
