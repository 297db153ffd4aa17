#include "catalogue/identity/organisation_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "catalogue/identity/match_decision.h"

namespace tributary::catalogue {
namespace {

struct Address {
  std::string street, post_code, city, country, website;
};

NamedOrganisation at(std::string name, const Address& address) {
  NamedOrganisation named;
  named.name = std::move(name);
  named.street = address.street;
  named.post_code = address.post_code;
  named.city = address.city;
  named.country = address.country;
  named.website = address.website;
  return named;
}

const Address kMilan{"Viale Fulvio Testi 330", "20126", "Milano", "IT", ""};

OrganisationIndex index_of(const NamedOrganisation& one, const NamedOrganisation& other) {
  const ProfileReader reader;
  OrganisationIndex index;
  index.add(reader.profile_of(one));
  index.add(reader.profile_of(other));
  index.finish();
  return index;
}

/// The score of two as they would be compared in a catalogue of both; 0 where they do not meet.
double score_between(const NamedOrganisation& one, const NamedOrganisation& other) {
  const auto index = index_of(one, other);
  OrganisationIndex::Scratch scratch;
  const auto found = index.candidates(index.profile(0), scratch);
  if (std::ranges::find(found, 1U) == found.end()) return 0;
  return score_of(compare(index.profile(0), index.profile(1)));
}

TEST(OrganisationMatch, TheSameUnderAnotherLegalFormIsSure) {
  EXPECT_GE(
      score_between(at("ITALFARMACO S.p.A.", kMilan), at("Italfarmaco Società per Azioni", kMilan)),
      kSureScore);
}

MatchFigures figures_between(const NamedOrganisation& one, const NamedOrganisation& other) {
  const auto index = index_of(one, other);
  return compare(index.profile(0), index.profile(1));
}

float figure(const MatchFigures& figures, MatchFeature feature) {
  return figures[static_cast<std::size_t>(feature)];
}

TEST(OrganisationMatch, WordsBetweenWhichTheBlankIsLostAreTheSame) {
  const auto figures = figures_between(at("Consejo Superior de Investigaciones Científicas", {}),
                                       at("Consejo Superior deInvestigaciones Científicas", {}));
  EXPECT_EQ(figure(figures, MatchFeature::same_words), 1);
  const auto others = figures_between(at("Consejo Superior de Investigaciones Científicas", {}),
                                      at("Consejo Superior de Deportes Científicas", {}));
  EXPECT_EQ(figure(others, MatchFeature::same_words), 0);
}

TEST(OrganisationMatch, AShortNameOfSeveralWordsIsASecondName) {
  const Address athens{"", "", "Athina", "GR", ""};
  auto one = at("Elliniki Epitropi Atomikis Energeias", athens);
  const auto other = at("Greek Kabron Energy Commission", athens);
  EXPECT_LT(figure(figures_between(one, other), MatchFeature::best_words), 0.8F);
  one.short_name = "GREEK KABRON ENERGY COMMISSION";
  EXPECT_EQ(figure(figures_between(one, other), MatchFeature::best_words), 1);
  EXPECT_GT(score_between(one, other), 0) << "they meet";
}

TEST(OrganisationMatch, OthersInOneTownAreNot) {
  const Address elsewhere{"Via Roma 1", "20100", "Milano", "IT", ""};
  EXPECT_LT(score_between(at("Istituto Galileo Galilei", kMilan),
                          at("Istituto Leonardo da Vinci", elsewhere)),
            kDoubtfulScore);
  EXPECT_EQ(score_between(at("Acme", kMilan), at("Zebra", {"", "", "Paris", "FR", ""})), 0);
}

TEST(OrganisationMatch, IdentifiersHaveTheLastWord) {
  const OrganisationIdentity one{"1", "", "", "IT:a"}, other{"2", "", "", "IT:b"}, none{};
  EXPECT_EQ(decide(1, relation_of(one, other)), MatchVerdict::doubtful);
  EXPECT_EQ(decide(1, relation_of(one, none)), MatchVerdict::sure);
  EXPECT_EQ(decide(0, relation_of(one, one)), MatchVerdict::sure);
  EXPECT_EQ(decide(0, relation_of(one, none)), MatchVerdict::different);
  EXPECT_EQ(decide(0.7, relation_of(none, none)), MatchVerdict::doubtful);
}

TEST(RegisteredDomain, IsWhatAnOrganisationRegisters) {
  EXPECT_EQ(registered_domain("https://www.eng.ox.ac.uk/people?x"), "ox.ac.uk");
  EXPECT_EQ(registered_domain("info@ua.pt"), "ua.pt");
  EXPECT_EQ(registered_domain("www.ph-noe.ac.at"), "ph-noe.ac.at");
  EXPECT_EQ(registered_domain("https://sites.google.com/view/school"), "");
  EXPECT_EQ(registered_domain("nowhere"), "");
}

rc::Gen<NamedOrganisation> any_organisation() {
  const auto word =
      rc::gen::element<std::string>("universidad", "university", "Wien", "Vienna", "ABC", "nord",
                                    "7", "12", "of", "GmbH", "Kabron", "Отел", "Ίδρυμα");
  return rc::gen::map(rc::gen::tuple(rc::gen::container<std::vector<std::string>>(word),
                                     rc::gen::element<std::string>("", "Wien", "Athina"),
                                     rc::gen::element<std::string>("", "Ring 1", "Allee 22"),
                                     rc::gen::element<std::string>("", "1010", "10177"),
                                     rc::gen::element<std::string>("", "www.a.at", "b.gr")),
                      [](const auto& parts) {
                        std::string name;
                        for (const auto& each : std::get<0>(parts)) name += each + " ";
                        return at(name, {std::get<2>(parts), std::get<3>(parts), std::get<1>(parts),
                                         "AT", std::get<4>(parts)});
                      });
}

RC_GTEST_PROP(OrganisationMatch, IsTheSameWhicheverComesFirst, ()) {
  const auto one = *any_organisation(), other = *any_organisation();
  const auto index = index_of(one, other);
  const auto figures = compare(index.profile(0), index.profile(1));
  RC_ASSERT(figures == compare(index.profile(1), index.profile(0)));
  for (const auto figure : figures) RC_ASSERT(figure >= 0 && figure <= 1);
}

RC_GTEST_PROP(OrganisationIndex, FindsTheSameSpellingAgain, ()) {
  auto known = *rc::gen::container<std::vector<NamedOrganisation>>(20, any_organisation());
  const ProfileReader reader;
  OrganisationIndex index;
  for (const auto& organisation : known) index.add(reader.profile_of(organisation));
  known.push_back(at("Zentrum Xylophon", kMilan));
  index.add(reader.profile_of(known.back()));
  index.finish();
  OrganisationIndex::Scratch scratch;
  auto asked = reader.profile_of(known.back());
  index.weigh(asked);
  const auto found = index.candidates(asked, scratch);
  RC_ASSERT(std::ranges::find(found, 20U) != found.end());
}

TEST(MatchDecision, AVatNumberAloneIsSureOnlyWhereTheRestDoesNotContradict) {
  OrganisationIdentity one, other;
  one.vat = other.vat = "PT:501461108";
  EXPECT_EQ(decide(0.02, relation_of(one, other)), MatchVerdict::doubtful) << "a group's number";
  EXPECT_EQ(decide(0.7, relation_of(one, other)), MatchVerdict::sure);
  one.pic = other.pic = "999900001";
  EXPECT_EQ(decide(0.02, relation_of(one, other)), MatchVerdict::sure);
  other.pic = "999900002";
  EXPECT_EQ(decide(0.999, relation_of(one, other)), MatchVerdict::doubtful);
}

}  // namespace
}  // namespace tributary::catalogue
