#include "catalogue/identity/organisation_identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tributary::catalogue {
namespace {

NamedOrganisation organisation(std::string name, std::string country) {
  NamedOrganisation made;
  made.name = std::move(name);
  made.country = std::move(country);
  return made;
}

OrganisationIdentity named(std::string name, std::string country) {
  return identity_of(organisation(std::move(name), std::move(country)));
}

OrganisationIdentity with_vat(std::string vat, std::string country) {
  NamedOrganisation organisation;
  organisation.vat = std::move(vat);
  organisation.country = std::move(country);
  return identity_of(organisation);
}

TEST(OrganisationIdentity, NamesAreEqualWhateverTheirCaseAccentsPunctuationAndSpaces) {
  EXPECT_EQ(named("École «Jean-Moulin»,  Évreux", "FR"), named("ECOLE JEAN MOULIN (EVREUX)", "FR"));
  EXPECT_EQ(named("ΕΘΝΙΚΟ ΜΕΤΣΟΒΙΟ – Πολυτεχνείο", "GR"),
            named("Εθνικό Μετσόβιο Πολυτεχνείο", "GR"));
  EXPECT_NE(named("Ecole Jean Moulin", "FR"), named("Ecole Jean Moulin", "BE"));
  EXPECT_NE(named("School 1", "PL"), named("School 2", "PL"));
  EXPECT_TRUE(same_name("ACME GmbH", "Acme  gmbh."));
}

TEST(OrganisationIdentity, VatNumbersAreEqualWithAndWithoutTheirCountry) {
  EXPECT_EQ(with_vat("PT501461108", "PT"), with_vat("501 461 108", "PT"));
  EXPECT_EQ(with_vat("EL090034337", "GR"), with_vat("GR-090034337", "GR"));
  EXPECT_NE(with_vat("501461108", "PT").vat, with_vat("501461108", "ES").vat);
  EXPECT_EQ(with_vat("501461108", "").vat, "") << "a number means nothing without its country";
  for (const auto* filler : {"NA", "0", "00000000", "notapplicable", "-", "PT111111111", "99999999",
                             "123456789", "1234567890"}) {
    EXPECT_EQ(with_vat(filler, "PT").vat, "") << filler;
  }
}

TEST(OrganisationIdentity, PicsAreEqualWithAndWithoutLeadingZeros) {
  NamedOrganisation one, other;
  one.pic = "0999984350";
  other.pic = " 999984350";
  EXPECT_EQ(identity_of(one).pic, identity_of(other).pic);
  one.pic = "000000000";
  EXPECT_EQ(identity_of(one).pic, "");
}

TEST(OrganisationIdentity, KeysComeStrongestFirst) {
  const OrganisationIdentity all{"1", "E10", "PT:5", "PT:a", "PT:5 a"};
  EXPECT_THAT(keys_of(all), testing::ElementsAre(IdentityKey{Mark::pic, "pic:1"},
                                                 IdentityKey{Mark::oid, "oid:E10"},
                                                 IdentityKey{Mark::vat_and_name, "vat-name:PT:5 a"},
                                                 IdentityKey{Mark::vat, "vat:PT:5"},
                                                 IdentityKey{Mark::name, "name:PT:a"}));
  EXPECT_TRUE(keys_of({}).empty());
}

TEST(OrganisationIdentity, UnderOneVatNumberNamesAreAlikeWhateverTheirLanguageOrderAndLegalForm) {
  IdentityReader reader;
  const auto read = [&](std::string name, std::string vat) {
    auto stated = organisation(std::move(name), "DE");
    stated.vat = std::move(vat);
    return reader.read(stated);
  };
  const auto known = read("Technische Universität München", "DE811193231");
  const auto means_known = [&](const std::string& name) {
    return means(read(name, "811193231"), Mark::vat, known);
  };
  EXPECT_TRUE(means_known("TECHNISCHE UNIVERSITAET MUENCHEN"));
  EXPECT_TRUE(means_known("Technical University of Munich GmbH"));
  EXPECT_TRUE(means_known("München Technische Universität"));
  EXPECT_TRUE(means_known("")) << "nothing contradicts";
  EXPECT_FALSE(means_known("Klinikum der Technischen Universität München"));
  EXPECT_FALSE(means_known("Landesamt für Gesundheit"));
  EXPECT_NE(read("Landesamt", "DE811193231").vat_and_name, read("Landesamt", "DE5").vat_and_name);
  EXPECT_EQ(read("Landesamt", "").vat_and_name, "");
  EXPECT_NE(read("GmbH", "DE811193231").vat_and_name, read("AG", "DE811193231").vat_and_name);
}

TEST(OrganisationIdentity, AStrongerMarkContradictsAWeakerOne) {
  const OrganisationIdentity stated{"1", "E10", "PT:5", "PT:a", "PT:5 a"};
  EXPECT_TRUE(means(stated, Mark::pic, {"1", "E99", "PT:9", "PT:b", ""}));
  EXPECT_TRUE(means(stated, Mark::name, {"", "", "", "PT:a", ""}));
  EXPECT_TRUE(means(stated, Mark::oid, {"1", "E10", "PT:9", "", ""}));
  EXPECT_FALSE(means(stated, Mark::oid, {"2", "E10", "", "", ""}));
  EXPECT_FALSE(means(stated, Mark::vat, {"", "E99", "PT:5", "", ""}));
  EXPECT_FALSE(means(stated, Mark::name, {"", "", "PT:9", "PT:a", ""}));
  EXPECT_FALSE(means(stated, Mark::name, {"2", "", "", "PT:a", ""}));
}

TEST(OrganisationIdentity, TheNameInAnAddressIsCutBetweenWords) {
  EXPECT_EQ(address_name("Universität für Bodenkultur, Wien", 60),
            "universitat-fur-bodenkultur-wien");
  EXPECT_EQ(address_name("Louth and Meath Education", 14), "louth-and");
  EXPECT_EQ(address_name("Louth and Meath", 9), "louth-and");
  EXPECT_EQ(address_name("Louth and Meath", 15), "louth-and-meath");
  EXPECT_EQ(address_name("Donaudampfschifffahrt", 5), "donau");
  EXPECT_EQ(address_name("Ελλάδα", 60), "");
  EXPECT_EQ(address_name("", 60), "");
}

}  // namespace
}  // namespace tributary::catalogue
