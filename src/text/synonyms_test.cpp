#include "text/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/synonym_tables.h"

namespace tributary::text {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Synonyms& synonyms() {
  static const Synonyms tables;
  return tables;
}

std::vector<SynonymMatch> matches(std::string_view query) {
  return synonyms().matches(query_words_of(query));
}

std::string joined(const Phrase& phrase) {
  std::string text;
  for (const auto& word : phrase) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// The equivalents of the whole query.
std::vector<std::string> equivalents(std::string_view query) {
  std::vector<std::string> names;
  for (const auto& match : matches(query)) {
    EXPECT_EQ(match.first_word, 0U);
    EXPECT_EQ(match.word_count, query_words_of(query).size()) << query;
    for (const auto& phrase : match.equivalents) names.push_back(joined(phrase));
  }
  return names;
}

TEST(Synonyms, CountriesHaveTheirNamesInEveryLanguageAndScript) {
  EXPECT_THAT(equivalents("Germany"),
              AllOf(Contains("deutschland"), Contains("allemagne"), Contains("niemcy"),
                    Contains("saksa"), Contains("γερμανια"), Contains("германия"),
                    Contains("bundesrepublik deutschland"), Contains("an ghearmain")));
  EXPECT_THAT(equivalents("Γερμανία"), Contains("germany"));
  EXPECT_THAT(equivalents("Германия"), Contains("germany"));
  EXPECT_THAT(equivalents("republique tcheque"), AllOf(Contains("czechia"), Contains("cesko")));
  EXPECT_THAT(equivalents("საქართველო"), Contains("georgia"));
}

TEST(Synonyms, EveryCountryHasANameInEachOfTheOfficialLanguages) {
  // 27 Member States, 3 of the EEA, Switzerland, the United Kingdom, 9 candidates and Kosovo.
  std::set<std::string> countries;
  for (const auto* name : {"Austria",       "Belgium",
                           "Bulgaria",      "Croatia",
                           "Cyprus",        "Czechia",
                           "Denmark",       "Estonia",
                           "Finland",       "France",
                           "Germany",       "Greece",
                           "Hungary",       "Ireland",
                           "Italy",         "Latvia",
                           "Lithuania",     "Luxembourg",
                           "Malta",         "Netherlands",
                           "Poland",        "Portugal",
                           "Romania",       "Slovakia",
                           "Slovenia",      "Spain",
                           "Sweden",        "Iceland",
                           "Liechtenstein", "Norway",
                           "Switzerland",   "United Kingdom",
                           "Albania",       "Bosnia and Herzegovina",
                           "Georgia",       "Moldova",
                           "Montenegro",    "North Macedonia",
                           "Serbia",        "Türkiye",
                           "Ukraine",       "Kosovo"}) {
    const auto found = matches(name);
    ASSERT_THAT(found, SizeIs(1)) << name;
    EXPECT_EQ(found[0].kind, SynonymKind::country);
    EXPECT_GE(found[0].equivalents.size(), 5U) << name;
    countries.insert(found[0].country);
  }
  EXPECT_THAT(countries, SizeIs(42));
}

TEST(Synonyms, CodesOfCountriesAreUnderstoodInCapitals) {
  for (const auto* query : {"EL mentors", "GR mentors", "Greece mentors"}) {
    const auto found = matches(query);
    ASSERT_THAT(found, SizeIs(1)) << query;
    EXPECT_EQ(found[0].country, "GR");
  }
  EXPECT_EQ(matches("UK")[0].country, "GB");
  EXPECT_THAT(matches("el futuro"), IsEmpty());
  EXPECT_THAT(matches("it is no use"), IsEmpty());
  EXPECT_THAT(equivalents("Italy"), Not(Contains("it")));
}

TEST(Synonyms, AWordInCapitalsCanNameTwoThings) {
  const auto found = matches("IT for schools");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].country, "IT");
  EXPECT_THAT(found[1].equivalents, Contains(Phrase{"information", "technology"}));
}

