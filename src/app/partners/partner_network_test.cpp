#include "app/partners/partner_network.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "app/partners/find_partners.h"
#include "app/scouting/scouting_catalogue.h"
#include "search/index.h"

namespace tributary::app {
namespace {

using std::chrono::seconds;

class KeptPartnerNetworkTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  KeptPartnerNetworkTest() { import({{.key = "1", .title = "Welding in schools"}}); }

  std::size_t projects_known() { return kept_.now(connections_).value()->projects.size(); }

  store::ConnectionPool connections_{data_.database()};
  void import_another() {
    import({{.key = "1", .title = "Welding in schools"}, {.key = "2", .title = "Nursing"}});
  }

  std::atomic<int> seconds_passed_ = 100;
  KeptPartnerNetwork kept_{
      [this] { return KeptPartnerNetwork::SteadyTime(seconds(seconds_passed_)); }};
  /// Who looks at this clock takes a second: a reading as well.
  KeptPartnerNetwork::SteadyClock slow_clock_{
      [this] { return KeptPartnerNetwork::SteadyTime(seconds(seconds_passed_++)); }};
};

TEST_F(KeptPartnerNetworkTest, SpendsATwentiethOfTheTimeOnReadingAChangedCatalogue) {
  KeptPartnerNetwork kept(slow_clock_);
  EXPECT_EQ(kept.now(connections_).value()->projects.size(), 1U);
  import_another();
  seconds_passed_ = 120;  // read at 101, in one second
  EXPECT_EQ(kept.now(connections_).value()->projects.size(), 1U);
  seconds_passed_ = 121;
  EXPECT_EQ(kept.now(connections_).value()->projects.size(), 2U);
}

TEST_F(KeptPartnerNetworkTest, WhereItIsReadAheadNobodyWaitsForAChangedCatalogue) {
  KeptPartnerNetwork kept(slow_clock_);
  ASSERT_TRUE(kept.read_ahead(connections_, {}));
  const auto older = kept.now(connections_).value();
  import_another();
  seconds_passed_ += 1'000;
  EXPECT_EQ(kept.now(connections_).value(), older);
  ASSERT_TRUE(kept.read_ahead(connections_, {}));
  EXPECT_EQ(kept.now(connections_).value()->projects.size(), 2U);
}

TEST_F(KeptPartnerNetworkTest, WhereItIsReadAtOnceWhoAsksReadsIt) {
  ASSERT_TRUE(kept_.read_ahead(connections_, {}));
  import_another();
  EXPECT_EQ(projects_known(), 2U);
}

TEST_F(KeptPartnerNetworkTest, ManyWhoComeBeforeTheFirstIsThereGetTheSameOne) {
  std::promise<void> is_reading, may_go_on;
  auto go_on = may_go_on.get_future().share();
  std::atomic<bool> holds = true;
  KeptPartnerNetwork kept([&] {
    if (holds.exchange(false)) {
      is_reading.set_value();
      go_on.wait();
    }
    return KeptPartnerNetwork::SteadyTime(seconds(seconds_passed_));
  });
  auto reader = std::async(std::launch::async, [&] { return kept.read_ahead(connections_, {}); });
  is_reading.get_future().wait();
  std::vector<std::future<std::shared_ptr<const PartnerNetwork>>> asking;
  for (int i = 0; i < 8; ++i) {
    asking.push_back(
        std::async(std::launch::async, [&] { return kept.now(connections_).value(); }));
  }
  may_go_on.set_value();
  EXPECT_TRUE(reader.get());
  const auto network = kept.now(connections_).value();
  for (auto& one : asking) EXPECT_EQ(one.get(), network);
}

TEST_F(KeptPartnerNetworkTest, ReadingAheadStopsWhereItIsAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  const auto read = kept_.read_ahead(connections_, stop.get_token());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::cancelled);
  EXPECT_EQ(projects_known(), 1U) << "who asks reads it";
}

TEST_F(KeptPartnerNetworkTest, IsTheSameOneWhileTheCatalogueStays) {
  const auto first = kept_.now(connections_).value();
  seconds_passed_ += 60;
  EXPECT_EQ(kept_.now(connections_).value(), first);
}

