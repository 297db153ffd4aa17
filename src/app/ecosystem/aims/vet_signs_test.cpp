#include "app/ecosystem/aims/vet_signs.h"

#include <gtest/gtest.h>

namespace tributary::app {
namespace {

bool names_vet(const catalogue::SourceProject& project) { return vet_signs(project).names_vet; }

TEST(VetSigns, AreWordsOfTheirOwn) {
  EXPECT_TRUE(names_vet({.title = "Innovation ecosystems for VET"}));
  EXPECT_TRUE(names_vet({.title = "New VOCATIONAL paths"}));
  EXPECT_TRUE(names_vet({.title = "Apprenticeships at sea"}));
  EXPECT_TRUE(names_vet({.key = "2016-1-IE01-KA202-016889"}));
  EXPECT_TRUE(names_vet({.key = "2021-1-IE01-KA220-VET-000033"}));
  EXPECT_FALSE(names_vet({.title = "Vet clinics and avocational arts"}))
      << "animals' doctors, and a word within another";
  EXPECT_FALSE(names_vet({.title = "VETERAN"}));
  catalogue::SourceProject by_topic{.title = "Robots"};
  by_topic.topics = {{catalogue::TopicVocabulary::erasmus_topic, "", "Vocational training"}};
  EXPECT_TRUE(names_vet(by_topic));
}

TEST(VetSigns, MobilityIsKnownByItsActionOrKey) {
  EXPECT_TRUE(vet_signs({.key_action = "Learning Mobility of Individuals"}).is_mobility);
  EXPECT_TRUE(vet_signs({.key = "2016-1-IE01-KA102-016889"}).is_mobility);
  EXPECT_FALSE(vet_signs({.key = "2016-1-IE01-KA202-016889"}).is_mobility);
  EXPECT_FALSE(vet_signs({.title = "Electric mobility"}).is_mobility);
}

TEST(PartnerKind, CordisDoesNotTellWhoIsNoProvider) {
  EXPECT_FALSE(could_name_vet_provider("OTH"));
  EXPECT_TRUE(could_name_vet_provider("Small and medium sized enterprise"));
}

TEST(PartnerKind, WhatIsUnknownStaysSo) {
  using catalogue::OrganisationType;
  EXPECT_EQ(partner_kind(OrganisationType::unknown), ecosystem::PartnerKind::unknown);
  EXPECT_EQ(partner_kind(OrganisationType::vocational_school),
            ecosystem::PartnerKind::vet_provider);
  EXPECT_EQ(partner_kind(OrganisationType::higher_education), ecosystem::PartnerKind::research);
  EXPECT_EQ(partner_kind(OrganisationType::school), ecosystem::PartnerKind::other);
}

}  // namespace
}  // namespace tributary::app
