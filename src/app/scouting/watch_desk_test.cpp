#include "app/scouting/watch_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/scouting/scouting_catalogue.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

using ecosystem::Actor;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class WatchDeskTest : public sql::DatabaseTest, protected ScoutingCatalogue {
 protected:
  WatchDeskTest() : ScoutingCatalogue(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    import({{.key = "1", .title = "Mentors in schools"}, {.key = "2", .title = "Fishing boats"}});
    ana_ = account("ana@example.org");
    bo_ = account("bo@example.org");
  }

  Actor account(const std::string& mail) {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    const auto id = store::insert_account(change.connection(),
                                          {.mail = mail, .name = mail, .created_at = clock_.now()})
                        .value();
    EXPECT_TRUE(change.commit("account.create", "account", "{}"));
    return {.person = id, .grants = {}};
  }
  store::WatchId watch(const AddWatch& request) {
    return desk_.add(ana_, request, portal()).value();
  }
  WatchNews news(store::WatchId id) {
    const auto found = desk_.news(ana_, id, {}, portal());
    EXPECT_TRUE(found) << found.error().text();
    return found ? *found : WatchNews{};
  }
  static std::vector<std::string> told(const WatchNews& news) {
    std::vector<std::string> told;
    for (const auto& project : news.projects) {
      told.push_back(project.hit.project.slug + (project.is_added ? " added" : " changed"));
    }
    EXPECT_EQ(told.size(), news.added + news.changed);
    return told;
  }

  store::ConnectionPool connections_{database_.location()};
  WatchDesk desk_{connections_, clock_};
  Actor ana_, bo_;
};

TEST_P(WatchDeskTest, TellsWhatIsNewInTheSearchAndNothingElse) {
  const auto id = watch(
      {.name = "Mentors in Portugal", .query = "mentors", .filters = {{"country", {"PT", "ES"}}}});
  EXPECT_THAT(told(news(id)), IsEmpty()) << "what was there is not new";
  import({{.key = "3", .title = "Mentors of apprentices"},
          {.key = "4", .title = "Mentors of cooks", .country = "RO"},
          {.key = "5", .title = "Solar roofs"},
          {.key = "1", .title = "Mentors in all schools"},
          {.key = "2", .title = "Fishing nets"}});
  const auto found = news(id);
  EXPECT_THAT(told(found), UnorderedElementsAre("cordis-3 added", "cordis-1 changed"));
  EXPECT_EQ(found.added, 1U);
  EXPECT_EQ(found.changed, 1U);
  const auto listed = desk_.watches(ana_, portal()).value();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].added, 1U);
  EXPECT_EQ(listed[0].changed, 1U);
  EXPECT_EQ(filters_of(listed[0].watch).front().values, (std::vector<std::string>{"PT", "ES"}));
}

TEST_P(WatchDeskTest, WhatWasSeenIsNewNoMoreAndStaysSoWhenItIsImportedAgain) {
  const auto id = watch({.name = "Mentors", .query = "mentors"});
  const std::vector<MadeProject> file{{.key = "3", .title = "Mentors of apprentices"},
                                      {.key = "1", .title = "Mentors in all schools"}};
  import(file);
  ASSERT_TRUE(desk_.mark_seen(ana_, id, news(id).up_to));
  EXPECT_THAT(told(news(id)), IsEmpty());
  import(file);
  EXPECT_THAT(told(news(id)), IsEmpty()) << "the same file says nothing new";
  import({{.key = "1", .title = "Mentors in the schools of Porto"}});
  EXPECT_THAT(told(news(id)), ElementsAre("cordis-1 changed"));
}

TEST_P(WatchDeskTest, WhatCameAfterTheAnswerIsNotSeenWithIt) {
  const auto id = watch({.name = "Mentors", .query = "mentors"});
  import({{.key = "3", .title = "Mentors of apprentices"}});
  const auto shown = news(id);
  import({{.key = "4", .title = "Mentors of cooks"}});
  ASSERT_TRUE(desk_.mark_seen(ana_, id, shown.up_to));
  EXPECT_THAT(told(news(id)), ElementsAre("cordis-4 added"));
  ASSERT_TRUE(desk_.mark_seen(ana_, id, news(id).up_to));
  ASSERT_TRUE(desk_.mark_seen(ana_, id, shown.up_to)) << "an older mark takes nothing back";
  EXPECT_THAT(told(news(id)), IsEmpty());
  const auto future = desk_.mark_seen(ana_, id, {.record = 1'000, .run = 1'000});
  ASSERT_FALSE(future);
  EXPECT_EQ(future.error().context, "up_to");
}

