#include "app/ecosystem/application_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "app/ecosystem/framework_desk.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

using ecosystem::Actor;
using ecosystem::ApplicationAct;
using ecosystem::ApplicationStage;
using ecosystem::AppliedItem;
using ecosystem::ItemKey;
using ecosystem::ItemStatus;
using ecosystem::Jurisdiction;
using ecosystem::Level;
using ecosystem::Role;
using ecosystem::ScopeKind;
using ecosystem::VersionAct;
using ecosystem::VersionNumber;
using testing::HasSubstr;

constexpr VersionNumber kFirst{0, 1, 0}, kMinor{0, 2, 0}, kMajor{1, 0, 0};
const Jurisdiction kPortugal{.state = {"PT"}}, kNorte{.state = {"PT"}, .region = "PT11"};
const ItemKey kE1{"E1"}, kE2{"E2"}, kE3{"E3"};

class ApplicationDeskTest : public sql::DatabaseTest {
 protected:
  store::ConnectionPool connections_{database_.location()};
  FixedClock clock_{Date(20'000)};
  FrameworkDesk framework_{connections_, clock_};
  ApplicationDesk desk_{connections_, clock_};
  const Actor visitor_;
  const Actor steward_ = actor(1, Role::framework_steward);
  const Actor portugal_ = actor(2, Role::member_state_representative, "PT");
  const Actor agency_ = actor(3, Role::national_agency_officer, "PT");
  const Actor romania_ = actor(4, Role::member_state_representative, "RO");
  const Actor finnish_agency_ = actor(5, Role::national_agency_officer, "FI");

  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(framework_.begin_with_starter());
    ASSERT_TRUE(framework_.set_rule(steward_, {.quorum_percent = 10},
                                    {{{"FI"}, 5'000'000}, {{"PT"}, 10'000'000}}));
    agree(kFirst);
  }

  static Actor actor(std::int64_t person, Role role, const std::string& state = {}) {
    const auto scope =
        state.empty() ? ecosystem::Scope{} : ecosystem::Scope{ScopeKind::member_state, state};
    return {.person = {person}, .grants = {{Role::member, {}}, {role, scope}}};
  }

  void agree(const VersionNumber& number) {
    for (const auto act : {VersionAct::consult, VersionAct::propose, VersionAct::agree}) {
      if (act == VersionAct::agree) {
        ASSERT_TRUE(framework_.take_position(
            portugal_,
            {.number = number, .state = {"PT"}, .kind = ecosystem::PositionKind::agree}));
      }
      const auto seen = framework_.view(number).value().version.summary.revision;
      ASSERT_TRUE(
          framework_.move(steward_, MoveVersion{.number = number, .seen = seen, .act = act}));
    }
  }

  /// A version after `older`, with `change` made to its draft.
  template <class Change>
  void agree_after(const VersionNumber& older, const VersionNumber& number, Change change) {
    ASSERT_TRUE(framework_.draft(steward_, {.based_on = older, .number = number, .title = "Next"}));
    const auto drafted = framework_.view(number).value().version;
    EditVersion edit{.number = number,
                     .seen = drafted.summary.revision,
                     .title = "Next",
                     .items = drafted.text.items,
                     .change_map = drafted.change_map};
    change(edit);
    ASSERT_TRUE(framework_.edit(steward_, edit));
    agree(number);
  }

  /// Adds E10 after E9, and says E1 with other words.
  static void add_an_element(EditVersion& edit) {
    edit.change_map.reset();
    edit.items[0].text += " Said more clearly.";
    auto added = edit.items[8];
    added.key = {"E10"};
    edit.items.insert(edit.items.begin() + 9, added);
  }

  /// E2 becomes a part of E1.
  static void merge_two_elements(EditVersion& edit) {
    edit.items.erase(edit.items.begin() + 1);
    std::erase_if(*edit.change_map, [](const auto& change) {
      return change.from.front() == kE1 || change.from.front() == kE2;
    });
    edit.change_map->push_back({ecosystem::ChangeKind::merged, {kE1, kE2}, {kE1}});
  }

  Result<> begin(const Jurisdiction& jurisdiction, const VersionNumber& version = kFirst,
                 std::optional<VersionNumber> carry_from = {}) {
    return desk_.begin(
        portugal_, {.jurisdiction = jurisdiction, .version = version, .carry_from = carry_from});
  }

  ApplicationView view(const Jurisdiction& jurisdiction = kPortugal,
                       const VersionNumber& version = kFirst) {
    return desk_.view(jurisdiction, version).value();
  }

  store::Revision revision(const Jurisdiction& jurisdiction = kPortugal,
                           const VersionNumber& version = kFirst) {
    return view(jurisdiction, version).file.application.revision;
  }

  static AppliedItem in_place(Level level) {
    return {.status = ItemStatus::in_place, .self_assessed = level};
  }

  EditItem edit_of(const ItemKey& item, AppliedItem said,
                   const Jurisdiction& jurisdiction = kPortugal,
                   const VersionNumber& version = kFirst) {
    return {.of = {jurisdiction, version},
            .seen = revision(jurisdiction, version),
            .item = item,
            .said = std::move(said)};
  }

  ReviewItem review_of(const ItemKey& item, Level level) {
    return {.of = {kPortugal, kFirst},
            .seen = revision(),
            .item = item,
            .level = level,
            .reasons = "Seen on site."};
  }

  MoveApplication move_by(ApplicationAct act, std::string reasons = {}) {
    return {
        .of = {kPortugal, kFirst}, .seen = revision(), .act = act, .reasons = std::move(reasons)};
  }

  /// Says of each item that it is in place.
  void say_everything(const Jurisdiction& jurisdiction = kPortugal) {
    for (const auto& item : view(jurisdiction).version.text.items) {
      ASSERT_TRUE(
          desk_.edit(portugal_, edit_of(item.key, in_place(Level::emerging), jurisdiction)));
    }
  }

  static ErrorCode code_of(const Result<>& result) {
    return result ? ErrorCode::internal : result.error().code;
  }

  store::AuditVerdict audit() {
    auto lease = connections_.lend().value();
    return store::verify_audit_trail(*lease).value();
  }
};

TEST_P(ApplicationDeskTest, AStateBeginsAnApplicationOfAnAgreedVersionOnce) {
  ASSERT_TRUE(begin(kPortugal));
  EXPECT_EQ(code_of(begin(kPortugal)), ErrorCode::conflict);
  const auto begun = view();
  EXPECT_EQ(begun.file.application.stage, ApplicationStage::design);
  EXPECT_TRUE(begun.file.items.empty());
  EXPECT_EQ(begun.missing.size(), 19) << "nothing is said of any item yet";
  EXPECT_FALSE(begun.file.is_to_reassess(kE1)) << "it was never assessed";

  ASSERT_TRUE(framework_.draft(steward_, {.based_on = kFirst, .number = kMinor, .title = "x"}));
  EXPECT_EQ(code_of(begin(kPortugal, kMinor)), ErrorCode::unmet) << "a draft";
  EXPECT_EQ(code_of(begin(kPortugal, {9, 9, 9})), ErrorCode::not_found);
  EXPECT_EQ(code_of(begin({.state = {"PT"}, .region = "RO11"})), ErrorCode::invalid_argument);
  EXPECT_EQ(desk_.view({.state = {"RO"}}, {}).error().code, ErrorCode::not_found);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(ApplicationDeskTest, NobodySpeaksForAnotherState) {
  ASSERT_TRUE(begin(kPortugal));
  const auto unchanged = revision();
  const auto said = edit_of(kE1, in_place(Level::emerging));
  const SetTargets targets{.of = said.of, .seen = said.seen, .targets = {{kE1, Level::emerging}}};
  for (const auto& who : {visitor_, actor(9, Role::member), steward_, romania_, finnish_agency_}) {
    EXPECT_EQ(code_of(desk_.begin(who, {.jurisdiction = kNorte, .version = kFirst})),
              ErrorCode::not_permitted);
    EXPECT_EQ(code_of(desk_.edit(who, said)), ErrorCode::not_permitted);
    EXPECT_EQ(code_of(desk_.set_targets(who, targets)), ErrorCode::not_permitted);
    EXPECT_EQ(code_of(desk_.move(who, move_by(ApplicationAct::discontinue, "no"))),
              ErrorCode::not_permitted);
  }
  EXPECT_EQ(code_of(desk_.move(agency_, move_by(ApplicationAct::discontinue, "no"))),
            ErrorCode::not_permitted)
      << "moves are the representative's";
  EXPECT_EQ(revision(), unchanged);
  EXPECT_TRUE(desk_.edit(agency_, said));
}

TEST_P(ApplicationDeskTest, WhoSawAnOlderRevisionIsToldAndNothingIsLost) {
  ASSERT_TRUE(begin(kPortugal));
  const auto mine = edit_of(kE1, in_place(Level::emerging));
  auto theirs = mine;
  theirs.said.self_assessed = Level::absent;
  auto review = review_of(kE1, Level::absent);
  auto move = move_by(ApplicationAct::discontinue, "late");
  ASSERT_TRUE(desk_.edit(portugal_, mine));
  EXPECT_EQ(code_of(desk_.edit(agency_, theirs)), ErrorCode::conflict);
  EXPECT_EQ(code_of(desk_.review(finnish_agency_, review)), ErrorCode::conflict);
  EXPECT_EQ(code_of(desk_.move(portugal_, move)), ErrorCode::conflict);
  EXPECT_EQ(
      code_of(desk_.set_targets(portugal_, {.of = mine.of, .seen = mine.seen, .targets = {}})),
      ErrorCode::conflict);
  EXPECT_EQ(view().file.items.at(kE1).item, mine.said);
}

TEST_P(ApplicationDeskTest, OfManyEditorsAtOnceNoneOverwritesAnother) {
  ASSERT_TRUE(begin(kPortugal));
  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE1, in_place(Level::emerging))));
  constexpr int kEditors = 6, kEach = 5;
  std::atomic<int> kept = 0, refused = 0;
  {
    std::vector<std::jthread> editors;
    for (int editor = 0; editor < kEditors; ++editor) {
      editors.emplace_back([&] {
        for (int edit = 0; edit < kEach; ++edit) {
          const auto seen = view();
          auto said = seen.file.items.at(kE1).item;
          said.adaptation += '+';
          const auto done = desk_.edit(portugal_, {.of = {kPortugal, kFirst},
                                                   .seen = seen.file.application.revision,
                                                   .item = kE1,
                                                   .said = said});
          ++(done ? kept : refused);
        }
      });
    }
  }
  EXPECT_EQ(kept + refused, kEditors * kEach);
  EXPECT_EQ(std::ranges::count(view().file.items.at(kE1).item.adaptation, '+'), kept);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(ApplicationDeskTest, PeersFromAnotherStateAssessApartFromTheState) {
  ASSERT_TRUE(begin(kPortugal));
  EXPECT_EQ(code_of(desk_.review(finnish_agency_, review_of(kE1, Level::absent))), ErrorCode::unmet)
      << "nothing is said of it yet";
  auto said = edit_of(kE1, in_place(Level::established));
  said.said.peer_reviewed = Level::embedded_and_learning;
  ASSERT_TRUE(desk_.edit(portugal_, said));
  EXPECT_EQ(view().file.items.at(kE1).item.peer_reviewed, std::nullopt)
      << "a state does not write what its peers see";
  for (const auto& who : {visitor_, portugal_, agency_, romania_, steward_}) {
    EXPECT_EQ(code_of(desk_.review(who, review_of(kE1, Level::emerging))),
              ErrorCode::not_permitted);
  }
  auto groundless = review_of(kE1, Level::emerging);
  groundless.reasons = "  ";
  EXPECT_EQ(code_of(desk_.review(finnish_agency_, groundless)), ErrorCode::unmet);

  ASSERT_TRUE(desk_.review(finnish_agency_, review_of(kE1, Level::emerging)));
  const auto reviewed = view();
  const auto& item = reviewed.file.items.at(kE1).item;
  EXPECT_EQ(item.self_assessed, Level::established);
  EXPECT_EQ(item.peer_reviewed, Level::emerging);
  EXPECT_EQ(level_distance(item), -1);
  ASSERT_EQ(reviewed.reviews.size(), 1);
  EXPECT_EQ(reviewed.reviews[0].state.value, "FI");
  EXPECT_EQ(reviewed.reviews[0].by, finnish_agency_.person);

  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE1, in_place(Level::ad_hoc))));
  EXPECT_EQ(view().file.items.at(kE1).item.peer_reviewed, Level::emerging)
      << "what peers saw stays";
}

