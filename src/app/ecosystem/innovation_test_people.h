// app/ecosystem/innovation_test_people.h
//
// The people of innovations' tests and what they do by the way: Anna proposes, three reviewers and
// a chair are the panel "north". For tests only.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "app/ecosystem/framework_desk.h"
#include "app/ecosystem/innovation_desk.h"
#include "store/audit/audit_trail.h"

#define EXPECT_OK(expression)                       \
  do {                                              \
    const auto& outcome = (expression);             \
    EXPECT_TRUE(outcome) << outcome.error().text(); \
  } while (false)
#define ASSERT_OK(expression)                       \
  do {                                              \
    const auto& outcome = (expression);             \
    ASSERT_TRUE(outcome) << outcome.error().text(); \
  } while (false)

namespace tributary::app {

class TestClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    return std::chrono::sys_days(std::chrono::days(20'000)) + passed_;
  }
  void pass(std::chrono::seconds time) { passed_ += time; }
  [[nodiscard]] Date today_plus(int days) const { return Date(today().days_since_epoch() + days); }

 private:
  std::chrono::seconds passed_{0};
};

/// A second base of a fixture that has a database. REQUIRES: begin() before all else.
class InnovationPeople {
 protected:
  using Actor = ecosystem::Actor;
  using Role = ecosystem::Role;
  using ScopeKind = ecosystem::ScopeKind;
  using Id = ecosystem::InnovationId;
  using Need = ecosystem::PipelineNeed;

  static constexpr const char* kReasons = "The panel is of one mind.";

  explicit InnovationPeople(const store::Location& database) : connections_(database) {}

  void begin() {
    ASSERT_OK(framework_.begin_with_starter());
    ASSERT_OK(desk_.begin_with_default_rules());
  }

  store::ConnectionPool connections_;
  TestClock clock_;
  FrameworkDesk framework_{connections_, clock_};
  InnovationDesk desk_{connections_, clock_};
  const Actor visitor_;
  const Actor steward_ = actor(1, {{Role::framework_steward, {}}});
  const Actor anna_ = actor(2, {{Role::innovator, {ScopeKind::organisation, "31"}}});
  const Actor bela_ = actor(3);
  const Actor chair_ = actor(4, {{Role::panel_chair, {ScopeKind::panel, "north"}}});
  const std::vector<Actor> reviewers_ = {actor(5, {{Role::reviewer, {ScopeKind::panel, "north"}}}),
                                         actor(6, {{Role::reviewer, {ScopeKind::panel, "north"}}}),
                                         actor(7, {{Role::reviewer, {ScopeKind::panel, "north"}}})};

  /// Signed in, so a member too.
  static Actor actor(std::int64_t person, std::vector<ecosystem::Grant> grants = {}) {
    grants.push_back({Role::member, {}});
    return {.person = {person}, .grants = std::move(grants)};
  }

  static Actor representative_of(const std::string& state) {
    return actor(10, {{Role::member_state_representative, {ScopeKind::member_state, state}}});
  }

  static ProposeInnovation proposal(std::string title = "Mentors from small firms") {
    return {.text = {.title = std::move(title),
                     .problem = "Apprentices leave in their first months.",
                     .what_is_new = "A mentor of another firm, paid by a pool.",
                     .target_group = "Apprentices in firms with fewer than ten people",
                     .eqf_levels = {3, 4},
                     .isced_field = "0715",
                     .setting = ecosystem::Setting::workplace,
                     .type = ecosystem::OsloType::organisation,
                     .novelty = ecosystem::NoveltyScope::member_state,
                     .novelty_justification = "No pool of this kind is known in the country.",
                     .theory_of_change = "Who can speak to an outsider stays.",
                     .intended_outcomes = {"more apprentices are there after a year"},
                     .resources = "Two hours a week of a mentor for ten apprentices",
                     .licence = "CC-BY-4.0",
                     .languages = {"en", "pt"},
                     .projects = {},
                     .framework_items = {{"E7"}, {"P2"}}},
            .member_state = {"PT"},
            .organisation = "31",
            .came_from = {}};
  }

  Id propose(const std::string& title = "Mentors from small firms") {
    return desk_.propose(anna_, proposal(title)).value();
  }

  store::Revision revision(Id id) { return desk_.view(visitor_, id).value().file.now.revision; }

  ecosystem::PipelineState state(Id id) { return desk_.view(visitor_, id).value().file.now.state; }

  Result<> record(Id id, ecosystem::FactKind kind, const std::string& text) {
    return desk_.record(anna_, {.id = id, .seen = revision(id), .kind = kind, .text = text});
  }