TEST_P(WatchDeskTest, NothingOfAnImportThatGoesOnIsLost) {
  const auto id = watch({.name = "Mentors", .query = "mentors"});
  auto store = this->store();
  const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
  take(store, run, clock_, {{.key = "3", .title = "Mentors of apprentices"}});
  const auto early = news(id);
  EXPECT_TRUE(early.is_catching_up);
  ASSERT_TRUE(desk_.mark_seen(ana_, id, early.up_to));
  index();
  const auto meanwhile = news(id);
  EXPECT_THAT(told(meanwhile), ElementsAre("cordis-3 added"));
  ASSERT_TRUE(desk_.mark_seen(ana_, id, meanwhile.up_to));
  take(store, run, clock_, {{.key = "4", .title = "Mentors of cooks"}});
  ASSERT_TRUE(store.finish_run(run, {}, clock_.now()));
  index();
  EXPECT_THAT(told(news(id)), testing::Contains("cordis-4 added"));
  ASSERT_TRUE(desk_.mark_seen(ana_, id, news(id).up_to));
  EXPECT_THAT(told(news(id)), IsEmpty());
}

TEST_P(WatchDeskTest, AnImportThatDiedHoldsNothingBack) {
  const auto id = watch({.name = "Mentors", .query = "mentors"});
  const pid_t importer = fork();
  if (importer == 0) {
    auto store = this->store();
    _exit(store.begin_run("erasmus", "a file", clock_.now()) ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(importer, &status, 0), importer);
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  import({{.key = "3", .title = "Mentors of apprentices"}});
  ASSERT_TRUE(desk_.mark_seen(ana_, id, news(id).up_to));
  EXPECT_THAT(told(news(id)), IsEmpty()) << "nothing runs whose projects could be missed";
}

TEST_P(WatchDeskTest, AWatchIsOnesOwn) {
  const auto id = watch({.name = "Mentors", .query = "mentors"});
  EXPECT_TRUE(desk_.watches(bo_, portal()).value().empty());
  EXPECT_EQ(desk_.news(bo_, id, {}, portal()).error().code, ErrorCode::not_found);
  EXPECT_EQ(desk_.mark_seen(bo_, id, {}).error().code, ErrorCode::not_found);
  EXPECT_EQ(desk_.remove(bo_, id).error().code, ErrorCode::not_found);
  EXPECT_EQ(desk_.watches({}, portal()).error().code, ErrorCode::not_signed_in);
  ASSERT_TRUE(desk_.remove(ana_, id));
  EXPECT_EQ(desk_.news(ana_, id, {}, portal()).error().code, ErrorCode::not_found);
}

TEST_P(WatchDeskTest, WhatCannotBeSearchedOrNamedIsRefused) {
  const auto nameless = desk_.add(ana_, {.name = " ", .query = "mentors"}, portal());
  EXPECT_EQ(nameless.error().context, "name");
  const auto odd =
      desk_.add(ana_, {.name = "x", .query = "", .filters = {{"colour", {"red"}}}}, portal());
  EXPECT_EQ(odd.error().code, ErrorCode::invalid_argument);
  for (std::size_t number = 0; number < kMostWatches; ++number) {
    watch({.name = "Mentors", .query = "mentors"});
  }
  const auto many = desk_.add(ana_, {.name = "Mentors", .query = "mentors"}, portal());
  EXPECT_EQ(many.error().code, ErrorCode::conflict);
}

TEST_P(WatchDeskTest, AWatchGoesWithTheAccount) {
  watch({.name = "Mentors", .query = "mentors", .filters = {{"country", {"PT"}}}});
  auto change = store::RecordedChange::begin(connections_, clock_, ana_).value();
  ASSERT_TRUE(store::erase_account(change.connection(), ana_.person));
  ASSERT_TRUE(change.commit("account.erase", "account", "{}"));
  EXPECT_TRUE(desk_.watches(ana_, portal()).value().empty());
}

TRIBUTARY_ON_BOTH_ENGINES(WatchDeskTest);

}  // namespace
}  // namespace tributary::app