TEST_P(ApplicationDeskTest, IsApprovedOnceEveryItemIsAppliedOrExplained) {
  ASSERT_TRUE(begin(kPortugal));
  say_everything();
  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE2, {})));
  const auto refused = desk_.move(portugal_, move_by(ApplicationAct::approve));
  EXPECT_EQ(code_of(refused), ErrorCode::unmet);
  EXPECT_THAT(refused.error().text(), HasSubstr("E2"));
  EXPECT_EQ(view().missing.size(), 1);

  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE2, {.explanation = "The law comes next year."})));
  EXPECT_EQ(desk_.move(portugal_, move_by(ApplicationAct::approve, " \n")).error().message,
            "approve still needs reasons");
  ASSERT_TRUE(desk_.move(portugal_, move_by(ApplicationAct::approve, "All were heard.")));
  EXPECT_EQ(code_of(desk_.edit(portugal_, edit_of(kE2, {.explanation = " "}))), ErrorCode::unmet)
      << "what was approved stays applied or explained";
  EXPECT_EQ(code_of(desk_.move(portugal_, move_by(ApplicationAct::redesign))), ErrorCode::unmet)
      << "without reasons";
  ASSERT_TRUE(desk_.move(portugal_, move_by(ApplicationAct::redesign, "E2 changes.")));
  const auto moved = view();
  EXPECT_EQ(moved.file.application.stage, ApplicationStage::design);
  ASSERT_EQ(moved.moves.size(), 2);
  EXPECT_EQ(moved.moves[0].reasons, "All were heard.");
  EXPECT_EQ(moved.moves[1].reasons, "E2 changes.");
  ASSERT_FALSE(moved.next.empty());
  EXPECT_EQ(moved.next[0].act, ApplicationAct::legislate);
  EXPECT_TRUE(moved.next[0].missing.empty());
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(ApplicationDeskTest, WhatIsDiscontinuedChangesOnlyOnceItIsBegunAnew) {
  ASSERT_TRUE(begin(kPortugal));
  const auto said = in_place(Level::emerging);
  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE1, said)));
  ASSERT_TRUE(desk_.move(portugal_, move_by(ApplicationAct::discontinue, "No means.")));
  EXPECT_EQ(code_of(desk_.edit(portugal_, edit_of(kE1, in_place(Level::ad_hoc)))),
            ErrorCode::conflict);
  EXPECT_EQ(code_of(desk_.review(finnish_agency_, review_of(kE1, Level::ad_hoc))),
            ErrorCode::conflict);
  ASSERT_EQ(view().next.size(), 1);
  EXPECT_EQ(code_of(desk_.move(romania_, move_by(ApplicationAct::begin_anew, "New means."))),
            ErrorCode::not_permitted);
  EXPECT_EQ(code_of(desk_.move(portugal_, move_by(ApplicationAct::begin_anew))), ErrorCode::unmet)
      << "without reasons";
  ASSERT_TRUE(desk_.move(portugal_, move_by(ApplicationAct::begin_anew, "New means.")));
  const auto anew = view();
  EXPECT_EQ(anew.file.application.stage, ApplicationStage::design);
  EXPECT_EQ(anew.file.items.at(kE1).item, said) << "what was said is kept";
  ASSERT_EQ(anew.moves.size(), 2);
  EXPECT_EQ(anew.moves[0].reasons, "No means.");
  EXPECT_TRUE(desk_.edit(portugal_, edit_of(kE1, in_place(Level::ad_hoc))));
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(ApplicationDeskTest, WhatCannotStandIsRefused) {
  ASSERT_TRUE(begin(kPortugal));
  auto script = in_place(Level::ad_hoc);
  script.evidence_links = {"javascript:alert(1)"};
  EXPECT_EQ(code_of(desk_.edit(portugal_, edit_of(kE1, script))), ErrorCode::invalid_argument);
  auto nowhere = in_place(Level::ad_hoc);
  nowhere.status = ItemStatus::not_applicable;
  EXPECT_EQ(code_of(desk_.edit(portugal_, edit_of(kE1, nowhere))), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(desk_.edit(portugal_, edit_of({"E99"}, in_place(Level::ad_hoc)))),
            ErrorCode::invalid_argument);
  EXPECT_TRUE(view().file.items.empty());
}

