// The network of a catalogue, from imported projects to what people see and take with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/network/find_network.h"
#include "app/network/network_export.h"
#include "app/scouting/scouting_catalogue.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class NetworkTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  /// 1 and 2 welding: Alba and Bora both times, Cilo once. 3 nursing: Cilo and "Dana & <Co>". 4:
  /// Ebro alone.
  NetworkTest() {
    take(store(), {made("1", "Welding in schools", 2010, {"Alba", "Bora"}),
                   made("2", "Welding at work", 2012, {"Alba", "Bora", "Cilo"}),
                   made("3", "Nursing", 2025, {"Cilo", "Dana & <Co>"}),
                   made("4", "Baking", 2025, {"=Ebro"})});
  }

  static catalogue::ImportRecord made(const std::string& key, const std::string& title, int year,
                                      const std::vector<std::string>& partners) {
    auto record = ScoutingCatalogue::record({.key = key, .title = title, .year = year});
    record.project.participations->clear();
    for (const auto& name : partners) {
      auto& partner = record.project.participations->emplace_back();
      partner.organisation.name = name;
      partner.organisation.country = name == "Bora" ? "RO" : "PT";
    }
    return record;
  }

  void take(store::CatalogueStore store, const std::vector<catalogue::ImportRecord>& records) {
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    EXPECT_TRUE(store.apply(run, store::prepare(records), {}, clock_.now()));
    EXPECT_TRUE(store.finish_run(run, {}, clock_.now()));
    index();
  }

  NetworkAnswer network(const NetworkQuery& query = {}) {
    auto answer = portal().network(query);
    EXPECT_TRUE(answer) << answer.error().text();
    return answer ? *answer : NetworkAnswer{};
  }
  static std::vector<std::string> names_of(const NetworkAnswer& answer) {
    std::vector<std::string> names;
    for (const auto& member : answer.members) names.push_back(member.organisation.named.name);
    return names;
  }
  std::string id_of(const std::string& name) {
    for (const auto& member : network().members) {
      if (member.organisation.named.name == name) return member.organisation.slug;
    }
    ADD_FAILURE() << name;
    return "";
  }
  std::string exported(const NetworkScope& scope, NetworkFormat format) {
    std::string text;
    const auto written = portal().export_network(scope, format, {}, [&](std::string_view piece) {
      text += piece;
      return Result<>();
    });
    EXPECT_TRUE(written) << written.error().text();
    return text;
  }
};

TEST_F(NetworkTest, OfTheWholeCatalogue) {
  const auto answer = network();
  EXPECT_EQ(answer.projects, 4U);
  EXPECT_EQ(answer.organisations, 5U);
  EXPECT_EQ(answer.ties, 4U);
  EXPECT_EQ(answer.stable_ties, 1U);
  EXPECT_EQ(answer.newcomers, 2U) << "Dana and Ebro";
  EXPECT_EQ(answer.components, 2U);
  EXPECT_EQ(answer.largest_component, 4U);
  EXPECT_EQ(answer.highest_core, 2U);
  EXPECT_EQ(answer.method, network::BetweennessMethod::exact);
  ASSERT_EQ(answer.members.size(), 5U);
  const auto& first = answer.members.front();
  EXPECT_EQ(first.organisation.named.name, "Cilo") << "it has three partners";
  EXPECT_EQ(first.degree, 3U);
  EXPECT_EQ(first.organisation.projects, 2U);
  EXPECT_EQ(first.core, 2U);
  EXPECT_NEAR(first.betweenness, 2.0 / 6, 1e-12) << "of six pairs the ways of two lead over it";
  EXPECT_EQ(answer.among.front().projects, 2U) << "Alba and Bora";
  EXPECT_EQ(answer.among.size(), 4U);
}

TEST_F(NetworkTest, OfASearchHasOnlyItsProjects) {
  NetworkQuery query;
  query.scope.text = "welding";
  const auto answer = network(query);
  EXPECT_EQ(answer.projects, 2U);
  EXPECT_EQ(answer.organisations, 3U);
  EXPECT_EQ(answer.ties, 3U);
  EXPECT_EQ(answer.newcomers, 0U);
  query.scope.filters = {{.facet = "year", .values = {"2010"}}};
  EXPECT_EQ(network(query).ties, 1U);
  query.scope.filters = {{.facet = "year", .values = {"2011"}}};
  EXPECT_EQ(network(query).organisations, 0U);
}

TEST_F(NetworkTest, OfStableTiesAndAroundSomebody) {
  NetworkQuery query;
  query.scope.fewest_projects = 2;
  EXPECT_EQ(network(query).ties, 1U);
  query.scope = {};
  query.scope.around = id_of("Dana & <Co>");
  const auto answer = network(query);
  EXPECT_THAT(names_of(answer), testing::UnorderedElementsAre("Cilo", "Dana & <Co>"));
  EXPECT_EQ(answer.around->named.name, "Dana & <Co>");
}

TEST_F(NetworkTest, AnotherOrderIsTakenFromTheSameMeasures) {
  NetworkQuery query{.by = NetworkOrder::projects, .limit = 2};
  EXPECT_EQ(names_of(network(query)).size(), 2U);
  query.by = NetworkOrder::betweenness;
  EXPECT_EQ(names_of(network(query)).front(), "Cilo");
}

