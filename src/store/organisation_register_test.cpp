#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <list>
#include <set>

#include "sql/testing/test_database.h"
#include "store/catalogue_store.h"

namespace tributary::store {
namespace {

using catalogue::ImportRecord;
using catalogue::NamedOrganisation;

struct Marks {
  std::string pic, oid, vat, name, country = "PT";
};

NamedOrganisation organisation(const Marks& marks) {
  NamedOrganisation made;
  made.pic = marks.pic;
  made.oid = marks.oid;
  made.vat = marks.vat;
  made.name = marks.name;
  made.country = marks.country;
  return made;
}

/// Imports projects with one participant each and tells who the participants are.
class OrganisationRegisterTest : public sql::DatabaseTest {
 protected:
  std::list<sql::TestDatabase> more_;  // outlive their stores
  CatalogueStore store_ = fresh_store();

  CatalogueStore fresh_store() {
    return CatalogueStore::open(more_.emplace_back(GetParam()).location()).value();
  }

  static ImportRecord record(int key, const NamedOrganisation& participant, int year = 2020) {
    ImportRecord made;
    made.project.source = "cordis";
    made.project.key = std::to_string(key);
    made.project.start = Date::from_calendar(year, 1, 1);
    made.project.participations.emplace();
    made.project.participations->push_back({.organisation = participant});
    made.files = catalogue::speaking_files({"organization.csv"});
    return made;
  }

  static void import(CatalogueStore& store, const std::vector<ImportRecord>& records) {
    const auto run = store.begin_run("cordis", "test", Timestamp()).value();
    const auto applied = store.apply(run, prepare(records), {}, Timestamp());
    ASSERT_TRUE(applied) << applied.error().text();
    ASSERT_TRUE(store.finish_run(run, {}, Timestamp()));
  }

  static OrganisationId participant(CatalogueStore& store, int key) {
    const auto project = store.project("cordis-" + std::to_string(key)).value();
    return project.participations.at(0).organisation;
  }

