// app/scouting/scouting_catalogue.h
//
// For tests: a catalogue with a few projects, and the portal over it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/build_index.h"
#include "app/portal.h"

namespace tributary::app {

struct MadeProject {
  std::string key, title, summary;
  int year = 2020;
  std::string country = "PT";
};

class ScoutingCatalogue {
 protected:
  explicit ScoutingCatalogue(std::optional<store::Location> database = {})
      : data_{folder_.path() / "server", std::move(database)} {
    EXPECT_TRUE(data_.prepare());
  }

  static catalogue::ImportRecord record(const MadeProject& made) {
    catalogue::ImportRecord record{.project = {.source = "cordis",
                                               .key = made.key,
                                               .title = made.title,
                                               .summary = made.summary},
                                   .files = catalogue::speaking_files({"project.csv"})};
    record.project.start = Date::from_iso(std::to_string(made.year) + "-03-01");
    record.project.participations.emplace();
    auto& partner = record.project.participations->emplace_back();
    partner.organisation.name = "Escola " + made.key;
    partner.organisation.country = made.country;
    return record;
  }

  store::CatalogueStore store() { return store::CatalogueStore::open(data_.database()).value(); }

  static void take(store::CatalogueStore& store, store::RunId run, const Clock& clock,
                   const std::vector<MadeProject>& projects) {
    std::vector<catalogue::ImportRecord> records;
    for (const auto& project : projects) records.push_back(record(project));
    ASSERT_TRUE(store.apply(run, store::prepare(records), {}, clock.now()));
  }

  /// A whole import, found by the portal afterwards.
  void import(const std::vector<MadeProject>& projects) {
    auto store = this->store();
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    take(store, run, clock_, projects);
    ASSERT_TRUE(store.finish_run(run, {}, clock_.now()));
    index();
  }
  void index() {
    auto store = this->store();
    ASSERT_TRUE(build_index(data_, store, {}));
    if (portal_) {
      ASSERT_TRUE(portal_->refresh());
    }
  }
  Portal& portal() {
    if (!portal_) portal_ = Portal::open(data_, clock_).value();
    return *portal_;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  FixedClock clock_{*Date::from_iso("2026-06-01")};
  DataDirectory data_;
  std::unique_ptr<Portal> portal_;
};

}  // namespace tributary::app
