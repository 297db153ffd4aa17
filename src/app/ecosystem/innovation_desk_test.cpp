#include "app/ecosystem/innovation_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

using ecosystem::FactKind;
using ecosystem::PipelineAct;
using ecosystem::PipelineNeed;
using ecosystem::PipelineState;
using ecosystem::Stage;
using ecosystem::Standing;
using testing::HasSubstr;

class InnovationDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  InnovationDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }
};

TEST_P(InnovationDeskTest, GoesFromProposalThroughAllGatesAndOutOfPracticeAgain) {
  const auto id = propose();
  prepare_for_testing(id);
  assess(id, {3, 3, 3, 3}, 2);
  ASSERT_OK(decide(id, PipelineAct::proceed));
  EXPECT_EQ(state(id), PipelineState{Stage::testing});

  ASSERT_OK(record(id, FactKind::lessons, "Mentors need an hour more."));
  assess(id, {3, 2, 3}, 2);
  ASSERT_OK(decide(id, PipelineAct::proceed));

  complete_product(id);
  ASSERT_OK(freeze(id));
  assess(id, {3, 3, 3, 3, 3}, 2);
  ASSERT_OK(decide(id, PipelineAct::proceed));

  assess(id, {3, 3, 3, 2}, 3);
  ASSERT_OK(decide(id, PipelineAct::recommend_with_conditions,
                   {.conditions = {{"A guide in Romanian", clock_.today_plus(90)}}}));
  ASSERT_OK(take_up(id, "PT"));
  EXPECT_EQ(state(id), PipelineState{Stage::mainstreaming});
  ASSERT_OK(desk_.move(
      representative_of("PT"),
      {.id = id,
       .seen = revision(id),
       .act = PipelineAct::adopt,
       .statement = {.reasons = "It fits the new law.", .in_force_from = clock_.today_plus(30)}}));
  EXPECT_EQ(state(id), PipelineState{Stage::mainstreamed});
  ASSERT_OK(desk_.move(representative_of("PT"),
                       {.id = id,
                        .seen = revision(id),
                        .act = PipelineAct::de_implement,
                        .statement = {.reasons = "Firms hire mentors themselves now."}}));

  const auto view = desk_.view(visitor_, id).value();
  EXPECT_EQ(view.file.now.state, (PipelineState{Stage::mainstreamed, Standing::de_implemented}));
  EXPECT_TRUE(view.next.empty());
  ASSERT_EQ(view.file.moves.size(), 7);
  for (const auto& move : view.file.moves) {
    EXPECT_FALSE(move.reasons.empty());
    EXPECT_EQ(move.framework, (ecosystem::VersionNumber{0, 1, 0}));
  }
  EXPECT_EQ(view.file.moves[3].conditions[0].text, "A guide in Romanian");
  EXPECT_EQ(view.file.assessments.size(), 9) << "as they were, open to everybody once decided";
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(InnovationDeskTest, TellsWhatIsMissingAndWhoMustAct) {
  const auto id = desk_
                      .propose(anna_, {.text = {.title = "Mentors", .problem = "They leave."},
                                       .member_state = {"PT"}})
                      .value();
  const auto view = desk_.view(visitor_, id).value();
  EXPECT_EQ(view.problems.front().field, "what_is_new");
  const auto& proceed = view.next.front();
  EXPECT_EQ(proceed.act, PipelineAct::proceed);
  EXPECT_EQ(proceed.who, ecosystem::Roles{ecosystem::Role::panel_chair});
  for (const auto need :
       {PipelineNeed::complete_text, PipelineNeed::registered_protocol, PipelineNeed::ethics_note,
        PipelineNeed::data_protection_note, PipelineNeed::pilot_lead, PipelineNeed::gate_rule}) {
    EXPECT_TRUE(proceed.missing.contains(need)) << name_of(need);
  }
  ASSERT_OK(desk_.take_on(chair_, id, revision(id), "north"));
  const auto refused = decide(id, PipelineAct::proceed);
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
  EXPECT_THAT(refused.error().message, HasSubstr("Say what is new about it."));
  EXPECT_THAT(refused.error().message, HasSubstr("0 of 2 required assessments are complete."));
}

TEST_P(InnovationDeskTest, WhatIsProposedHasToBeRight) {
  const auto refused_field = [&](auto change) {
    auto request = proposal();
    change(request);
    const auto id = desk_.propose(anna_, request);
    return id ? "" : id.error().context;
  };
  EXPECT_EQ(refused_field([](auto& request) { request.text.title = " "; }), "title");
  EXPECT_EQ(refused_field([](auto& request) { request.text.eqf_levels = {9}; }), "eqf_levels");
  EXPECT_EQ(refused_field([](auto& request) { request.text.projects = {"demo-none"}; }),
            "projects");
  EXPECT_EQ(refused_field([](auto& request) { request.text.framework_items = {{"E99"}}; }),
            "framework_items");
  EXPECT_EQ(refused_field([](auto& request) { request.member_state = {"Portugal"}; }),
            "member_state");
  EXPECT_EQ(refused_field([](auto& request) { request.organisation = "77"; }), "organisation");
  EXPECT_EQ(desk_.find({}).value().total, 0);
}

TEST_P(InnovationDeskTest, EveryEditIsAnotherTextAndAStaleOneLosesNothing) {
  const auto id = propose();
  auto mine = proposal().text, theirs = mine;
  mine.title = "Mine";
  theirs.title = "Theirs";
  ASSERT_OK(desk_.edit(anna_, {.id = id, .seen = {1}, .text = mine}));
  EXPECT_EQ(desk_.edit(anna_, {.id = id, .seen = {1}, .text = theirs}).error().code,
            ErrorCode::conflict);
  const auto view = desk_.view(visitor_, id).value();
  EXPECT_EQ(view.file.text.text, mine);
  EXPECT_EQ(view.editions.size(), 2);
  EXPECT_EQ(desk_.text(id, 1).value().text, proposal().text);
  EXPECT_EQ(record_seen(id, {1}).error().code, ErrorCode::conflict);
  EXPECT_EQ(desk_.take_on(chair_, id, {1}, "north").error().code, ErrorCode::conflict);
}

TEST_P(InnovationDeskTest, WhatReviewersJudgeDoesNotChangeUnderThem) {
  const auto id = propose();
  ASSERT_OK(desk_.take_on(chair_, id, revision(id), "north"));
  assess(id, {3, 1, 1, 1}, 1);
  const EditInnovation edit{.id = id, .seen = revision(id), .text = proposal().text};
  EXPECT_THAT(desk_.edit(anna_, edit).error().message, HasSubstr("once the gate has decided"));
  ASSERT_OK(decide(id, PipelineAct::revise));
  EXPECT_OK(desk_.edit(anna_, {.id = id, .seen = revision(id), .text = proposal().text}));
}

TEST_P(InnovationDeskTest, AProtocolIsRegisteredBeforeTheTrialAndNeverReplaced) {
  const auto id = propose();
  prepare_for_testing(id, PipelineNeed::registered_protocol);
  assess(id, {3, 3, 3, 3}, 2);
  const auto refused = decide(id, PipelineAct::proceed);
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
  EXPECT_THAT(refused.error().message, HasSubstr("registered_protocol"));
  // An override opens the gate of scores alone.
  const MoveInnovation override_it{
      .id = id, .seen = revision(id), .statement = {.reasons = "It is urgent."}};
  EXPECT_THAT(desk_.propose_override(chair_, override_it).error().message,
              HasSubstr("registered_protocol"));
  ASSERT_OK(protocol(id, "First plan"));
  EXPECT_EQ(protocol(id, "Second plan").error().context, "reasons");
  ASSERT_OK(protocol(id, "Second plan", "A site withdrew."));
  const auto protocols = desk_.view(visitor_, id).value().file.protocols;
  ASSERT_EQ(protocols.size(), 2);
  EXPECT_EQ(protocols[0].text, "First plan");
  EXPECT_EQ(protocols[0].text_hash, store::sha256("First plan"));
  EXPECT_OK(decide(id, PipelineAct::proceed));
}

TEST_P(InnovationDeskTest, LessonsAreThoseOfTheTrialAtHand) {
  const auto id = in_testing();
  ASSERT_OK(record(id, FactKind::lessons, "Too few mentors."));
  ASSERT_OK(decide(id, PipelineAct::repeat));
  EXPECT_THAT(decide(id, PipelineAct::adapt).error().message, HasSubstr("lessons"));
}

TEST_P(InnovationDeskTest, EveryDecisionCarriesReasons) {
  const auto id = propose();
  ASSERT_OK(desk_.take_on(chair_, id, revision(id), "north"));
  for (const auto act : {PipelineAct::reject, PipelineAct::revise}) {
    const auto refused = desk_.move(
        chair_, {.id = id, .seen = revision(id), .act = act, .statement = {.reasons = " \n"}});
    EXPECT_EQ(refused.error().code, ErrorCode::unmet);
    EXPECT_THAT(refused.error().message, HasSubstr("reasons"));
  }
  EXPECT_TRUE(desk_.view(visitor_, id).value().file.moves.empty());
}

TEST_P(InnovationDeskTest, WhatCameToNothingIsFoundLikeTheRest) {
  const auto rejected = propose(), recommended = propose("Night school for carers");
  ASSERT_OK(desk_.take_on(chair_, rejected, revision(rejected), "north"));
  ASSERT_OK(decide(rejected, PipelineAct::reject));
  const auto found = [&](const store::InnovationFilter& filter, const std::string& text = {}) {
    std::vector<ecosystem::InnovationId> ids;
    const auto page = desk_.find({.filter = filter, .text = text}).value();
    for (const auto& summary : page.innovations) {
      ids.push_back(summary.innovation.id);
    }
    return ids;
  };
  using Ids = std::vector<ecosystem::InnovationId>;
  EXPECT_EQ(found({}), (Ids{recommended, rejected}));
  EXPECT_EQ(found({.standing = Standing::stopped}), Ids{rejected});
  EXPECT_EQ(found({.decided = PipelineAct::reject}), Ids{rejected});
  EXPECT_EQ(found({}, " NIGHT  carers "), Ids{recommended});
  EXPECT_EQ(found({}, "100%"), Ids{});
  EXPECT_EQ(found({.framework_item = {"E7"}}), (Ids{recommended, rejected}));
  EXPECT_EQ(found({.framework_item = {"E1"}}), Ids{});
  EXPECT_EQ(found({.stage = Stage::identified, .member_state = {"PT"}}),
            (Ids{recommended, rejected}));
  EXPECT_EQ(found({.member_state = {"FI"}}), Ids{});
  const auto first = desk_.find({.limit = 1}).value();
  EXPECT_EQ(first.total, 2);
  EXPECT_EQ(desk_.find({.after = first.innovations[0].innovation.id}).value().innovations.size(),
            1);
  EXPECT_EQ(
      desk_.find({.filter = {.standing = Standing::stopped}}).value().innovations[0].last_reasons,
      kReasons);
  const std::map<PipelineState, std::int64_t> board = {{{Stage::identified}, 1},
                                                       {{Stage::identified, Standing::stopped}, 1}};
  EXPECT_EQ(desk_.board().value(), board);
}

TEST_P(InnovationDeskTest, AConditionCountsAsMetOnceSomebodyWhoJudgesItSaysWhy) {
  const auto id = recommended({.conditions = {{"A guide in Romanian", clock_.today_plus(90)},
                                              {"A second trial", clock_.today_plus(200)}}});
  const auto decision = desk_.view(visitor_, id).value().file.moves.back().from_revision;
  const auto confirm = [&](const Actor& who, std::int64_t ordinal, const std::string& shown_by) {
    return desk_.confirm_condition(
        who,
        {.id = id, .seen = revision(id), .condition = {decision, ordinal}, .shown_by = shown_by});
  };
  for (const auto& who : {visitor_, anna_, reviewers_[0], representative_of("PT")}) {
    EXPECT_EQ(confirm(who, 1, "Seen.").error().code, ErrorCode::not_permitted);
  }
  EXPECT_EQ(confirm(chair_, 1, " ").error().context, "shown_by");
  EXPECT_EQ(confirm(chair_, 2, "Seen.").error().code, ErrorCode::unmet) << "there are two";
  const auto stale = desk_.confirm_condition(
      chair_, {.id = id, .seen = {1}, .condition = {decision, 1}, .shown_by = "Seen."});
  EXPECT_EQ(stale.error().code, ErrorCode::conflict);
  EXPECT_TRUE(desk_.view(visitor_, id).value().file.met_conditions.empty());

  ASSERT_OK(confirm(chair_, 1, "The report of the second trial."));
  EXPECT_EQ(confirm(chair_, 1, "Once more.").error().code, ErrorCode::conflict);
  ASSERT_OK(take_up(id, "PT"));
  // The state judges it now.
  ASSERT_OK(confirm(representative_of("PT"), 0, "The guide is out."));
  const auto met = desk_.view(anna_, id).value();
  ASSERT_EQ(met.file.met_conditions.size(), 2);
  const auto& trial = met.file.met_conditions[1];
  EXPECT_EQ(trial.name, (store::ConditionName{decision, 1}));
  EXPECT_EQ(trial.shown_by, "The report of the second trial.");
  EXPECT_EQ(trial.by, chair_.person);
  EXPECT_EQ(trial.at, clock_.now());
  EXPECT_TRUE(met.names.contains(chair_.person));
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(InnovationDeskTest, ADuplicateIsPointedOutAndToldApartOrMerged) {
  const auto first = propose();
  const auto likely = desk_.likely_duplicates(proposal().text).value();
  ASSERT_EQ(likely.size(), 1);
  EXPECT_EQ(likely[0].likeness, (ecosystem::Likeness{first, 100}));

  const auto second = propose();
  prepare_for_testing(second, PipelineNeed::not_a_duplicate);
  assess(second, {3, 3, 3, 3}, 2);
  EXPECT_THAT(decide(second, PipelineAct::proceed).error().message, HasSubstr("not_a_duplicate"));
  TellApart apart{.id = second, .seen = revision(second), .earlier = first};
  EXPECT_EQ(desk_.tell_apart(anna_, apart).error().context, "reasons");
  apart.reasons = "It is for another trade.";
  EXPECT_EQ(desk_.tell_apart(bela_, apart).error().code, ErrorCode::not_permitted);
  ASSERT_OK(desk_.tell_apart(anna_, apart));
  EXPECT_OK(decide(second, PipelineAct::proceed));
}

TEST_P(InnovationDeskTest, MergingKeepsTheSupportersAndTheLine) {
  const auto first = propose(), second = propose();
  for (const auto& who : {bela_, chair_}) ASSERT_OK(desk_.support(who, second));
  ASSERT_OK(desk_.support(bela_, first));
  ASSERT_OK(desk_.take_on(chair_, second, revision(second), "north"));
  EXPECT_EQ(decide(second, PipelineAct::merge).error().code, ErrorCode::unmet);
  EXPECT_EQ(decide(second, PipelineAct::merge, {.merge_target = second}).error().context,
            "merge_target");
  ASSERT_OK(decide(second, PipelineAct::merge, {.merge_target = first}));
  const auto kept = desk_.view(visitor_, first).value();
  EXPECT_EQ(kept.supporters.size(), 2);
  ASSERT_EQ(kept.lineage.size(), 1);
  EXPECT_EQ(kept.lineage[0].earlier, second);
  EXPECT_EQ(desk_.view(visitor_, second).value().file.now.merged_into, first);
  EXPECT_THAT(desk_.support(bela_, second).error().message, HasSubstr("merged into"));
}

TEST_P(InnovationDeskTest, LineageIsShownFromAllItsEnds) {
  const auto root = propose();
  auto child = proposal("Mentors at sea");
  child.came_from = {{root, ecosystem::LineageKind::adapts}};
  const auto middle = desk_.propose(anna_, child).value();
  child.came_from = {{middle, ecosystem::LineageKind::reimagines}};
  const auto leaf = desk_.propose(anna_, child).value();
  for (const auto id : {root, middle, leaf}) {
    const auto view = desk_.view(visitor_, id).value();
    EXPECT_EQ(view.lineage.size(), 2);
    EXPECT_EQ(view.relatives.size(), 3);
  }
  child.came_from = {{{99}, ecosystem::LineageKind::adapts}};
  EXPECT_EQ(desk_.propose(anna_, child).error().code, ErrorCode::not_found);
}

TEST_P(InnovationDeskTest, ParkedOnesRestAndResumeWhereTheyWere) {
  const auto id = in_testing();
  const auto between = [&](PipelineAct act) {
    return desk_.move(anna_, {.id = id,
                              .seen = revision(id),
                              .act = act,
                              .statement = {.reasons = "The school is being rebuilt."}});
  };
  ASSERT_OK(between(PipelineAct::park));
  EXPECT_EQ(record(id, FactKind::lessons, "None").error().code, ErrorCode::conflict);
  EXPECT_EQ(decide(id, PipelineAct::stop).error().code, ErrorCode::conflict);
  ASSERT_OK(between(PipelineAct::resume));
  EXPECT_EQ(state(id), PipelineState{Stage::testing});
  ASSERT_OK(between(PipelineAct::withdraw));
  EXPECT_EQ(state(id), (PipelineState{Stage::testing, Standing::withdrawn}));
}

TEST_P(InnovationDeskTest, WhatOneStateDeclinesAnotherTakesUpAndDecidesAlone) {
  const auto id = recommended();
  ASSERT_OK(take_up(id, "PT"));
  const auto decided_by = [&](const std::string& state, PipelineAct act) {
    return desk_.move(representative_of(state),
                      {.id = id,
                       .seen = revision(id),
                       .act = act,
                       .statement = {.reasons = kReasons, .in_force_from = clock_.today_plus(1)}});
  };
  EXPECT_EQ(decided_by("RO", PipelineAct::adopt).error().code, ErrorCode::not_permitted);
  ASSERT_OK(decided_by("PT", PipelineAct::decline));
  EXPECT_EQ(desk_.find({.filter = {.decided = PipelineAct::decline}}).value().total, 1);
  EXPECT_EQ(desk_
                .move(representative_of("RO"),
                      {.id = id,
                       .seen = revision(id),
                       .act = PipelineAct::take_up,
                       .statement = {.reasons = kReasons, .competent_authority = "A ministry"},
                       .state = {"PT"}})
                .error()
                .code,
            ErrorCode::not_permitted)
      << "nobody speaks for another state";
  ASSERT_OK(take_up(id, "RO"));
  EXPECT_EQ(decided_by("PT", PipelineAct::adopt).error().code, ErrorCode::not_permitted);
  ASSERT_OK(decided_by("RO", PipelineAct::adopt_in_part));
  EXPECT_EQ(desk_.find({.filter = {.member_state = {"RO"}}}).value().total, 1);
}

TEST_P(InnovationDeskTest, ANewGateRuleHoldsFromTheNextGateOn) {
  const auto before = propose();
  const ecosystem::GateRule strict{
      .criteria = {{.name = "Relevance"}}, .required_assessments = 5, .threshold_hundredths = 400};
  EXPECT_EQ(desk_.set_gate_rule(anna_, Stage::identified, strict).error().code,
            ErrorCode::not_permitted);
  ASSERT_OK(desk_.set_gate_rule(steward_, Stage::identified, strict));
  const auto after = propose("Night school for carers");
  EXPECT_EQ(desk_.view(visitor_, before).value().file.rule->rule.required_assessments, 2);
  EXPECT_EQ(desk_.view(visitor_, after).value().file.rule->rule, strict);
  EXPECT_EQ(desk_.gate_rules().value()[0].rule, strict);
  ASSERT_OK(desk_.begin_with_default_rules());
  EXPECT_EQ(desk_.gate_rules().value()[0].rule, strict);
}

TRIBUTARY_ON_BOTH_ENGINES(InnovationDeskTest);

}  // namespace
}  // namespace tributary::app