  std::vector<OrganisationId> participants(const std::vector<Marks>& all) {
    std::vector<ImportRecord> records;
    for (std::size_t i = 0; i < all.size(); ++i) {
      records.push_back(record(static_cast<int>(i), organisation(all[i])));
    }
    import(store_, records);
    std::vector<OrganisationId> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
      found.push_back(participant(store_, static_cast<int>(i)));
    }
    return found;
  }
};
TRIBUTARY_ON_BOTH_ENGINES(OrganisationRegisterTest);

TEST_P(OrganisationRegisterTest, EachMarkAloneFindsTheOrganisation) {
  const auto found = participants({{"1", "E1", "PT501", "Universidade de Aveiro"},
                                   {.pic = "1", .name = "UA"},
                                   {.oid = "e1", .name = "U. Aveiro"},
                                   {.vat = "501", .name = "Aveiro University"},
                                   {.name = "UNIVERSIDADE DE AVEIRO"},
                                   {.name = "Universidade de Aveiro", .country = "BR"},
                                   {.pic = "2", .name = "Another"}});
  for (int i : {1, 2, 3, 4}) EXPECT_EQ(found[static_cast<std::size_t>(i)], found[0]) << i;
  EXPECT_NE(found[5], found[0]);
  EXPECT_NE(found[6], found[0]);
  EXPECT_NE(found[6], found[5]);
}

TEST_P(OrganisationRegisterTest, APicJoinsAnOrganisationKnownByNameUnlessItHasAnother) {
  const auto found = participants({{.name = "Primary School"},
                                   {.pic = "1", .name = "Primary School"},
                                   {.pic = "2", .name = "Primary School"},
                                   {.name = "Primary School"},
                                   {.pic = "2", .name = "Renamed"}});
  EXPECT_EQ(found[1], found[0]);
  EXPECT_NE(found[2], found[0]);
  EXPECT_EQ(found[3], found[0]);
  EXPECT_EQ(found[4], found[2]);
}

TEST_P(OrganisationRegisterTest, OneVatNumberIsOneOrganisationWhereTheNamesAreAlike) {
  const auto found = participants({{.vat = "PT501", .name = "Universidade de Aveiro"},
                                   {.vat = "501", .name = "University of Aveiro, Lda"},
                                   {.vat = "501", .name = "Hospital de Santiago"},
                                   {.vat = "501", .name = "HOSPITAL SANTIAGO"},
                                   {.vat = "501", .name = "Universidade de Aveiro"},
                                   {.vat = "501"},
                                   {.vat = "N/A", .name = "Escola Nova"},
                                   {.vat = "N/A", .name = "Escola Velha"}});
  EXPECT_EQ(found[1], found[0]);
  EXPECT_NE(found[2], found[0]);
  EXPECT_EQ(found[3], found[2]);
  EXPECT_EQ(found[4], found[0]);
  EXPECT_EQ(found[5], found[0]) << "nothing contradicts";
  EXPECT_NE(found[7], found[6]);
}

TEST_P(OrganisationRegisterTest, WhoHasNeitherNameNorNumberStaysApart) {
  const auto found = participants({{}, {}});
  EXPECT_NE(found[0], found[1]);
}

TEST_P(OrganisationRegisterTest, TheNewestYearWinsAndOlderOnesFillGaps) {
  auto older = organisation({.pic = "1", .name = "Old Name"});
  older.city = "Porto";
  older.website = "https://old.example";
  auto newer = organisation({.pic = "1", .name = "New Name"});
  newer.city = "Aveiro";
  import(store_, {record(1, newer, 2022), record(2, older, 2015), record(3, newer, 2022)});
  const auto stored = store_.organisation(participant(store_, 1), 10).value();
  EXPECT_EQ(stored.named.name, "New Name");
  EXPECT_EQ(stored.named.city, "Aveiro");
  EXPECT_EQ(stored.named.website, "https://old.example");
  EXPECT_THAT(stored.aliases, testing::ElementsAre("Old Name"));
  EXPECT_EQ(stored.slug, std::to_string(stored.id.value) + "-new-name");
  EXPECT_EQ(stored.projects, 3U);
}

TEST_P(OrganisationRegisterTest, AStatementMadeAgainLaterIsTheNewest) {
  auto porto = organisation({.pic = "1", .name = "School"});
  porto.city = "Porto";
  auto braga = porto;
  braga.city = "Braga";
  const auto city_after = [&](const std::vector<std::vector<ImportRecord>>& batches) {
    store_ = fresh_store();
    for (const auto& batch : batches) import(store_, batch);
    return store_.organisation(participant(store_, 1), 1).value().named.city;
  };
  const auto first = record(1, porto, 2018), again = record(2, porto, 2020);
  EXPECT_EQ(city_after({{first, again, record(3, braga, 2019)}}), "Porto");
  EXPECT_EQ(city_after({{first}, {again}, {record(3, braga, 2019)}}), "Porto");
  EXPECT_EQ(city_after({{first}, {again}, {record(3, braga, 2021)}}), "Braga");
  EXPECT_EQ(city_after({{first, record(3, braga, 2019)}, {again}}), "Porto");
  EXPECT_EQ(city_after({{first, record(3, braga, 2019), again}}), "Porto");
}

TEST_P(OrganisationRegisterTest, NamesThatDifferInCaseOnlyAreNoAliases) {
  import(store_, {record(1, organisation({.pic = "1", .name = "ACME GMBH"})),
                  record(2, organisation({.pic = "1", .name = "Acme GmbH"}))});
  EXPECT_TRUE(store_.organisation(participant(store_, 1), 10)->aliases.empty());
}

TEST_P(OrganisationRegisterTest, IdsAreTheSameAfterImportingAgainAndInSmallerBatches) {
  std::vector<ImportRecord> records;
  for (int i = 0; i < 200; ++i) {
    const int who = (i * 37) % 40;
    records.push_back(record(1000 + i,
                             organisation({.pic = who % 3 == 0 ? "" : std::to_string(900 + who),
                                           .name = "Organisation " + std::to_string(who % 20)}),
                             2010 + i % 7));
  }
  import(store_, records);
  const auto digest = store_.content_digest().value();
  import(store_, records);
  EXPECT_EQ(store_.content_digest(), digest);

  auto other = fresh_store();
  for (std::size_t i = 0; i < records.size(); i += 7) {
    import(other, {records.begin() + static_cast<std::ptrdiff_t>(i),
                   records.begin() + static_cast<std::ptrdiff_t>(std::min(records.size(), i + 7))});
  }
  EXPECT_EQ(other.content_digest(), digest);

  auto waiting = fresh_store();  // whose batches are committed five at a time
  const auto run = waiting.begin_run("cordis", "test", Timestamp()).value();
  for (std::size_t i = 0; i < records.size(); i += 7) {
    const std::vector<ImportRecord> batch(
        records.begin() + static_cast<std::ptrdiff_t>(i),
        records.begin() + static_cast<std::ptrdiff_t>(std::min(records.size(), i + 7)));
    const auto keep = i % 35 == 28 ? Keep::yes : Keep::waiting;
    ASSERT_TRUE(waiting.apply(run, prepare(batch), {}, Timestamp(), keep));
  }
  ASSERT_TRUE(waiting.finish_run(run, {}, Timestamp()));
  EXPECT_EQ(waiting.content_digest(), digest);
}

TEST_P(OrganisationRegisterTest, TheOrderOfImportDoesNotChangeHowManyThereAre) {
  const std::vector<Marks> by_pic{{.pic = "1", .name = "School"},
                                  {.pic = "2", .name = "School"},
                                  {.name = "School"},
                                  {.pic = "3", .oid = "E3", .name = "Other"},
                                  {.oid = "E3", .name = "Renamed"}};
  const std::vector<Marks> by_vat{{.pic = "4", .vat = "504", .name = "Universidade"},
                                  {.vat = "504", .name = "University, Lda"},
                                  {.vat = "504", .name = "Hospital"},
                                  {.vat = "504", .name = "HOSPITAL S.A."},
                                  {.vat = "504", .name = "Museu"}};
  int round = 0;
  for (const auto& all : {by_pic, by_vat}) {
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    do {
      // Marks of its own for each order, so that one database has room for all of them.
      const auto own = std::to_string(1000 + ++round);
      const auto with_own = [&](const std::string& mark) {
        return mark.empty() ? mark : mark + own;
      };
      std::vector<ImportRecord> records;
      for (const auto i : order) {
        const auto& [pic, oid, vat, name, country] = all[i];
        records.push_back(
            record(round * 10 + static_cast<int>(i),
                   organisation({with_own(pic), with_own(oid), with_own(vat), own + " " + name})));
      }
      import(store_, records);
      std::set<OrganisationId> distinct;
      for (const auto i : order) {
        distinct.insert(participant(store_, round * 10 + static_cast<int>(i)));
      }
      EXPECT_EQ(distinct.size(), 3U) << testing::PrintToString(order);
    } while (std::ranges::next_permutation(order).found);
  }
}

}  // namespace
}  // namespace tributary::store