TEST_P(ApplicationDeskTest, ARegionInheritsFromItsStateAndMayOverride) {
  ASSERT_TRUE(begin(kNorte));
  EXPECT_TRUE(view(kNorte).file.items.empty()) << "the state has not begun";
  ASSERT_TRUE(begin(kPortugal));
  say_everything();
  ASSERT_TRUE(desk_.set_targets(
      portugal_, {.of = {kPortugal, kFirst},
                  .seen = revision(),
                  .targets = {{kE1, Level::established}, {kE2, Level::established}}}));
  ASSERT_TRUE(desk_.set_targets(
      portugal_,
      {.of = {kNorte, kFirst}, .seen = revision(kNorte), .targets = {{kE1, Level::emerging}}}));
  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE1, in_place(Level::absent), kNorte)));
  const auto norte = view(kNorte);
  EXPECT_FALSE(norte.file.items.at(kE1).is_inherited);
  EXPECT_EQ(norte.file.items.at(kE1).item.self_assessed, Level::absent);
  EXPECT_TRUE(norte.file.items.at(kE2).is_inherited);
  EXPECT_TRUE(norte.missing.empty());
  const std::vector<ecosystem::Gap> gaps = {{kE1, Level::absent, Level::emerging},
                                            {kE2, Level::emerging, Level::established}};
  EXPECT_EQ(norte.gaps, gaps);
  EXPECT_EQ(norte.file.own_targets, (store::Targets{{kE1, Level::emerging}}));
  ASSERT_EQ(norte.related.size(), 1);
  EXPECT_EQ(norte.related[0].name.jurisdiction, kPortugal);
}

