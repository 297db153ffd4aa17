#include "http/pages/hub_widget.h"

#include <gtest/gtest.h>

#include "http/hub_feed.h"

namespace tributary::http {
namespace {

const Date kHubDay = *Date::from_iso("2026-11-30");

store::StoredHubNews hub_news_of(std::int64_t number, std::string language, std::string title) {
  return {.number = number,
          .news = {.language = std::move(language),
                   .title = std::move(title),
                   .body = "Body & soul.",
                   .day = kHubDay},
          .at = Timestamp(std::chrono::seconds(1'700'000'000 + number))};
}

/// What people wrote tries to be markup.
app::HubView hostile_hub() {
  app::HubView view;
  view.stored.slug = "south";
  view.stored.state = ecosystem::HubState::open;
  view.stored.content.texts = {{"fr", "<script>alert(1)</script>", "\"><img src=x>"},
                               {"en", "The south", "What is done."}};
  view.news = {hub_news_of(3, "en", "Third </a><b>"), hub_news_of(2, "fr", "Deux"),
               hub_news_of(1, "en", "First")};
  view.news[2].is_withdrawn = true;
  view.calls = {{.number = 1,
                 .call = {.call = "PASSED",
                          .language = "en",
                          .note = "",
                          .deadline = Date(kHubDay.days_since_epoch() - 1),
                          .link = "https://example.org/passed"}},
                {.number = 2,
                 .call = {.call = "OPEN",
                          .language = "en",
                          .note = "",
                          .deadline = kHubDay,
                          .link = "https://example.org/?a=1&b=\"2\""}}};
  return view;
}

std::string widget_in(const std::string& language) {
  const auto view = hostile_hub();
  const std::vector<app::SearchHit> newest;
  return hub_widget_page({.view = view,
                          .newest = newest,
                          .language = language,
                          .public_url = "https://hubs.example",
                          .today = kHubDay});
}

bool holds(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

TEST(HubWidget, NothingThatPeopleWroteBecomesMarkup) {
  const auto page = widget_in("fr");
  for (const auto* never : {"<script", "<img", "</a><b>", "b=\"2\""}) {
    EXPECT_FALSE(holds(page, never)) << never;
  }
  EXPECT_TRUE(holds(page, "&lt;script&gt;alert(1)"));
  EXPECT_TRUE(holds(page, "href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
}

TEST(HubWidget, SpeaksTheReadersLanguageWhereItCanAndLabelsTheRest) {
  const auto french = widget_in("fr");
  EXPECT_TRUE(holds(french, "<html lang=\"en\">")) << "its own words are not in French";
  EXPECT_TRUE(holds(french, "<h1 lang=\"fr\">"));
  EXPECT_LT(french.find(">Deux</a>"), french.find(">Third "));
  const auto german = widget_in("de");
  EXPECT_TRUE(holds(german, "<html lang=\"de\">"));
  EXPECT_TRUE(holds(german, "<h2>Neues</h2>"));
  EXPECT_TRUE(holds(german, "<h1 lang=\"fr\">")) << "the hub's first language";
  EXPECT_TRUE(holds(widget_in("en"), "<h1><a href=\"https://hubs.example/hubs/south\""));
}

TEST(HubWidget, LeavesOutWhatIsWithdrawnOrHasPassed) {
  const auto page = widget_in("en");
  EXPECT_FALSE(holds(page, ">First</a>"));
  EXPECT_FALSE(holds(page, "PASSED"));
  EXPECT_TRUE(holds(page, ">OPEN</a> until <time datetime=\"2026-11-30\">"));
}

TEST(HubFeed, HasTheNewsOfALanguageAndNamesThatStay) {
  const auto view = hostile_hub();
  const auto all = hub_feed(view, "", "https://hubs.example");
  EXPECT_TRUE(holds(all, "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"));
  EXPECT_TRUE(holds(all, "<id>https://hubs.example/hubs/south#news-3</id>"));
  EXPECT_TRUE(holds(all, "<content type=\"text\">Body &amp; soul.</content>"));
  EXPECT_FALSE(holds(all, "#news-1<")) << "it is withdrawn";
  const auto french = hub_feed(view, "fr", "https://hubs.example");
  EXPECT_TRUE(holds(french, "#news-2<"));
  EXPECT_FALSE(holds(french, "#news-3<"));
}

}  // namespace
}  // namespace tributary::http
