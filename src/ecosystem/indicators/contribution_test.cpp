#include "ecosystem/indicators/contribution.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

const Date kYearEnd = Date::from_iso("2020-12-31").value();

using Organisations = std::vector<OrganisationNumber>;

TEST(VetInnovationProject, IsToldByItsWordsItsPartnersOrWhatCameOfIt) {
  EXPECT_FALSE(is_vet_innovation_project({}));
  EXPECT_TRUE(is_vet_innovation_project({.names_vet = true}));
  EXPECT_TRUE(is_vet_innovation_project({.has_vet_provider = true}));
  EXPECT_FALSE(
      is_vet_innovation_project({.names_vet = true, .has_vet_provider = true, .is_mobility = true}))
      << "it sends learners, and makes nothing new";
  EXPECT_TRUE(is_vet_innovation_project({.is_mobility = true, .is_source = true}));
}

class Places : public testing::Test {
 protected:
  /// In VET project 1 a school, two enterprises and somebody; in project 2 the school, the first
  /// enterprise and an institute.
  const std::vector<NetworkPlace> places_ = {
      {{10}, {1}, PartnerKind::vet_provider, true},  {{12}, {1}, PartnerKind::enterprise, true},
      {{11}, {1}, PartnerKind::enterprise, true},    {{13}, {1}, PartnerKind::unknown, true},
      {{10}, {2}, PartnerKind::vet_provider, false}, {{11}, {2}, PartnerKind::enterprise, false},
      {{14}, {2}, PartnerKind::research, false}};
};

TEST_F(Places, EnterprisesAreCountedInVetProjectsAlone) {
  const auto figure = enterprises_in_vet_projects(places_, kYearEnd, "catalogue");
  EXPECT_EQ(figure.value, 2);
  EXPECT_EQ(figure.rows, (Organisations{{11}, {12}}));
  EXPECT_EQ(figure.heard, (Heard{.from = 3, .in_scope = 4})) << "nobody knows what 13 is";
  EXPECT_EQ(figure.as_of, kYearEnd);
  EXPECT_EQ(figure.source, "catalogue");
}

TEST_F(Places, ShareOfProvidersIsAmongThoseThatAreKnown) {
  const auto organisations = vet_share_of_organisations(places_, kYearEnd, "");
  EXPECT_EQ(organisations.value, 0.25) << "10 among 10, 11, 12, 14";
  EXPECT_EQ(organisations.heard, (Heard{.from = 4, .in_scope = 5}));
  const auto participations = vet_share_of_participations(places_, kYearEnd, "");
  EXPECT_DOUBLE_EQ(participations.value.value(), 2.0 / 6);
  EXPECT_EQ(participations.heard, (Heard{.from = 6, .in_scope = 7}));
  EXPECT_EQ(participations.rows, (Organisations{{10}}));
}

TEST_F(Places, WhereNothingIsKnownNothingIsZero) {
  const std::vector<NetworkPlace> unknown = {{{13}, {1}, PartnerKind::unknown, true}};
  for (const auto& places : {std::vector<NetworkPlace>(), unknown}) {
    EXPECT_EQ(enterprises_in_vet_projects(places, kYearEnd, "").value, std::nullopt);
    EXPECT_EQ(vet_share_of_organisations(places, kYearEnd, "").value, std::nullopt);
    EXPECT_EQ(vet_share_of_participations(places, kYearEnd, "").value, std::nullopt);
  }
  const std::vector<NetworkPlace> other = {{{14}, {1}, PartnerKind::research, true}};
  EXPECT_EQ(enterprises_in_vet_projects(other, kYearEnd, "").value, 0)
      << "all who take part are known, and none is an enterprise";
}

TEST(MedianPosition, IsNotMovedByAHub) {
  const auto odd = median_position({{{3}, 400}, {{1}, 2}, {{2}, 5}}, 7, kYearEnd, "");
  EXPECT_EQ(odd.value, 5);
  EXPECT_EQ(odd.heard, (Heard{.from = 3, .in_scope = 7}));
  EXPECT_EQ(odd.rows.front().organisation, OrganisationNumber{1});
  EXPECT_EQ(median_position({{{1}, 2}, {{2}, 5}}, 2, kYearEnd, "").value, 3.5);
  EXPECT_EQ(median_position({}, 7, kYearEnd, "").value, std::nullopt);
}

TEST(NewTies, AreCountedByWhatThePartnerIs) {
  const std::vector<NewTie> ties = {{{1}, {8}, {5}, PartnerKind::enterprise},
                                    {{1}, {9}, {5}, PartnerKind::unknown},
                                    {{1}, {7}, {5}, PartnerKind::research}};
  const auto figure = new_ties_to(PartnerKind::enterprise, ties, true, kYearEnd, "");
  EXPECT_EQ(figure.value, 1);
  EXPECT_EQ(figure.rows, (std::vector<NewTie>{ties[0]}));
  EXPECT_EQ(figure.heard, (Heard{.from = 2, .in_scope = 3}));
  const auto unknown = std::span(ties).subspan(1, 1);
  EXPECT_EQ(new_ties_to(PartnerKind::enterprise, unknown, true, kYearEnd, "").value, std::nullopt);
  EXPECT_EQ(new_ties_to(PartnerKind::enterprise, {}, true, kYearEnd, "").value, 0)
      << "providers were in projects, with partners they knew";
  EXPECT_EQ(new_ties_to(PartnerKind::enterprise, {}, false, kYearEnd, "").value, std::nullopt);
}

TEST(EnterpriseInnovations, AreThoseThatAnEnterpriseWorksOn) {
  const std::vector<InnovationPartners> innovations = {
      {.innovation = {3}, .has_enterprise = true, .has_vet_provider = true, .is_any_known = true},
      {.innovation = {2}, .has_enterprise = true, .is_any_known = true},
      {.innovation = {1}, .has_vet_provider = true, .is_any_known = true},
      {.innovation = {4}}};
  const auto figure = enterprise_innovations_with_vet_partner(innovations, kYearEnd, "");
  EXPECT_EQ(figure.value, 0.5);
  EXPECT_EQ(figure.rows, (std::vector<InnovationId>{{3}}));
  EXPECT_EQ(figure.heard, (Heard{.from = 3, .in_scope = 4}));
  EXPECT_EQ(enterprise_innovations_with_vet_partner(std::span(innovations).subspan(2), kYearEnd, "")
                .value,
            std::nullopt);
}

}  // namespace
}  // namespace tributary::ecosystem