TEST_P(ApplicationDeskTest, LevelsCarryOverAMinorAndAMajorVersionAsTheirChangeMapsSay) {
  ASSERT_TRUE(begin(kPortugal));
  say_everything();
  ASSERT_TRUE(desk_.review(finnish_agency_, review_of(kE3, Level::ad_hoc)));
  ASSERT_TRUE(desk_.set_targets(
      portugal_, {.of = {kPortugal, kFirst},
                  .seen = revision(),
                  .targets = {{kE2, Level::established}, {kE3, Level::established}}}));
  agree_after(kFirst, kMinor, add_an_element);
  EXPECT_EQ(view().newer, kMinor);
  ASSERT_TRUE(begin(kPortugal, kMinor, kFirst));
  const auto minor = view(kPortugal, kMinor);
  EXPECT_EQ(minor.carried_from, kFirst);
  EXPECT_EQ(minor.file.application.stage, ApplicationStage::design);
  EXPECT_EQ(minor.file.items.size(), 19);
  EXPECT_TRUE(minor.file.own.at(kE1).is_carried) << "reworded";
  EXPECT_TRUE(minor.file.is_to_reassess({"E10"})) << "added";
  EXPECT_EQ(minor.missing.size(), 1);
  EXPECT_FALSE(minor.newer);
  EXPECT_FALSE(view().newer) << "it is applied already";

  agree_after(kMinor, kMajor, merge_two_elements);
  // From the first over both steps: the minor version in between need not be applied.
  ASSERT_TRUE(begin(kPortugal, kMajor, kFirst));
  const auto major = view(kPortugal, kMajor);
  EXPECT_TRUE(major.file.is_to_reassess(kE1)) << "merged";
  EXPECT_TRUE(major.file.is_to_reassess({"E10"})) << "added on the way";
  EXPECT_EQ(major.file.items.at(kE3).item.self_assessed, Level::emerging);
  EXPECT_EQ(major.file.items.at(kE3).item.peer_reviewed, Level::ad_hoc);
  EXPECT_EQ(major.reviews.at(0).state.value, "FI");
  EXPECT_EQ(major.file.targets, (store::Targets{{kE3, Level::established}}));
  EXPECT_EQ(major.missing.size(), 2);

  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE3, in_place(Level::established), kPortugal, kMajor)));
  EXPECT_FALSE(view(kPortugal, kMajor).file.own.at(kE3).is_carried) << "it was said anew";
  EXPECT_EQ(view().file.items.at(kE3).item.self_assessed, Level::emerging)
      << "the older application stays as it was";
  EXPECT_EQ(desk_.view(kPortugal, {}).value().version.summary.number, kMajor) << "the newest";
}

