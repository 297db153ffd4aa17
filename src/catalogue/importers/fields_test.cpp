#include <gtest/gtest.h>

#include "catalogue/importers/field_country.h"
#include "catalogue/importers/field_date.h"
#include "catalogue/importers/field_labels.h"
#include "catalogue/importers/field_number.h"
#include "catalogue/importers/field_text.h"
#include "catalogue/importers/organisation_columns.h"

namespace tributary::catalogue {
namespace {

std::string date(std::string_view cell) {
  const auto day = parse_date(cell);
  return day ? day->iso() : "none";
}

TEST(Dates, AreReadInEveryPublishedForm) {
  EXPECT_EQ(date("2015-11-04"), "2015-11-04");
  EXPECT_EQ(date(" 2022-09-13 17:50:47 "), "2022-09-13");
  EXPECT_EQ(date("2021-01-31T00:00:00.000Z"), "2021-01-31");
  EXPECT_EQ(date("2021-01-31T00:00:00+01:00"), "2021-01-31");
  EXPECT_EQ(date("01/02/1996"), "1996-02-01");
  EXPECT_EQ(date("1/2/1996"), "1996-02-01");
  EXPECT_EQ(date("25.05.2020 00:00"), "2020-05-25");
  EXPECT_EQ(date("4 November 2015"), "2015-11-04");
  EXPECT_EQ(date("4 Nov 2015"), "2015-11-04");
  EXPECT_EQ(date("1 Sept. 2015"), "2015-09-01");
  EXPECT_EQ(date("01032009"), "2009-03-01");
  EXPECT_EQ(date("20150103"), "2015-01-03");
  EXPECT_EQ(date("42312"), "2015-11-04");
  EXPECT_EQ(date("42312.5"), "2015-11-04");
}

TEST(Dates, WithoutAReadingAreNotGuessed) {
  for (const auto* cell : {"2015-13-45", "31/02/2015", "29.02.2015", "12/25/2015", "2015",
                           "11/2015", "4 Brumaire 2015", "2015-11-04x", "99999999", "4231", "abc",
                           "2015-11-04 25:99", "04-11-2015", "H2020-SFS-2017-2"}) {
    EXPECT_EQ(date(cell), "none") << cell;
  }
}

std::string money(std::string_view cell) {
  const auto amount = parse_money(cell);
  return amount ? amount->decimal() : "none";
}

TEST(Amounts, AreReadInEveryPublishedForm) {
  EXPECT_EQ(money("1499998"), "1499998");
  EXPECT_EQ(money("0"), "0");
  EXPECT_EQ(money("941957.08"), "941957.08");
  EXPECT_EQ(money("2494217.5"), "2494217.50");
  EXPECT_EQ(money("2494217,5"), "2494217.50");
  EXPECT_EQ(money("642632.00"), "642632");
  EXPECT_EQ(money("€ 180 397,50"), "180397.50");
  EXPECT_EQ(money("€\xC2\xA0"
                  "180\xE2\x80\xAF"
                  "397,50"),
            "180397.50");
  EXPECT_EQ(money("180'397.50"), "180397.50");
  EXPECT_EQ(money("240000.0 EUR"), "240000");
  EXPECT_EQ(money("1.234.567"), "1234567");
  EXPECT_EQ(money("1,234,567.89"), "1234567.89");
  EXPECT_EQ(money("1.234.567,89"), "1234567.89");
  EXPECT_EQ(money("4.729375062E7"), "47293750.62");
  EXPECT_EQ(money("-1200.50"), "-1200.50");
  EXPECT_EQ(money("0,125"), "0.13");
  EXPECT_EQ(money("123.456"), "123.46");
  EXPECT_EQ(money("1234,567"), "1234.57");
}

TEST(Amounts, WithoutAReadingAreNotGuessed) {
  for (const auto* cell : {"abc", "12,345", "1,23,456", "1.2.3", "12 34", "1,234.567,8", "€", "--5",
                           "1e400", "H2020-SFS-2017-2", "99999999999999999999", "1 234 56"}) {
    EXPECT_EQ(money(cell), "none") << cell;
  }
}

TEST(Counts, AreWholeNumbers) {
  EXPECT_EQ(parse_count("7"), 7U);
  EXPECT_EQ(parse_count("7.0"), 7U);
  EXPECT_EQ(parse_count("7.5"), std::nullopt);
  EXPECT_EQ(parse_count("-7"), std::nullopt);
  EXPECT_EQ(parse_count("99999999999"), std::nullopt);
}

TEST(Positions, AreOnTheGlobe) {
  const auto position = parse_position("48.8473434, -2.3487498");
  ASSERT_TRUE(position);
  EXPECT_DOUBLE_EQ(position->latitude, 48.8473434);
  EXPECT_DOUBLE_EQ(position->longitude, -2.3487498);
  EXPECT_TRUE(parse_position("(48.8,2.3)"));
  for (const auto* cell : {"95.0,2.3", "48.8", "48.8;2.3", "nan,1", "48.8,181"}) {
    EXPECT_FALSE(parse_position(cell)) << cell;
  }
}

TEST(Truth, HasManyWords) {
  for (const auto* yes : {"true", "True", "YES", "y", "1"}) EXPECT_EQ(parse_truth(yes), true);
  for (const auto* no : {"false", "No", "N", "0"}) EXPECT_EQ(parse_truth(no), false);
  EXPECT_EQ(parse_truth("maybe"), std::nullopt);
}

TEST(Countries, AreKnownByCodeAndName) {
  const std::pair<const char*, const char*> kKnown[] = {
      {"FR", "FR"},
      {"fr", "FR"},
      {"EL", "GR"},
      {"UK", "GB"},
      {"GR", "GR"},
      {"XK", "XK"},
      {"NA", "NA"},
      {"Germany", "DE"},
      {"Türkiye", "TR"},
      {"Turkey", "TR"},
      {"Czech Republic", "CZ"},
      {"CZECHIA", "CZ"},
      {"The former Yugoslav Republic of Macedonia", "MK"},
      {"Côte d'Ivoire", "CI"},
      {"Korea (Republic of)", "KR"},
      {" Greece ", "GR"},
  };
  for (const auto& [cell, code] : kKnown) EXPECT_EQ(parse_country(cell), code) << cell;
  for (const auto* cell : {"ZZ", "F", "/RIA", "Atlantis", "FRA", "12"}) {
    EXPECT_EQ(parse_country(cell), std::nullopt) << cell;
  }
}

std::string cleaned(std::string_view cell, Lines lines = Lines::one) {
  std::string scratch;
  return std::string(clean_text(cell, lines, scratch));
}

TEST(Text, LosesTheMarksOfConversions) {
  EXPECT_EQ(cleaned(std::string_view()), "");
  EXPECT_EQ(cleaned("  plain \n"), "plain");
  EXPECT_EQ(cleaned("MINISTERE DE L'ENSEIGNEMENT SUPERIEUR  ET\nDE"),
            "MINISTERE DE L'ENSEIGNEMENT SUPERIEUR ET DE");
  EXPECT_EQ(cleaned("\"Fondacija \"\"PRONA\"\"\""), "Fondacija \"PRONA\"");
  EXPECT_EQ(cleaned("\"Networks\" and \"more\""), "\"Networks\" and \"more\"");
  EXPECT_EQ(cleaned("R&amp;D &quot;x&quot; &#233;&#x20AC;"), "R&D \"x\" é€");
  EXPECT_EQ(cleaned("AT&T & others; a &unknown; b"), "AT&T & others; a &unknown; b");
  EXPECT_EQ(cleaned("\xC2\xA0no break\xC2\xA0"), "no break");
  EXPECT_EQ(cleaned("the â€œMOVESâ€\xC2\x9D project"), "the “MOVES” project");
  EXPECT_EQ(cleaned("one\r\ntwo\rthree\x01", Lines::kept), "one\ntwo\nthree");
}

TEST(Text, IsCleanedWhereverTheMarkStands) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"&amp;", "&"}, {"  ", " "}, {"\x01", ""},    {"\x7F", ""},
      {"\x1F", ""},   {"\n", " "}, {"\n  \n", " "}, {"\xC3\x83\xC2\xA9", "\xC3\xA9"}};
  for (const auto& [mark, clean] : kMarks) {
    for (std::size_t before = 1; before < 20; ++before) {
      for (std::size_t after = 1; after < 20; ++after) {
        const auto around = [&](std::string_view between) {
          return std::string(before, '~').append(between).append(after, '!');
        };
        EXPECT_EQ(cleaned(around(mark)), around(clean)) << before << ' ' << after;
      }
    }
  }
}

