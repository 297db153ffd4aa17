#include "network/ego_network.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace tributary::network {
namespace {

std::optional<Date> year(int year) { return Date::from_calendar(year, 1, 1); }

Date end_of(int year) { return Date::from_calendar(year, 12, 31).value(); }

/// A school (0) with two projects whose partners know nobody of the other one.
///   2015: 0 1 2    2018: 0 3 4    without a day: 0 5    2019, again: 0 1
const Collaboration kSchool(6, {year(2015), year(2018), {}, year(2019)},
                            {{{0}, {0}},
                             {{1}, {0}},
                             {{2}, {0}},
                             {{0}, {1}},
                             {{3}, {1}},
                             {{4}, {1}},
                             {{0}, {2}},
                             {{5}, {2}},
                             {{0}, {3}},
                             {{1}, {3}}});

TEST(EgoNetwork, JoinsTwoGroupsThatDoNotKnowEachOther) {
  EgoReader reader(kSchool);
  EXPECT_EQ(reader.position_of({0}, end_of(2016)),
            (EgoPosition{.degree = 2, .ties_among_partners = 1, .effective_size = 1}));
  EXPECT_EQ(reader.position_of({0}, end_of(2018)),
            (EgoPosition{.degree = 4, .ties_among_partners = 2, .effective_size = 3}))
      << "4 partners, and 2 of the 4 ties that would make one group of each pair";
  EXPECT_EQ(reader.position_of({5}, end_of(2020)), EgoPosition{}) << "nobody can say since when";
}

TEST(EgoNetwork, ATieBeginsWithTheFirstJointProject) {
  const auto ties = first_ties(kSchool, {0});
  ASSERT_EQ(ties.size(), 4);
  EXPECT_EQ(ties[0], (Tie{.partner = {1}, .since = year(2015).value(), .first_project = {0}}));
  EXPECT_EQ(ties[2], (Tie{.partner = {3}, .since = year(2018).value(), .first_project = {1}}));
}

TEST(Collaboration, CountsAParticipationThatIsNamedTwiceOnce) {
  const Collaboration twice(2, {year(2015)}, {{{1}, {0}}, {{0}, {0}}, {{1}, {0}}});
  EXPECT_EQ(twice.members_of({0}).size(), 2);
  EXPECT_EQ(twice.projects_of({1}).size(), 1);
}

struct AnyNetwork {
  std::uint32_t organisations = 0;
  std::vector<std::optional<Date>> began;
  std::vector<Participation> participations;
};

AnyNetwork any_network() {
  AnyNetwork network{.organisations = *rc::gen::inRange<std::uint32_t>(1, 12)};
  const auto projects = *rc::gen::inRange<std::uint32_t>(1, 10);
  for (std::uint32_t project = 0; project < projects; ++project) {
    const auto started = *rc::gen::inRange(2013, 2022);
    network.began.push_back(started == 2013 ? std::nullopt : year(started));
  }
  const auto count = *rc::gen::inRange(0, 40);
  for (int each = 0; each < count; ++each) {
    network.participations.push_back({{*rc::gen::inRange<std::uint32_t>(0, network.organisations)},
                                      {*rc::gen::inRange<std::uint32_t>(0, projects)}});
  }
  return network;
}

/// The slow twin: the day of the first joint project of every pair, from every pair of rows.
std::map<std::pair<OrganisationIndex, OrganisationIndex>, Date> all_ties(
    const AnyNetwork& network) {
  std::map<std::pair<OrganisationIndex, OrganisationIndex>, Date> ties;
  for (const auto& one : network.participations) {
    for (const auto& other : network.participations) {
      const auto began = network.began[one.project.value];
      if (one.project != other.project || one.organisation == other.organisation || !began)
        continue;
      const auto [tie, is_new] = ties.try_emplace({one.organisation, other.organisation}, *began);
      tie->second = std::min(tie->second, *began);
    }
  }
  return ties;
}

RC_GTEST_PROP(EgoNetwork, MeasuresWhatAllPairsOfAMatrixSay, ()) {
  const auto network = any_network();
  const Collaboration collaboration(network.organisations, network.began, network.participations);
  EgoReader reader(collaboration);
  const auto ties = all_ties(network);
  const auto until = end_of(*rc::gen::inRange(2013, 2022));
  const auto are_tied = [&](OrganisationIndex one, OrganisationIndex other) {
    const auto tie = ties.find({one, other});
    return tie != ties.end() && tie->second <= until;
  };
  for (std::uint32_t ego = 0; ego < network.organisations; ++ego) {
    std::vector<OrganisationIndex> partners;
    for (std::uint32_t other = 0; other < network.organisations; ++other) {
      if (are_tied({ego}, {other})) partners.push_back({other});
    }
    std::uint64_t among = 0;
    for (const auto one : partners) {
      for (const auto other : partners) among += one < other && are_tied(one, other) ? 1U : 0U;
    }
    const auto position = reader.position_of({ego}, until);
    RC_ASSERT(position.degree == partners.size());
    RC_ASSERT(position.ties_among_partners == among);
    const auto groups = partners.empty() ? 0.0
                                         : static_cast<double>(partners.size()) -
                                               2.0 * static_cast<double>(among) /
                                                   static_cast<double>(partners.size());
    RC_ASSERT(position.effective_size == groups);
  }
}

RC_GTEST_PROP(EgoNetwork, FindsTheFirstTieOfEveryPair, ()) {
  const auto network = any_network();
  const Collaboration collaboration(network.organisations, network.began, network.participations);
  const auto expected = all_ties(network);
  std::map<std::pair<OrganisationIndex, OrganisationIndex>, Date> found;
  for (std::uint32_t ego = 0; ego < network.organisations; ++ego) {
    for (const auto& tie : first_ties(collaboration, {ego})) {
      found.emplace(std::pair(OrganisationIndex{ego}, tie.partner), tie.since);
      RC_ASSERT(collaboration.began(tie.first_project) == tie.since);
      const auto members = collaboration.members_of(tie.first_project);
      RC_ASSERT(std::ranges::find(members, tie.partner) != members.end());
    }
  }
  RC_ASSERT(found == expected);
}

}  // namespace
}  // namespace tributary::network