TEST_F(NetworkTest, AChangedCatalogueIsMeasuredAnew) {
  ASSERT_EQ(network().organisations, 5U);
  KeptNetworks kept;
  int measured = 0;
  const auto catalogue = std::make_shared<const PartnerNetwork>();
  const auto measure = [&]() -> Result<MeasuredNetwork> {
    ++measured;
    MeasuredNetwork network;
    network.catalogue = catalogue;
    return network;
  };
  ASSERT_TRUE(kept.of("one", {}, measure));
  ASSERT_TRUE(kept.of("one", {}, measure));
  EXPECT_EQ(measured, 1);
  ASSERT_TRUE(kept.of("two", {}, measure));
  ASSERT_TRUE(kept.of("one", {}, measure));
  EXPECT_EQ(measured, 2);
  ASSERT_TRUE(kept.of("newer", {}, []() -> Result<MeasuredNetwork> {
    MeasuredNetwork network;
    network.catalogue = std::make_shared<const PartnerNetwork>();
    return network;
  }));
  ASSERT_TRUE(kept.of("one", {}, measure));
  EXPECT_EQ(measured, 3) << "what speaks of an older catalogue was not kept";
}

TEST_F(NetworkTest, WhatIsRefusedIsNamed) {
  NetworkQuery query;
  query.limit = 201;
  EXPECT_EQ(portal().network(query).error().context, "limit");
  query = {};
  query.scope.fewest_projects = 0;
  EXPECT_EQ(portal().network(query).error().context, "joint");
  query.scope = {};
  query.scope.around = "999-nobody";
  EXPECT_EQ(portal().network(query).error().context, "around");
  query.scope = {};
  query.scope.filters = {{.facet = "year", .values = {"20xx"}}};
  EXPECT_EQ(portal().network(query).error().code, ErrorCode::invalid_argument);
  query.scope = {};
  query.scope.text = "nursing";
  query.deadline = std::chrono::steady_clock::now() - std::chrono::hours(1);
  EXPECT_EQ(portal().network(query).error().code, ErrorCode::timed_out);
}

TEST_F(NetworkTest, TheWayBetweenTwoHasItsProjects) {
  NetworkPathQuery query{.scope = {}, .from = id_of("Alba"), .to = id_of("Dana & <Co>")};
  const auto answer = portal().network_path(query).value();
  ASSERT_EQ(answer.steps.size(), 3U);
  EXPECT_EQ(answer.steps[1].organisation.named.name, "Cilo");
  EXPECT_EQ(answer.steps[1].newest.front().slug, "cordis-2");
  EXPECT_EQ(answer.steps[2].newest.front().slug, "cordis-3");
  query.scope.text = "nursing";
  EXPECT_TRUE(portal().network_path(query).value().steps.empty());
  query = {.scope = {}, .from = id_of("Alba"), .to = id_of("=Ebro")};
  EXPECT_TRUE(portal().network_path(query).value().steps.empty());
  query.to = "nobody";
  EXPECT_EQ(portal().network_path(query).error().context, "to");
}

TEST_F(NetworkTest, ExportsHaveEverybodyAndEveryTie) {
  const auto graphml = exported({}, NetworkFormat::graphml);
  EXPECT_THAT(graphml, HasSubstr("<data key=\"name\">Dana &amp; &lt;Co&gt;</data>"));
  EXPECT_THAT(graphml, HasSubstr("in 4 projects: the whole catalogue. Betweenness: exact."));
  const auto edges = [](const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find("<edge "); at != std::string::npos; at = text.find("<edge ", at + 1)) {
      ++count;
    }
    return count;
  };
  EXPECT_EQ(edges(graphml), 4U);
  NetworkScope welding;
  welding.text = "welding";
  welding.filters = {{.facet = "year", .values = {"2010", "2012"}}};
  EXPECT_THAT(exported(welding, NetworkFormat::graphml),
              HasSubstr("search for welding; year is 2010 or 2012"));
  const auto ties = exported(welding, NetworkFormat::ties_csv);
  EXPECT_EQ(std::ranges::count(ties, '\n'), 4) << "a header and three ties";
  EXPECT_THAT(ties, HasSubstr("\"Alba\""));
  EXPECT_THAT(ties, HasSubstr(",2\r\n"));
  const auto organisations = exported({}, NetworkFormat::organisations_csv);
  EXPECT_EQ(std::ranges::count(organisations, '\n'), 6);
  EXPECT_THAT(organisations, HasSubstr("\"Dana & <Co>\""));
  EXPECT_THAT(organisations, HasSubstr("\"'=Ebro\"")) << "no spreadsheet runs it as a formula";
  EXPECT_THAT(exported(welding, NetworkFormat::organisations_csv), Not(HasSubstr("Dana")));
}

TEST_F(NetworkTest, ASinkThatRefusesEndsTheExport) {
  const auto refused = portal().export_network({}, NetworkFormat::graphml, {}, [](auto) {
    return Result<>(fail(ErrorCode::too_long, "no more", "table"));
  });
  EXPECT_EQ(refused.error().code, ErrorCode::too_long);
}

}  // namespace
}  // namespace tributary::app
