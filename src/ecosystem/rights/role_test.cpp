#include "ecosystem/rights/role.h"

#include <gtest/gtest.h>

#include <set>

namespace tributary::ecosystem {
namespace {

const Scope kPortugal{ScopeKind::member_state, "PT"}, kRomania{ScopeKind::member_state, "RO"};

TEST(Role, EachHasANameOfItsOwnThatIsReadBack) {
  std::set<std::string_view> names;
  for (std::size_t role = 0; role < kRoles; ++role) {
    const auto each = static_cast<Role>(role);
    names.insert(name_of(each));
    EXPECT_EQ(role_from_name(name_of(each)), each);
  }
  EXPECT_EQ(names.size(), kRoles);
  EXPECT_FALSE(role_from_name("minister"));
}

TEST(Role, OfAStateIsHeldInThatStateOnly) {
  const std::vector<Grant> grants = {{Role::member_state_representative, kPortugal}};
  EXPECT_TRUE(holds(grants, Role::member_state_representative, kPortugal));
  EXPECT_FALSE(holds(grants, Role::member_state_representative, kRomania));
  EXPECT_FALSE(holds(grants, Role::national_agency_officer, kPortugal));
}

TEST(Role, OfAStateIsNeverHeldEverywhere) {
  const std::vector<Grant> grants = {{Role::member_state_representative, {}}};
  EXPECT_FALSE(holds(grants, Role::member_state_representative, kPortugal));
  EXPECT_FALSE(holds(grants, Role::member_state_representative, {}));
}

TEST(Role, HeldEverywhereIsHeldInEachPlace) {
  const std::vector<Grant> grants = {{Role::framework_steward, {}}};
  EXPECT_TRUE(holds(grants, Role::framework_steward, kPortugal));
  EXPECT_FALSE(holds({}, Role::framework_steward, kPortugal));
}

TEST(Role, EveryoneIsAVisitor) { EXPECT_EQ(roles_in({}, {}), Roles{Role::visitor}); }

TEST(Role, TheRolesInAPlaceAreThoseOfItsOrganisationAndItsState) {
  const Scope school{ScopeKind::organisation, "7"}, other{ScopeKind::organisation, "8"};
  const std::vector<Grant> grants = {{Role::member, {}},
                                     {Role::innovator, school},
                                     {Role::pilot_lead, other},
                                     {Role::member_state_representative, kPortugal}};
  EXPECT_EQ(
      roles_in(grants, std::vector{school, kPortugal}),
      (Roles{Role::visitor, Role::member, Role::innovator, Role::member_state_representative}));
  EXPECT_EQ(roles_in(grants, std::vector{other, kRomania}),
            (Roles{Role::visitor, Role::member, Role::pilot_lead}));
}

}  // namespace
}  // namespace tributary::ecosystem
