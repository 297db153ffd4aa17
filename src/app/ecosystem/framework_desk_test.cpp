#include "app/ecosystem/framework_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

using ecosystem::Actor;
using ecosystem::AmendmentAct;
using ecosystem::ChangeKind;
using ecosystem::Level;
using ecosystem::PositionKind;
using ecosystem::Role;
using ecosystem::ScopeKind;
using ecosystem::VersionAct;
using ecosystem::VersionNumber;
using ecosystem::VersionState;
using testing::HasSubstr;

constexpr VersionNumber kStarter{0, 1, 0}, kMinor{0, 2, 0}, kMajor{1, 0, 0};
const std::vector<std::string> kStates = {"CY", "FI", "IE", "PT", "RO"};

class FrameworkDeskTest : public sql::DatabaseTest {
 protected:
  store::ConnectionPool connections_{database_.location()};
  FixedClock clock_{Date(20'000)};
  FrameworkDesk desk_{connections_, clock_};
  const Actor visitor_;
  const Actor steward_ = actor(1, {{Role::framework_steward, {}}});

  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(desk_.begin_with_starter());
    std::vector<ecosystem::EntitledState> entitled;
    for (const auto& state : kStates) entitled.push_back({{state}, 1'000'000});
    ASSERT_TRUE(desk_.set_rule(steward_,
                               {.majority = ecosystem::MajorityKind::qualified,
                                .quorum_percent = 80,
                                .states_percent = 60},
                               entitled));
  }

  /// Signed in, so a member too.
  static Actor actor(std::int64_t person, std::vector<ecosystem::Grant> grants = {}) {
    grants.push_back({Role::member, {}});
    return {.person = {person}, .grants = std::move(grants)};
  }

  static Actor representative_of(const std::string& state) {
    const auto place = std::ranges::find(kStates, state) - kStates.begin();
    return actor(10 + place,
                 {{Role::member_state_representative, {ScopeKind::member_state, state}}});
  }

  store::Revision revision(const VersionNumber& number) {
    return desk_.view(number).value().version.summary.revision;
  }

  VersionState state(const VersionNumber& number) {
    return desk_.view(number).value().version.summary.state;
  }

  Result<> move(const VersionNumber& number, VersionAct act, std::string reasons = {}) {
    return desk_.move(
        steward_,
        MoveVersion{
            .number = number, .seen = revision(number), .act = act, .reasons = std::move(reasons)});
  }

  Result<> position(const VersionNumber& number, const std::string& state, PositionKind kind,
                    std::string text = {}) {
    return desk_.take_position(
        representative_of(state),
        {.number = number, .state = {state}, .kind = kind, .text = std::move(text)});
  }

  void agree(const VersionNumber& number) {
    ASSERT_TRUE(move(number, VersionAct::consult));
    ASSERT_TRUE(move(number, VersionAct::propose));
    for (const auto& state : kStates) {
      ASSERT_TRUE(state == "RO" ? position(number, state, PositionKind::agree_with_reservation,
                                           "E4 is costly")
                                : position(number, state, PositionKind::agree));
    }
    ASSERT_TRUE(move(number, VersionAct::agree));
  }

  EditVersion edit_of(const VersionNumber& number) {
    const auto version = desk_.view(number).value().version;
    return {.number = number,
            .seen = version.summary.revision,
            .title = version.text.title,
            .items = version.text.items};
  }

  store::AuditVerdict audit() {
    auto lease = connections_.lend().value();
    return store::verify_audit_trail(*lease).value();
  }
};

TEST_P(FrameworkDeskTest, BeginsWithTheStarterOnce) {
  ASSERT_TRUE(desk_.begin_with_starter());
  ASSERT_EQ(desk_.versions().value().size(), 1);
  const auto view = desk_.view(kStarter).value();
  EXPECT_EQ(view.version.summary.state, VersionState::draft);
  EXPECT_EQ(view.version.text.items.size(), 19);
  EXPECT_TRUE(ecosystem::check_complete(view.version.text));
  ASSERT_EQ(view.next.size(), 2);
  EXPECT_EQ(view.next[0].act, VersionAct::consult);
  EXPECT_TRUE(view.next[0].missing.empty());
  EXPECT_EQ(desk_.view({9, 9, 9}).error().code, ErrorCode::not_found);
}

TEST_P(FrameworkDeskTest, FiveStatesAgreeOneOfThemWithAReservation) {
  agree(kStarter);
  const auto view = desk_.view(kStarter).value();
  EXPECT_EQ(view.version.summary.state, VersionState::agreed);
  ASSERT_TRUE(view.outcome);
  EXPECT_EQ(view.outcome->agree, 4);
  EXPECT_EQ(view.outcome->agree_with_reservation, 1);
  ASSERT_EQ(view.moves.size(), 3);
  EXPECT_EQ(view.moves[2].by, steward_.person);
  EXPECT_EQ(view.positions.back().position.text, "E4 is costly");
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(FrameworkDeskTest, IsNotAgreedWithoutTheMajority) {
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  ASSERT_TRUE(move(kStarter, VersionAct::propose));
  ASSERT_TRUE(position(kStarter, "CY", PositionKind::agree));
  EXPECT_EQ(move(kStarter, VersionAct::agree).error().code, ErrorCode::unmet);
  EXPECT_EQ(state(kStarter), VersionState::final_proposal);
}

TEST_P(FrameworkDeskTest, AVersionKeepsTheRuleThatItWasProposedUnder) {
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  ASSERT_TRUE(move(kStarter, VersionAct::propose));
  ASSERT_TRUE(desk_.set_rule(steward_, {.quorum_percent = 10}, {{{"PT"}, 1}}));
  const auto view = desk_.view(kStarter).value();
  EXPECT_EQ(view.rule->entitled.size(), 5);
  EXPECT_EQ(view.outcome->entitled, 5);
}

TEST_P(FrameworkDeskTest, AgreedTextNeverChanges) {
  const auto before = desk_.view(kStarter).value().version.text.items;
  auto edit = edit_of(kStarter);
  edit.items[0].text = "Anything else.";
  for (const auto act : {VersionAct::consult, VersionAct::propose}) {
    ASSERT_TRUE(move(kStarter, act));
    edit.seen = revision(kStarter);
    EXPECT_EQ(desk_.edit(steward_, edit).error().code, ErrorCode::conflict);
  }
  for (const auto& member_state : kStates) position(kStarter, member_state, PositionKind::agree);
  ASSERT_TRUE(move(kStarter, VersionAct::agree));
  edit.seen = revision(kStarter);
  EXPECT_THAT(desk_.edit(steward_, edit).error().message, HasSubstr("never changes"));
  EXPECT_EQ(position(kStarter, "PT", PositionKind::object, "late").error().code,
            ErrorCode::conflict);
  EXPECT_EQ(desk_.view(kStarter).value().version.text.items, before);
}

TEST_P(FrameworkDeskTest, SupersededByAMinorAndAMajorVersionLevelsCarryAsTheChangeMapSays) {
  agree(kStarter);
  ASSERT_TRUE(desk_.draft(steward_, {.based_on = kStarter, .number = kMinor, .title = "Minor"}));
  auto minor = edit_of(kMinor);
  minor.items[0].text += " Said more clearly.";
  auto added = minor.items[8];
  added.key = {"E10"};
  added.name = "Something new";
  minor.items.insert(minor.items.begin() + 9, added);
  ASSERT_TRUE(desk_.edit(steward_, minor));
  agree(kMinor);
  ASSERT_TRUE(move(kStarter, VersionAct::supersede));

  ASSERT_TRUE(desk_.draft(steward_, {.based_on = kMinor, .number = kMajor, .title = "Major"}));
  auto major = edit_of(kMajor);
  major.items.erase(major.items.begin() + 1);  // E2 merges into E1
  auto map = desk_.view(kMajor).value().version.change_map;
  std::erase_if(map, [](const auto& change) {
    return change.from == std::vector<ecosystem::ItemKey>{{"E1"}} ||
           change.from == std::vector<ecosystem::ItemKey>{{"E2"}};
  });
  map.push_back({ChangeKind::merged, {{"E1"}, {"E2"}}, {{"E1"}}});
  major.items[0].text += " And steered together.";
  major.change_map = map;
  ASSERT_TRUE(desk_.edit(steward_, major));
  agree(kMajor);
  ASSERT_TRUE(move(kMinor, VersionAct::supersede));

  const std::map<ecosystem::ItemKey, Level> stated = {
      {{"E1"}, Level::emerging}, {{"E2"}, Level::ad_hoc}, {{"E3"}, Level::established}};
  const auto to_minor = desk_.difference(kStarter, kMinor).value();
  EXPECT_EQ(to_minor.least_bump, ecosystem::Bump::minor);
  EXPECT_EQ(ecosystem::carried_over(stated, to_minor.changes), stated);
  const auto to_major = desk_.difference(kMinor, kMajor).value();
  EXPECT_EQ(to_major.least_bump, ecosystem::Bump::major);
  const std::map<ecosystem::ItemKey, Level> carried = {{{"E3"}, Level::established}};
  EXPECT_EQ(ecosystem::carried_over(stated, to_major.changes), carried);
  EXPECT_EQ(state(kStarter), VersionState::superseded);
  EXPECT_EQ(state(kMajor), VersionState::agreed);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(FrameworkDeskTest, AMajorChangeNeedsAMajorNumber) {
  ASSERT_TRUE(desk_.draft(steward_, {.based_on = kStarter, .number = kMinor, .title = "Minor"}));
  auto edit = edit_of(kMinor);
  edit.items.erase(edit.items.begin());
  ASSERT_TRUE(desk_.edit(steward_, edit));
  EXPECT_THAT(move(kMinor, VersionAct::consult).error().message, HasSubstr("1.0.0"));
}

TEST_P(FrameworkDeskTest, WhatIsIncompleteIsNamed) {
  auto edit = edit_of(kStarter);
  edit.items[3].level_descriptors[2].clear();
  ASSERT_TRUE(desk_.edit(steward_, edit));
  EXPECT_THAT(move(kStarter, VersionAct::consult).error().text(), HasSubstr("E4"));
}

TEST_P(FrameworkDeskTest, AmendmentsAreDebatedBeforeTheFinalProposal) {
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  const auto anna = actor(20), bela = actor(21);
  const ProposeAmendment proposal{.number = kStarter,
                                  .item = {"E4"},
                                  .before = "Resources",
                                  .after = "Resources and time",
                                  .reason = "Time is what is missing most."};
  const auto first = desk_.propose(anna, proposal).value();
  const auto second = desk_.propose(bela, proposal).value();
  EXPECT_EQ(move(kStarter, VersionAct::propose).error().code, ErrorCode::unmet);
  ASSERT_TRUE(desk_.support(actor(22), second));
  ASSERT_TRUE(desk_.move(steward_, MoveAmendment{.id = second,
                                                 .seen = {1},
                                                 .act = AmendmentAct::merge,
                                                 .reasons = "The same.",
                                                 .merge_into = first}));
  auto amendments = desk_.view(kStarter).value().amendments;
  EXPECT_EQ(amendments[0].supporters.size(), 3);  // with both of the second
  EXPECT_EQ(amendments[1].merged_into, first);
  ASSERT_TRUE(
      desk_.move(steward_, MoveAmendment{.id = first, .seen = {1}, .act = AmendmentAct::debate}));
  EXPECT_EQ(
      desk_.move(steward_, MoveAmendment{.id = first, .seen = {2}, .act = AmendmentAct::reject})
          .error()
          .code,
      ErrorCode::unmet);
  ASSERT_TRUE(desk_.move(steward_, MoveAmendment{.id = first,
                                                 .seen = {2},
                                                 .act = AmendmentAct::accept,
                                                 .reasons = "Agreed at the meeting."}));
  const auto decided = desk_.view(kStarter).value().amendments[0].moves;
  ASSERT_EQ(decided.size(), 2);
  EXPECT_EQ(decided[1].reasons, "Agreed at the meeting.");
  EXPECT_TRUE(move(kStarter, VersionAct::propose));
  EXPECT_EQ(desk_.support(actor(23), first).error().code, ErrorCode::conflict);
}

TEST_P(FrameworkDeskTest, AnAmendmentIsWithdrawnByWhoProposedIt) {
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  const auto id =
      desk_
          .propose(actor(20),
                   {.number = kStarter, .item = {"P1"}, .before = "a", .after = "b", .reason = "c"})
          .value();
  const MoveAmendment withdrawal{
      .id = id, .seen = {1}, .act = AmendmentAct::withdraw, .reasons = "No longer."};
  auto stale = withdrawal;
  stale.seen = {7};
  EXPECT_EQ(desk_.move(actor(20), stale).error().code, ErrorCode::conflict);
  EXPECT_EQ(desk_.move(actor(21), withdrawal).error().code, ErrorCode::not_permitted);
  EXPECT_TRUE(desk_.move(actor(20), withdrawal));
}

TEST_P(FrameworkDeskTest, NobodyActsWithoutTheRight) {
  const auto refused = [](const Result<>& result) {
    return !result && result.error().code == ErrorCode::not_permitted;
  };
  const auto member = actor(30);
  const auto edit = edit_of(kStarter);
  for (const auto& who : {visitor_, member, representative_of("PT")}) {
    EXPECT_TRUE(refused(desk_.draft(who, {.number = kMajor, .title = "x"})));
    EXPECT_TRUE(refused(desk_.edit(who, edit)));
    EXPECT_TRUE(refused(desk_.move(who, MoveVersion{.number = kStarter, .seen = edit.seen})));
    EXPECT_TRUE(refused(desk_.set_rule(who, {}, {{{"PT"}, 1}})));
  }
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  const TakePosition for_portugal{.number = kStarter, .state = {"PT"}, .kind = PositionKind::agree};
  for (const auto& who : {visitor_, member, steward_, representative_of("RO")}) {
    EXPECT_TRUE(refused(desk_.take_position(who, for_portugal)));
  }
  EXPECT_TRUE(desk_.view(kStarter).value().positions.empty());
  EXPECT_EQ(desk_.propose(visitor_, {.number = kStarter, .after = "b", .reason = "c"}).error().code,
            ErrorCode::not_permitted);
}

TEST_P(FrameworkDeskTest, AStateThatIsNotEntitledTakesNoPosition) {
  ASSERT_TRUE(move(kStarter, VersionAct::consult));
  const auto malta =
      actor(40, {{Role::member_state_representative, {ScopeKind::member_state, "MT"}}});
  EXPECT_EQ(
      desk_.take_position(malta, {.number = kStarter, .state = {"MT"}, .kind = PositionKind::agree})
          .error()
          .code,
      ErrorCode::invalid_argument);
  EXPECT_FALSE(position(kStarter, "PT", PositionKind::agree_with_reservation));
}

TEST_P(FrameworkDeskTest, WhoSawAnOlderRevisionIsToldAndNothingIsLost) {
  auto mine = edit_of(kStarter), theirs = edit_of(kStarter);
  mine.items[0].name = "Mine";
  theirs.items[0].name = "Theirs";
  ASSERT_TRUE(desk_.edit(steward_, mine));
  EXPECT_EQ(desk_.edit(steward_, theirs).error().code, ErrorCode::conflict);
  EXPECT_EQ(desk_.view(kStarter).value().version.text.items[0].name, "Mine");
}

TEST_P(FrameworkDeskTest, OfManyEditorsAtOnceNoneOverwritesAnother) {
  constexpr int kEditors = 8, kEach = 6;
  std::atomic<int> kept = 0, refused = 0;
  {
    std::vector<std::jthread> editors;
    for (int editor = 0; editor < kEditors; ++editor) {
      editors.emplace_back([&, editor] {
        for (int edit = 0; edit < kEach; ++edit) {
          auto request = edit_of(kStarter);
          request.title += '+';
          const auto done = desk_.edit(actor(editor, {{Role::framework_steward, {}}}), request);
          ++(done ? kept : refused);
          if (!done) {
            EXPECT_EQ(done.error().code, ErrorCode::conflict);
          }
        }
      });
    }
  }
  EXPECT_EQ(kept + refused, kEditors * kEach);
  const auto title = desk_.view(kStarter).value().version.text.title;
  EXPECT_EQ(std::ranges::count(title, '+'), kept);
  EXPECT_TRUE(audit().is_whole());
}

TRIBUTARY_ON_BOTH_ENGINES(FrameworkDeskTest);

}  // namespace
}  // namespace tributary::app
