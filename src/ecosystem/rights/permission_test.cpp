#include "ecosystem/rights/permission.h"

#include <gtest/gtest.h>

#include <set>

#include "base/file.h"

namespace tributary::ecosystem {
namespace {

const Scope kSchool{ScopeKind::organisation, "7"};
const Scope kPanel{ScopeKind::panel, "3"};
const Scope kPortugal{ScopeKind::member_state, "PT"}, kRomania{ScopeKind::member_state, "RO"};

/// In the scope in which such a role is held.
Grant grant(Role role, const std::vector<Scope>& scopes) {
  for (const auto& scope : scopes) {
    if (scope.kind == scope_of(role)) return {role, scope};
  }
  return {role, {}};
}

const std::vector<Scope> kAllPlaces = {kSchool, kPanel, kPortugal, {ScopeKind::hub, "north"}};

TEST(Permission, IsGivenToTheRolesOfTheTableAndToNobodyElse) {
  for (std::size_t number = 0; number < kActions; ++number) {
    const auto action = static_cast<Action>(number);
    for (std::size_t each = 0; each < kRoles; ++each) {
      const auto role = static_cast<Role>(each);
      const std::vector<Grant> grants = {grant(role, kAllPlaces)};
      EXPECT_EQ(check_permission(grants, action, kAllPlaces).has_value(),
                roles_for(action).contains(role))
          << name_of(role) << ' ' << name_of(action);
    }
  }
}

TEST(Permission, EndsAtTheBorderOfTheState) {
  const std::vector<Grant> grants = {{Role::member_state_representative, kPortugal}};
  EXPECT_TRUE(check_permission(grants, Action::take_position, std::vector{kPortugal}));
  const auto refused = check_permission(grants, Action::take_position, std::vector{kRomania});
  EXPECT_EQ(refused.error().code, ErrorCode::not_permitted);
  EXPECT_EQ(refused.error().message, "take_position is for member_state_representative");
}

TEST(Permission, AdministratorsDecideNothingAuditorsChangeNothingAndStewardsDoNotVote) {
  for (const auto action : {Action::decide_gate, Action::decide_mainstreaming, Action::assess,
                            Action::take_position, Action::edit_innovation}) {
    EXPECT_FALSE(roles_for(action).contains(Role::administrator)) << name_of(action);
    EXPECT_FALSE(roles_for(action).contains(Role::framework_steward)) << name_of(action);
  }
  for (std::size_t number = 0; number < kActions; ++number) {
    const auto action = static_cast<Action>(number);
    EXPECT_EQ(roles_for(action).contains(Role::auditor), action == Action::read_audit_trail)
        << name_of(action);
    EXPECT_FALSE(roles_for(action).contains(Role::visitor)) << name_of(action);
  }
}

TEST(Permission, ActionsHaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t action = 0; action < kActions; ++action) {
    names.insert(name_of(static_cast<Action>(action)));
  }
  EXPECT_EQ(names.size(), kActions);
}

TEST(Permission, TheRoleMatrixIsPrintedInTheDocuments) {
  const auto page = read_file(Path(TRIBUTARY_SOURCE_DIR) / "docs/roles.md");
  ASSERT_TRUE(page);
  EXPECT_NE(page->find(printed_role_matrix()), std::string::npos) << "docs/roles.md wants:\n"
                                                                  << printed_role_matrix();
}

}  // namespace
}  // namespace tributary::ecosystem