TEST_F(KeptPartnerNetworkTest, WhileOneReadsTheOthersGetTheOlderOne) {
  std::promise<void> is_reading, may_go_on;
  auto go_on = may_go_on.get_future().share();
  std::atomic<bool> holds = false;
  KeptPartnerNetwork kept([&] {
    if (holds.exchange(false)) {
      is_reading.set_value();
      go_on.wait();
    }
    return KeptPartnerNetwork::SteadyTime(seconds(seconds_passed_));
  });
  const auto older = kept.now(connections_).value();
  import_another();
  seconds_passed_ += 10;
  holds = true;
  auto reader = std::async(std::launch::async, [&] { return kept.now(connections_).value(); });
  is_reading.get_future().wait();
  auto other = std::async(std::launch::async, [&] { return kept.now(connections_).value(); });
  const bool is_answered = other.wait_for(seconds(30)) == std::future_status::ready;
  may_go_on.set_value();
  EXPECT_TRUE(is_answered);
  EXPECT_EQ(other.get(), older);
  EXPECT_EQ(reader.get()->projects.size(), 2U);
}

class FindPartnersTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  FindPartnersTest() {
    std::vector<catalogue::ImportRecord> records;
    for (const std::string key : {"1", "2"}) {
      records.push_back(record({.key = key, .title = "Welding in schools"}));
      records.back().project.call = "C-1";
    }
    auto store = this->store();
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    EXPECT_TRUE(store.apply(run, store::prepare(records), {}, clock_.now()));
    EXPECT_TRUE(store.finish_run(run, {}, clock_.now()));
    index();
    index_.emplace(search::Index::open(data_.index()).value());
  }
  Result<PartnerAnswer> find(const PartnerQuery& query, const PartnerNetwork& network) {
    auto store = this->store();
    return find_partners(query, network, *index_->snapshot(), store, clock_.today());
  }
  PartnerNetwork read() {
    store::ConnectionPool connections(data_.database());
    auto connection = connections.lend().value();
    return read_partner_network(*connection).value();
  }

  std::optional<search::Index> index_;
};

TEST_F(FindPartnersTest, WhoLeftTheCatalogueAfterTheNetworkWasReadIsLeftOut) {
  const auto network = read();
  const PartnerQuery query{.idea = {}, .project = {}, .call = "C-1"};
  const auto before = find(query, network);
  ASSERT_TRUE(before) << before.error().text();
  ASSERT_EQ(before->hits.size(), 2U);
  const auto id = before->hits.front().organisation.id;
  {
    auto store = this->store();
    ASSERT_TRUE(store.remove_source("cordis"));
  }
  const auto after = find(query, network);
  ASSERT_TRUE(after) << after.error().text();
  EXPECT_TRUE(after->hits.empty());
  const auto with_member = find(
      {.idea = {}, .project = {}, .call = "C-1", .members = {std::to_string(id.value)}}, network);
  ASSERT_FALSE(with_member);
  EXPECT_EQ(with_member.error().code, ErrorCode::not_found);
  EXPECT_EQ(with_member.error().context, "members");
}

TEST_F(FindPartnersTest, TheDeadlineHoldsForAnIdeaAndAProject) {
  const auto network = read();
  const auto past = std::chrono::steady_clock::now() - seconds(1);
  for (const auto& query :
       {PartnerQuery{.idea = "welding", .project = {}, .call = {}, .deadline = past},
        PartnerQuery{.idea = {}, .project = "cordis-1", .call = {}, .deadline = past}}) {
    const auto late = find(query, network);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::timed_out) << late.error().text();
  }
}

TEST_F(FindPartnersTest, AFilterHasAtMost300Values) {
  const auto network = read();
  PartnerQuery query{.idea = "welding", .project = {}, .call = {}};
  query.filters.countries.assign(300, "PT");
  EXPECT_TRUE(find(query, network));
  query.filters.countries.emplace_back("PT");
  EXPECT_EQ(find(query, network).error().context, "countries");
  query.filters = {.countries = {}, .types = {}, .regions = std::vector<std::string>(301, "PT")};
  EXPECT_EQ(find(query, network).error().context, "regions");
}

}  // namespace
}  // namespace tributary::app
