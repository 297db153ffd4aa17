#include "ecosystem/hub/hub.h"

#include <gtest/gtest.h>

#include "ecosystem/hub/quarter.h"

namespace tributary::ecosystem {
namespace {

const Date kToday = *Date::from_iso("2026-11-30");

HubContent southern() {
  return {.texts = {{"fr", "Une région du sud", "Ce qui s'y fait."}, {"el", "Μια περιοχή", ""}},
          .query = "mentor*",
          .choices = {{"country", "FR"}}};
}

std::string refused_field(const Result<>& result) {
  return result ? "nothing was refused" : result.error().context;
}

TEST(Hub, TakesWhatIsWholeAndNamesTheFieldThatIsNot) {
  EXPECT_TRUE(check_hub(southern()));
  auto content = southern();
  content.texts.clear();
  EXPECT_EQ(refused_field(check_hub(content)), "texts");
  content = southern();
  content.texts[1].language = "Greek";
  EXPECT_EQ(refused_field(check_hub(content)), "texts[1].language");
  content.texts[1].language = "fr";
  EXPECT_EQ(refused_field(check_hub(content)), "texts[1].language") << "twice the same";
  content = southern();
  content.texts[1].name = " ";
  EXPECT_EQ(refused_field(check_hub(content)), "texts[1].name");
  content = southern();
  content.texts[0].description = std::string(kLongestHubDescription + 1, 'x');
  EXPECT_EQ(refused_field(check_hub(content)), "texts[0].description");
  content = southern();
  content.query = std::string(kLongestHubQuery + 1, 'x');
  EXPECT_EQ(refused_field(check_hub(content)), "query");
}

TEST(Hub, HasAnAddressThatFitsIntoALink) {
  for (const auto* fit : {"ma-region-sud", "eu", "2030"}) EXPECT_TRUE(check_hub_slug(fit)) << fit;
  for (const auto* unfit : {"", "a", "Sud", "sud/est", "sud.css", "-sud", "sud-", "süd"}) {
    EXPECT_FALSE(check_hub_slug(unfit)) << unfit;
  }
}

TEST(Hub, ReadsInTheFirstLanguageThatIsThereElseInItsOwnFirst) {
  EXPECT_EQ(text_for(southern(), {"de", "el", "fr"}).language, "el");
  EXPECT_EQ(text_for(southern(), {"de"}).language, "fr");
}

TEST(Hub, OpensOnlyWithADescriptionInItsFirstLanguage) {
  EXPECT_TRUE(needs_met(southern()).contains(HubNeed::description));
  auto content = southern();
  content.texts[0].description = " \n";
  EXPECT_FALSE(needs_met(tidied(content)).contains(HubNeed::description));
}

TEST(Hub, ShowsNothingInALanguageThatItHasNot) {
  EXPECT_EQ(refused_field(check_hub_news({"de", "Neu", "Etwas.", kToday}, southern(), kToday)),
            "language");
  EXPECT_TRUE(check_hub_news({"el", "Νέα", "Κάτι.", kToday}, southern(), kToday));
  EXPECT_EQ(refused_field(check_hub_highlight({"demo-1", "de", "Gut."}, southern())), "language");
}

TEST(Hub, ANewsOfTomorrowIsNone) {
  const Date tomorrow(kToday.days_since_epoch() + 1);
  EXPECT_EQ(refused_field(check_hub_news({"fr", "Demain", "Quoi ?", tomorrow}, southern(), kToday)),
            "day");
}

TEST(Hub, PointsToACallUntilItsDeadlineAndOnlyToTheWeb) {
  const HubCall call{"KA220", "fr", "", kToday, "https://example.org/call"};
  EXPECT_TRUE(check_hub_call(call, southern(), kToday)) << "its last day is a day";
  EXPECT_EQ(refused_field(check_hub_call(call, southern(), Date(kToday.days_since_epoch() + 1))),
            "deadline");
  for (const auto* link : {"javascript:alert(1)", "https://a b", "example.org"}) {
    auto changed = call;
    changed.link = link;
    EXPECT_EQ(refused_field(check_hub_call(changed, southern(), kToday)), "link") << link;
  }
  auto quoted = call;
  quoted.call = "KA\"220";
  EXPECT_EQ(refused_field(check_hub_call(quoted, southern(), kToday)), "call");
}

TEST(Quarter, IsThreeMonthsOfTheCalendar) {
  const auto last = quarter_of(kToday);
  EXPECT_EQ(last.name(), "2026-Q4");
  EXPECT_EQ(last.begins().iso(), "2026-10-01");
  EXPECT_EQ(last.ends().iso(), "2026-12-31");
  EXPECT_EQ(last.later(1).begins().iso(), "2027-01-01");
  EXPECT_EQ(last.later(-11).name(), "2024-Q1");
  EXPECT_EQ(last.later(-11).ends().iso(), "2024-03-31");
}

TEST(Quarter, EveryDayLiesInTheOneThatItIsOf) {
  for (auto day = Date::from_iso("2023-12-25")->days_since_epoch(); day < 20'200; ++day) {
    const auto quarter = quarter_of(Date(day));
    EXPECT_LE(quarter.begins(), Date(day));
    EXPECT_GE(quarter.ends(), Date(day));
  }
}

TEST(Quarter, IsReadAsItIsWritten) {
  EXPECT_EQ(quarter_named("2026-Q4"), quarter_of(kToday));
  for (const auto* none : {"", "2026-Q5", "2026-Q0", "2026-q4", "26-Q4", "2026Q4x", "x026-Q4"}) {
    EXPECT_FALSE(quarter_named(none)) << none;
  }
}

}  // namespace
}  // namespace tributary::ecosystem