TEST(Synonyms, InAQueryAllInCapitalsTheySayNothing) {
  EXPECT_THAT(matches("HE DID IT"), IsEmpty());
  EXPECT_THAT(equivalents("HE"), Contains("horizon europe"));
  EXPECT_THAT(matches("HE projects"), SizeIs(1));
  EXPECT_THAT(matches("he projects"), IsEmpty());
}

TEST(Synonyms, ProgrammesHaveAbbreviationsAndFormerNames) {
  EXPECT_THAT(equivalents("h2020"), AllOf(Contains("horizon 2020"), Contains("fp8")));
  EXPECT_THAT(equivalents("Lifelong Learning Programme"), Contains("llp"));
  EXPECT_THAT(equivalents("EFRE"), AllOf(Contains("erdf"), Contains("feder")));
  EXPECT_THAT(equivalents("Erasmus plus"), ElementsAre("erasmus"));
  EXPECT_THAT(equivalents("Horizon Europe"), Not(Contains("he")));
}

TEST(Synonyms, TheTradeHasAbbreviations) {
  EXPECT_THAT(equivalents("VET"),
              AllOf(Contains("vocational education and training"), Contains("berufliche bildung"),
                    Contains("efp"), Contains("επαγγελματικη εκπαιδευση και καταρτιση")));
  EXPECT_THAT(equivalents("work-based learning"), Contains("wbl"));
  EXPECT_THAT(equivalents("ECVET"),
              ElementsAre("european credit system for vocational education and training"));
}

TEST(Synonyms, TheLongestNameWins) {
  const auto found = matches("initial vocational education and training in Northern Ireland");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].word_count, 5U);
  EXPECT_THAT(found[0].equivalents, Contains(Phrase{"ivet"}));
  EXPECT_EQ(found[1].country, "IE");
  EXPECT_EQ(found[1].first_word, 7U);
}

TEST(Synonyms, CommonWordsAreNoCountries) {
  EXPECT_THAT(matches("island tourism"), IsEmpty());
  EXPECT_THAT(equivalents("Iceland"), Not(Contains("island")));
}

/// Queries of names, abbreviations and other words.
rc::Gen<std::vector<std::string>> any_query() {
  return rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "IT", "it", "HE", "VET", "Horizon", "2020", "Europe", "Deutschland", "lifelong", "learning",
      "Programme", "UK", "Great", "Britain", "Чехия", "Ελλάδα", "EL", "mentor", "Republic",
      "Czech"));
}

RC_GTEST_PROP(Synonyms, AreSymmetricAndDoNotOverlap, ()) {
  std::string text;
  for (const auto& word : *any_query()) text += word + ' ';
  const auto words = query_words_of(text);
  std::size_t end = 0;
  std::size_t begin = 0;
  for (const auto& match : synonyms().matches(words)) {
    RC_ASSERT(match.first_word >= end || match.first_word == begin);
    begin = match.first_word;
    end = begin + match.word_count;
    RC_ASSERT(end <= words.size());
    Phrase typed;
    for (std::size_t index = begin; index < end; ++index) typed.push_back(words[index].folded);
    RC_ASSERT(std::ranges::find(match.equivalents, typed) == match.equivalents.end());
    // Back again: the equivalent, typed by itself in capitals, names the same.
    for (const auto& phrase : match.equivalents) {
      std::vector<QueryWord> back;
      back.reserve(phrase.size());
      for (const auto& word : phrase) back.push_back({.typed = "X", .folded = word});
      const auto again = synonyms().matches(back);
      const auto same = std::ranges::find_if(again, [&](const SynonymMatch& other) {
        return other.kind == match.kind && other.country == match.country &&
               other.word_count == phrase.size();
      });
      RC_ASSERT(same != again.end());
    }
  }
}

}  // namespace
}  // namespace tributary::text
