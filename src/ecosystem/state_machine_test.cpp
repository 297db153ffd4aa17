// Every machine by its own table: each move that is in it works, each other one is refused with its
// reason, and docs/state-machines.md says what the tables say.
#include "ecosystem/state_machine.h"

#include <gtest/gtest.h>

#include <set>

#include "base/file.h"
#include "ecosystem/application/application_stage.h"
#include "ecosystem/framework/amendment_state.h"
#include "ecosystem/framework/version_state.h"
#include "ecosystem/hub/hub_state.h"
#include "ecosystem/innovation/stage.h"
#include "ecosystem/mainstreaming/case_state.h"
#include "ecosystem/partnership/claim.h"
#include "ecosystem/partnership/offer_state.h"
#include "ecosystem/partnership/thread_state.h"
#include "ecosystem/pilot/pilot_state.h"
#include "ecosystem/pilot/protocol_state.h"

namespace tributary::ecosystem {
namespace {

template <class Machine>
class StateMachine : public testing::Test {
 protected:
  using State = typename Machine::State;
  using Act = typename Machine::Act;
  using Need = typename Machine::Need;

  /// Of every move, both ends.
  static std::set<State> states() {
    std::set<State> all;
    for (const auto& move : Machine::moves()) {
      all.insert(move.from);
      all.insert(move.to);
    }
    return all;
  }
  static std::set<Act> acts() {
    std::set<Act> all;
    for (const auto& move : Machine::moves()) all.insert(move.act);
    return all;
  }
  static Roles all_roles_without(Roles some) {
    Roles others;
    for (std::size_t role = 0; role < kRoles; ++role) {
      if (!some.contains(static_cast<Role>(role))) others.add(static_cast<Role>(role));
    }
    return others;
  }
};

using Machines = testing::Types<VersionMachine, AmendmentMachine, ApplicationMachine,
                                PipelineMachine, CaseMachine, ProtocolMachine, PilotMachine,
                                HubMachine, ClaimMachine, OfferMachine, ThreadMachine>;
TYPED_TEST_SUITE(StateMachine, Machines);

TYPED_TEST(StateMachine, EachMoveOfTheTableWorksForEachOfItsRoles) {
  for (const auto& move : TypeParam::moves()) {
    move.who.for_each([&](Role role) {
      const auto moved = make_move<TypeParam>(move.from, move.act, Roles{role}, move.needs);
      ASSERT_TRUE(moved) << moved.error().text();
      EXPECT_EQ(*moved, move.to);
    });
    EXPECT_FALSE(move.who.empty());
  }
}

TYPED_TEST(StateMachine, NobodyElseMayAndTheRefusalNamesWhoMay) {
  for (const auto& move : TypeParam::moves()) {
    const auto others = this->all_roles_without(move.who);
    const auto refused = make_move<TypeParam>(move.from, move.act, others, move.needs);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_permitted);
    EXPECT_NE(refused.error().message.find(names_of(move.who)), std::string::npos);
    EXPECT_EQ(refused.error().refusal->code, "role_needed");
    EXPECT_EQ(refused.error().refusal->parts.back().words, words_of(move.who));
  }
}

TYPED_TEST(StateMachine, EachNeedThatIsNotMetIsNamed) {
  for (const auto& move : TypeParam::moves()) {
    move.needs.for_each([&](auto need) {
      const auto met = move.needs.without({need});
      const auto refused = make_move<TypeParam>(move.from, move.act, move.who, met);
      ASSERT_FALSE(refused);
      EXPECT_EQ(refused.error().code, ErrorCode::unmet);
      EXPECT_TRUE(refused.error().message.ends_with("needs " + std::string(name_of(need))));
      EXPECT_EQ(refused.error().refusal->code, "still_needed");
      EXPECT_EQ(refused.error().refusal->parts.back().words,
                std::vector{std::string(name_of(need))});
    });
  }
}

TYPED_TEST(StateMachine, EveryOtherMoveIsRefusedAndTheRefusalNamesWhatThereIs) {
  std::set<std::pair<typename TypeParam::State, typename TypeParam::Act>> in_table;
  for (const auto& move : TypeParam::moves()) {
    EXPECT_TRUE(in_table.emplace(move.from, move.act).second)
        << name_of(move.from) << " knows " << name_of(move.act) << " twice";
  }
  const auto everybody = this->all_roles_without({});
  for (const auto state : this->states()) {
    for (const auto act : this->acts()) {
      if (in_table.contains({state, act})) continue;
      const auto refused = make_move<TypeParam>(state, act, everybody, {});
      ASSERT_FALSE(refused);
      EXPECT_EQ(refused.error().code, ErrorCode::conflict);
      const auto acts = acts_in<TypeParam>(state);
      EXPECT_NE(refused.error().message.find(acts.empty() ? "final" : names_of(acts)),
                std::string::npos);
      EXPECT_EQ(refused.error().refusal->code, "no_such_act");
      EXPECT_EQ(refused.error().refusal->parts.back().words, words_of(acts));
    }
  }
}

TYPED_TEST(StateMachine, TellsWhatComesNextWhoMustActAndWhatIsMissing) {
  for (const auto& move : TypeParam::moves()) {
    const auto next = next_acts<TypeParam>(move.from, {});
    const auto found = std::ranges::find(next, move.act, &NextAct<TypeParam>::act);
    ASSERT_NE(found, next.end());
    EXPECT_EQ(found->to, move.to);
    EXPECT_EQ(found->who, move.who);
    EXPECT_EQ(found->missing, move.needs);
    for (const auto& each : next_acts<TypeParam>(move.from, move.needs)) {
      EXPECT_TRUE(each.act != move.act || each.missing.empty());
    }
  }
}

TYPED_TEST(StateMachine, NamesTellAllApart) {
  std::set<std::string> state_names, act_names;
  for (const auto state : this->states()) state_names.emplace(name_of(state));
  for (const auto act : this->acts()) act_names.emplace(name_of(act));
  EXPECT_EQ(state_names.size(), this->states().size());
  EXPECT_EQ(act_names.size(), this->acts().size());
}

TYPED_TEST(StateMachine, IsPrintedInTheDocuments) {
  const auto page = read_file(Path(TRIBUTARY_SOURCE_DIR) / "docs/state-machines.md");
  ASSERT_TRUE(page);
  EXPECT_NE(page->find(printed_table<TypeParam>()), std::string::npos)
      << "docs/state-machines.md wants:\n"
      << printed_table<TypeParam>();
}

TEST(NamesOf, ReadsAsASentence) {
  EXPECT_EQ(names_of(Roles{}), "");
  EXPECT_EQ(names_of(Roles{Role::reviewer}), "reviewer");
  EXPECT_EQ(names_of(Roles{Role::member, Role::auditor}), "member and auditor");
  EXPECT_EQ(names_of(Roles{Role::auditor, Role::visitor, Role::member}),
            "visitor, member and auditor");
}

}  // namespace
}  // namespace tributary::ecosystem