TEST_P(ApplicationDeskTest, NothingCarriesOverFromWhatIsNotAppliedOrNotConnected) {
  agree_after(kFirst, kMinor, add_an_element);
  EXPECT_EQ(code_of(begin(kPortugal, kMinor, kFirst)), ErrorCode::unmet);
  ASSERT_TRUE(begin(kPortugal, kMinor));
  EXPECT_EQ(code_of(begin(kPortugal, kFirst, kMinor)), ErrorCode::invalid_argument)
      << "not backwards";
}

TEST_P(ApplicationDeskTest, TheOverviewShowsEveryStateAndNeverAZeroForWhatIsMissing) {
  ASSERT_TRUE(begin(kPortugal));
  ASSERT_TRUE(begin(kNorte));
  ASSERT_TRUE(desk_.edit(portugal_, edit_of(kE1, in_place(Level::absent))));
  const auto overview = desk_.overview({}).value();
  ASSERT_TRUE(overview.version);
  EXPECT_EQ(overview.version->summary.number, kFirst);
  ASSERT_EQ(overview.rows.size(), 3);
  EXPECT_EQ(name_of(overview.rows[0].jurisdiction), "FI");
  EXPECT_FALSE(overview.rows[0].file) << "entitled, and has not begun";
  EXPECT_EQ(overview.rows[1].jurisdiction, kPortugal);
  EXPECT_EQ(overview.rows[1].file->items.at(kE1).item.self_assessed, Level::absent);
  EXPECT_FALSE(overview.rows[1].file->items.contains(kE2));
  EXPECT_EQ(overview.rows[2].jurisdiction, kNorte);
  EXPECT_TRUE(overview.rows[2].file->items.at(kE1).is_inherited);
  ASSERT_EQ(overview.versions.size(), 1);
  EXPECT_EQ(overview.versions[0].applications, 2);
  EXPECT_EQ(desk_.overview(VersionNumber{9, 9, 9}).error().code, ErrorCode::not_found);
}

TEST_P(ApplicationDeskTest, WithoutAnAgreedVersionTheOverviewIsEmpty) {
  const sql::TestDatabase fresh(GetParam());
  store::ConnectionPool connections(fresh.location());
  ASSERT_TRUE(FrameworkDesk(connections, clock_).begin_with_starter());
  const auto overview = ApplicationDesk(connections, clock_).overview({}).value();
  EXPECT_FALSE(overview.version);
  EXPECT_TRUE(overview.rows.empty());
  EXPECT_TRUE(overview.versions.empty());
}

TRIBUTARY_ON_BOTH_ENGINES(ApplicationDeskTest);

}  // namespace
}  // namespace tributary::app