TEST(Text, FindsTheCityInAnAddress) {
  NamedOrganisation organisation;
  assign_address("CAMPUS DE SAN VICENTE RASPEIG 99, 03690, ALICANTE", organisation);
  EXPECT_EQ(organisation.street, "CAMPUS DE SAN VICENTE RASPEIG 99");
  EXPECT_EQ(organisation.post_code, "03690");
  EXPECT_EQ(organisation.city, "ALICANTE");
  NamedOrganisation other;
  assign_address("Talented Athlete Scholarship Scheme, 3rd Floor, 6 North Street", other);
  EXPECT_EQ(other.street, "Talented Athlete Scholarship Scheme, 3rd Floor, 6 North Street");
  EXPECT_EQ(other.city, "");
}

TEST(Labels, AreMappedToOurWords) {
  EXPECT_EQ(parse_role("associatedPartner"), Role::associated_partner);
  EXPECT_EQ(parse_role("participant"), Role::partner);
  EXPECT_EQ(parse_role("https://x"), std::nullopt);
  EXPECT_EQ(organisation_type_of_label(
                "School/Institute/Educational centre – Vocational Training (secondary level)"),
            OrganisationType::vocational_school);
  EXPECT_EQ(organisation_type_of_label("Literature Foundation"), OrganisationType::other);
  EXPECT_EQ(programme_named("HORIZON"), "Horizon Europe");
  EXPECT_EQ(programme_named("Fourth Framework Programme"), "FP4");
  EXPECT_EQ(programme_of_code("HORIZON.4.1"), "Horizon Europe");
  EXPECT_EQ(programme_of_code("ERC-2023-STG"), "");
  EXPECT_EQ(year_of_call("HORIZON-WIDERA-2022-TALENTS-01"), 2022);
  EXPECT_EQ(year_of_call("H2020-EEN-SGA2-2016-2017"), std::nullopt);
}

}  // namespace
}  // namespace tributary::catalogue
