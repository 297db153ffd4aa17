#include "network/partners/partner_search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

namespace tributary::network {
namespace {

constexpr Date kToday(20'000);

Date years_ago(double years) {
  return Date(kToday.days_since_epoch() - static_cast<std::int32_t>(years * 365.25));
}

/// 0 and 1 in project 0, now; 1 and 2 in project 1, twelve years ago; 0 and 3 in project 2, without
/// a day; 4 to 7 in project 3, now.
const Collaboration kFour(8, {kToday, years_ago(12), {}, kToday},
                          {{{0}, {0}},
                           {{1}, {0}},
                           {{1}, {1}},
                           {{2}, {1}},
                           {{0}, {2}},
                           {{3}, {2}},
                           {{4}, {3}},
                           {{5}, {3}},
                           {{6}, {3}},
                           {{7}, {3}}});
const std::vector<OrganisationKind> kKinds{{1, 1}, {1, 2}, {2, 1}, {3, 3},
                                           {0, 0}, {1, 1}, {1, 1}, {1, 1}};

PartnerQuestion asked(std::vector<Vote> votes, std::vector<OrganisationIndex> members) {
  return {
      .votes = std::move(votes),
      .members = std::move(members),
      .weights = {.relevance = 1, .ties = 0, .experience = 0, .complementarity = 0, .newcomer = 0},
      .size_damping = 0,
      .half_life_years = 6,
      .today = kToday};
}

std::vector<PartnerCandidate> in_order(const PartnerCandidates& found) {
  return found.page(0, found.size());
}

const PartnerCandidate& candidate(const std::vector<PartnerCandidate>& found,
                                  std::uint32_t organisation) {
  return *std::ranges::find(found, OrganisationIndex{organisation},
                            &PartnerCandidate::organisation);
}

/// What a part is made of, beside the most: the inverse of its logarithm.
double beside_most(double part) { return std::expm1(part * std::log(6)) / 5; }

TEST(PartnerSearch, AProjectSpeaksForThoseWhoCarriedItOutAndTheNearestSpeakLoudest) {
  const PartnerSearch search(kFour, kKinds);
  const auto found = in_order(search.candidates(asked({{{0}, 2}, {{3}, 1}}, {})));
  ASSERT_EQ(found.size(), 6);
  EXPECT_EQ(found[0].organisation, (OrganisationIndex{0}));
  EXPECT_DOUBLE_EQ(found[0].score, 1);
  EXPECT_NEAR(beside_most(candidate(found, 4).score), 0.25, 1e-6) << "half as near";
}

TEST(PartnerSearch, WhatAProjectSaysHalvesWithEachHalfLife) {
  const PartnerSearch search(kFour, kKinds);
  const auto found = in_order(search.candidates(asked({{{0}, 1}, {{1}, 1}, {{2}, 1}}, {})));
  const auto said = [&](std::uint32_t who) { return beside_most(candidate(found, who).score); };
  EXPECT_NEAR(said(1) / said(2), (1 + 0.25) / 0.25, 1e-4);
  EXPECT_NEAR(said(0) / said(3), (1 + 0.5) / 0.5, 1e-4) << "without a day as one half-life old";
}

TEST(PartnerSearch, MembersAreNoCandidatesAndTheirPartnersCountByJointProjects) {
  const PartnerSearch search(kFour, kKinds);
  auto question = asked({}, {{1}});
  question.weights = {.relevance = 0, .ties = 1, .experience = 0, .complementarity = 0};
  const auto found = in_order(search.candidates(question));
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0].organisation, (OrganisationIndex{0}));
  EXPECT_NEAR(beside_most(found[1].score), 0.25, 1e-6);
  const auto ties = search.ties_of({0}, question, 5);
  ASSERT_EQ(ties.count, 1);
  EXPECT_EQ(ties.first[0].project, (ProjectIndex{0}));
  EXPECT_DOUBLE_EQ(ties.first[0].share, 1);
}

TEST(PartnerSearch, AMemberWhoWorksWithEverybodySaysLess) {
  const PartnerSearch search(kFour, kKinds);
  // 0 has two projects, 4 has one: each joint project with 4 says √(3/2) of one with 0, but has
  // four members beside two.
  auto question = asked({}, {{0}, {4}});
  question.weights = {.relevance = 0, .ties = 1, .experience = 0, .complementarity = 0};
  const auto found = in_order(search.candidates(question));
  const auto said = [&](std::uint32_t who) { return beside_most(candidate(found, who).score); };
  EXPECT_NEAR(said(5) / said(1), std::sqrt(3.0 / 2) * std::sqrt(2.0 / 4), 1e-6);
}

TEST(PartnerSearch, ExperienceGrowsWithTheLogarithmOfProjects) {
  const PartnerSearch search(kFour, kKinds);
  auto question = asked({{{0}, 1}, {{3}, 1}}, {});
  question.weights = {.relevance = 0, .ties = 0, .experience = 1, .complementarity = 0};
  const auto found = in_order(search.candidates(question));
  EXPECT_DOUBLE_EQ(candidate(found, 0).score, 1) << "two projects, the most";
  EXPECT_DOUBLE_EQ(candidate(found, 4).score, std::log(2.0) / std::log(3.0));
}

TEST(PartnerSearch, ACountryAndATypeThatNobodyHasAreHalfEach) {
  const PartnerSearch search(kFour, kKinds);
  const auto found =
      in_order(search.candidates(asked({{{0}, 1}, {{1}, 1}, {{2}, 1}, {{3}, 1}}, {{0}})));
  EXPECT_DOUBLE_EQ(candidate(found, 1).parts.complementarity, 0.5) << "another type";
  EXPECT_DOUBLE_EQ(candidate(found, 2).parts.complementarity, 0.5) << "another country";
  EXPECT_DOUBLE_EQ(candidate(found, 3).parts.complementarity, 1);
  EXPECT_DOUBLE_EQ(candidate(found, 4).parts.complementarity, 0) << "what is not known is not new";
}

TEST(PartnerSearch, WhatBeganAfterTheDayIsNotKnown) {
  const PartnerSearch search(kFour, kKinds);
  auto question = asked({{{0}, 1}, {{1}, 1}, {{2}, 1}}, {});
  question.known_until = years_ago(1);
  const auto found = in_order(search.candidates(question));
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0].projects, 1);
  EXPECT_EQ(search.votes_for({0}, question, 5).count, 0);
}