  Result<> record_seen(Id id, store::Revision seen) {
    return desk_.record(
        anna_,
        {.id = id, .seen = seen, .kind = ecosystem::FactKind::ethics_note, .text = "Approved."});
  }

  Result<> protocol(Id id, const std::string& text, const std::string& reasons = {}) {
    return desk_.register_protocol(anna_, {.id = id,
                                           .seen = revision(id),
                                           .title = "Do mentors keep apprentices?",
                                           .text = text,
                                           .reasons = reasons});
  }

  /// All that the first gate asks for but its assessments, and but for `without`.
  void prepare_for_testing(Id id, std::optional<Need> without = {}) {
    using ecosystem::FactKind;
    ASSERT_OK(record(id, FactKind::ethics_note, "Approved by the board of the school."));
    ASSERT_OK(record(id, FactKind::data_protection_note, "Kept for a year."));
    if (without != Need::registered_protocol) ASSERT_OK(protocol(id, "Two groups, one year."));
    ASSERT_OK(desk_.join(anna_, {.id = id, .role = Role::pilot_lead, .organisation = "31"}));
    ASSERT_OK(desk_.take_on(chair_, id, revision(id), "north"));
    if (without == Need::not_a_duplicate) return;
    const auto seen = desk_.view(visitor_, id).value();
    for (const auto& like : seen.duplicates) {
      ASSERT_OK(desk_.tell_apart(anna_, {.id = id,
                                         .seen = revision(id),
                                         .earlier = like.likeness.id,
                                         .reasons = "It is for other people."}));
    }
  }

  void complete_product(Id id) {
    using enum ecosystem::FactKind;
    for (const auto kind : {product_materials, product_training, product_cost, product_licence,
                            product_accessibility}) {
      ASSERT_OK(record(id, kind, "Described in the guide."));
    }
  }

  Result<> freeze(Id id) {
    return desk_.freeze_evidence(
        anna_, {.id = id,
                .seen = revision(id),
                .links = {{"Report of the trial", "https://example.org/report"}}});
  }

  Result<> assess_as(const Actor& reviewer, Id id, std::vector<std::optional<int>> scores) {
    return desk_.assess(reviewer, {.id = id,
                                   .seen = revision(id),
                                   .scores = std::move(scores),
                                   .comment = "Sound.",
                                   .declaration = "None."});
  }

  /// By the first `reviewers` of the panel alike.
  void assess(Id id, const std::vector<std::optional<int>>& scores, std::size_t reviewers) {
    for (std::size_t at = 0; at < reviewers; ++at) {
      ASSERT_OK(assess_as(reviewers_[at], id, scores));
    }
  }

  Result<> decide(Id id, ecosystem::PipelineAct act, ecosystem::MoveStatement statement = {}) {
    statement.reasons = kReasons;
    return desk_.move(chair_, {.id = id,
                               .seen = revision(id),
                               .act = act,
                               .statement = std::move(statement),
                               .evidence = {"https://example.org/report"}});
  }

  Result<> take_up(Id id, const std::string& state) {
    return desk_.move(representative_of(state),
                      {.id = id,
                       .seen = revision(id),
                       .act = ecosystem::PipelineAct::take_up,
                       .statement = {.reasons = kReasons, .competent_authority = "A ministry"},
                       .state = {state}});
  }

  Id in_testing() {
    const auto id = propose();
    prepare_for_testing(id);
    assess(id, {3, 3, 3, 3}, 2);
    EXPECT_OK(decide(id, ecosystem::PipelineAct::proceed));
    return id;
  }

  Id recommended(ecosystem::MoveStatement conditions = {}) {
    const auto id = in_testing();
    EXPECT_OK(record(id, ecosystem::FactKind::lessons, "Mentors need an hour more."));
    EXPECT_OK(decide(id, ecosystem::PipelineAct::adapt));
    complete_product(id);
    EXPECT_OK(freeze(id));
    assess(id, {3, 3, 3, 3, 3}, 2);
    EXPECT_OK(decide(id, ecosystem::PipelineAct::proceed));
    assess(id, {3, 3, 3, 3}, 3);
    const auto act = conditions.conditions.empty()
                         ? ecosystem::PipelineAct::recommend
                         : ecosystem::PipelineAct::recommend_with_conditions;
    EXPECT_OK(decide(id, act, std::move(conditions)));
    return id;
  }

  store::AuditVerdict audit() {
    auto lease = connections_.lend().value();
    return store::verify_audit_trail(*lease).value();
  }
};

}  // namespace tributary::app