struct AnyQuestion {
  std::uint32_t organisations = 0;
  std::vector<std::optional<Date>> began;
  std::vector<Participation> participations;
  std::vector<OrganisationKind> kinds;
  PartnerQuestion question;
};

AnyQuestion any_question() {
  AnyQuestion any{.organisations = *rc::gen::inRange<std::uint32_t>(1, 10)};
  const auto projects = *rc::gen::inRange<std::uint32_t>(1, 8);
  for (std::uint32_t project = 0; project < projects; ++project) {
    const auto age = *rc::gen::inRange(-1, 20);
    any.began.push_back(age < 0 ? std::nullopt : std::optional(years_ago(age)));
    if (*rc::gen::arbitrary<bool>()) any.question.votes.push_back({{project}, 1.0 + project});
  }
  for (int each = *rc::gen::inRange(0, 30); each > 0; --each) {
    any.participations.push_back({{*rc::gen::inRange<std::uint32_t>(0, any.organisations)},
                                  {*rc::gen::inRange<std::uint32_t>(0, projects)}});
  }
  for (std::uint32_t each = 0; each < any.organisations; ++each) {
    any.kinds.push_back(
        {*rc::gen::inRange<std::uint16_t>(0, 3), *rc::gen::inRange<std::uint16_t>(0, 3)});
    if (*rc::gen::inRange(0, 4) == 0) any.question.members.push_back({each});
  }
  any.question.today = kToday;
  any.question.size_damping = *rc::gen::element(0.0, 0.25, 1.0);
  return any;
}

/// By the formula, project by project, for one organisation.
double votes_by_definition(const AnyQuestion& any, const Collaboration& all, std::uint32_t who,
                           bool of_ties) {
  double sum = 0;
  for (std::uint32_t project = 0; project < any.began.size(); ++project) {
    const auto members = all.members_of({project});
    if (std::ranges::find(members, OrganisationIndex{who}) == members.end()) continue;
    const double age =
        any.began[project]
            ? (kToday.days_since_epoch() - any.began[project]->days_since_epoch()) / 365.25
            : any.question.half_life_years;
    double said = 0;
    double largest = 0;
    for (const auto& vote : any.question.votes) largest = std::max(largest, vote.weight);
    if (of_ties) {
      for (const auto member : any.question.members) {
        if (std::ranges::find(members, member) == members.end()) continue;
        said += 1 / std::sqrt((1.0 + static_cast<double>(all.projects_of(member).size())) *
                              static_cast<double>(members.size()));
      }
    } else {
      for (const auto& vote : any.question.votes)
        said += vote.project.value == project ? std::pow(vote.weight / largest, 2) : 0;
    }
    sum += said * std::pow(0.5, age / any.question.half_life_years);
  }
  return sum / std::pow(std::log2(1.0 + static_cast<double>(all.projects_of({who}).size())),
                        any.question.size_damping);
}

std::set<ProjectIndex> joint_projects_by_definition(const AnyQuestion& any,
                                                    const Collaboration& all, std::uint32_t who) {
  std::set<ProjectIndex> joint;
  for (const auto project : all.projects_of({who})) {
    const auto members = all.members_of(project);
    if (std::ranges::any_of(any.question.members, [&](auto member) {
          return std::ranges::find(members, member) != members.end();
        })) {
      joint.insert(project);
    }
  }
  return joint;
}

TEST(PartnerSearch, ProjectsOfAShortAndALongListAreJointWhereverTheyLie) {
  // 0 took part in all of a hundred projects, 1 in the first, the last and some between.
  std::vector<Participation> participations;
  for (std::uint32_t project = 0; project < 100; ++project) {
    participations.push_back({{0}, {project}});
  }
  for (const std::uint32_t project : {0U, 1U, 7U, 63U, 64U, 98U, 99U}) {
    participations.push_back({{1}, {project}});
  }
  const Collaboration all(2, std::vector<std::optional<Date>>(100, kToday), participations);
  const std::vector<OrganisationKind> kinds(2);
  const PartnerSearch search(all, kinds);
  const auto ties = search.ties_of({1}, asked({}, {{0}}), 3);
  EXPECT_EQ(ties.count, 7);
  ASSERT_EQ(ties.first.size(), 3);
  EXPECT_EQ(ties.first[2].project, (ProjectIndex{7})) << "all say the same: by place";
  EXPECT_DOUBLE_EQ(ties.first[0].share, 1.0 / 7);
  EXPECT_EQ(search.ties_of({0}, asked({}, {{1}}), 3).count, 7) << "the other way round";
}

RC_GTEST_PROP(PartnerSearch, ScoresAreWhatTheFormulaSays, ()) {
  const auto any = any_question();
  const Collaboration all(any.organisations, any.began, any.participations);
  const JointProjects laid_out(all, *rc::gen::inRange<std::size_t>(1, 4));
  const PartnerSearch search(all, any.kinds, *rc::gen::arbitrary<bool>() ? &laid_out : nullptr);
  const auto found = in_order(search.candidates(any.question));
  std::map<std::uint32_t, double> votes, ties;
  double most_votes = 0;
  double most_ties = 0;
  for (const auto& each : found) {
    const auto who = each.organisation.value;
    most_votes = std::max(most_votes, votes[who] = votes_by_definition(any, all, who, false));
    most_ties = std::max(most_ties, ties[who] = votes_by_definition(any, all, who, true));
  }
  for (const auto& each : found) {
    const auto who = each.organisation.value;
    RC_ASSERT(std::ranges::find(any.question.members, each.organisation) ==
              any.question.members.end());
    const auto beside = [](double part, double most) {
      return most > 0 ? std::log(1 + 5 * part / most) / std::log(6) : 0;
    };
    RC_ASSERT(std::abs(each.parts.relevance - beside(votes[who], most_votes)) < 2e-7);
    RC_ASSERT(std::abs(each.parts.ties - beside(ties[who], most_ties)) < 2e-7);
    RC_ASSERT(each.score >= 0.0);
    RC_ASSERT(each.score <= 1.0 + 1e-12);
    double shares = 0;
    const auto reasons = search.votes_for(each.organisation, any.question, all.projects());
    for (const auto& reason : reasons.first) shares += reason.share;
    RC_ASSERT(std::abs(shares - (votes[who] > 0 ? 1 : 0)) < 1e-9);
    const auto joint = joint_projects_by_definition(any, all, who);
    const auto told = search.ties_of(each.organisation, any.question, all.projects());
    RC_ASSERT(told.count == joint.size());
    double ties_shares = 0;
    for (const auto& reason : told.first) {
      RC_ASSERT(joint.contains(reason.project));
      ties_shares += reason.share;
    }
    RC_ASSERT(std::abs(ties_shares - (joint.empty() ? 0 : 1)) < 1e-9);
    const auto two = search.ties_of(each.organisation, any.question, 2);
    RC_ASSERT(two.count == joint.size());
    RC_ASSERT(std::ranges::equal(two.first, std::span(told.first).first(two.first.size()), {},
                                 &Reason::project, &Reason::project));
  }
  RC_ASSERT(std::ranges::is_sorted(found, std::greater(), &PartnerCandidate::score));
  const auto offset = *rc::gen::inRange<std::size_t>(0, 6);
  const auto page = search.candidates(any.question).page(offset, 3);
  const auto rest = std::span(found).subspan(std::min(offset, found.size()));
  RC_ASSERT(std::ranges::equal(page, rest.first(std::min<std::size_t>(3, rest.size())), {},
                               &PartnerCandidate::organisation, &PartnerCandidate::organisation));
}

}  // namespace
}  // namespace tributary::network
