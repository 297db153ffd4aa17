// A process that imports is killed at random points, again and again: the store must be consistent
// each time, and in the end as if nothing had happened.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <span>

#include "sql/testing/test_database.h"
#include "store/catalogue_store.h"

namespace tributary::store {
namespace {

using catalogue::ImportRecord;

constexpr std::size_t kBatch = 40;
constexpr int kKills = 20;

/// Projects of one edition of the source; a later edition changes every third project.
std::vector<ImportRecord> edition(int number) {
  std::mt19937 random(7);
  std::vector<ImportRecord> records;
  for (int i = 0; i < 2'000; ++i) {
    ImportRecord made;
    auto& project = made.project;
    project.source = "cordis";
    project.key = std::to_string(100'000 + i);
    project.title = "Project " + std::to_string(i);
    project.start = Date(static_cast<std::int32_t>(17'000 + random() % 2'000));
    project.participations.emplace();
    for (std::uint32_t order = 1; order <= 4; ++order) {
      const auto who = random() % 500;
      catalogue::Participation one;
      one.organisation.name = "Organisation " + std::to_string(who);
      one.organisation.country = who % 2 == 0 ? "PT" : "RO";
      if (who % 3 == 0) one.organisation.pic = std::to_string(900'000 + who);
      one.organisation.city = "City " + std::to_string(random() % 4);
      one.order = order;
      project.participations->push_back(std::move(one));
    }
    if (number > 1 && i % 3 == 0) {
      project.title += ", second edition";
      project.participations->erase(project.participations->begin());
    }
    made.files = catalogue::speaking_files({"project.csv", "organization.csv"});
    records.push_back(std::move(made));
  }
  return records;
}

Result<> import(const Location& location, std::span<const ImportRecord> records) {
  auto store = TRY(CatalogueStore::open(location));
  const auto run = TRY(store.begin_run("cordis", "test", SystemClock().now()));
  for (std::size_t at = 0; at < records.size(); at += kBatch) {
    const auto batch = records.subspan(at, std::min(kBatch, records.size() - at));
    TRY(store.apply(run, prepare({batch.begin(), batch.end()}), {}, SystemClock().now()));
  }
  TRY(store.finish_run(run, {}, SystemClock().now()));
  return {};
}

/// Imports in a process of its own, killed after `life` if it has not ended; whether it had.
bool import_until_killed(const Location& location, std::span<const ImportRecord> records,
                         std::chrono::microseconds life) {
  const pid_t child = fork();
  if (child == 0) _exit(import(location, records) ? 0 : 1);
  usleep(static_cast<useconds_t>(life.count()));  // the random point
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0) << "the import failed by itself";
  return WIFEXITED(status);
}

class Kill : public sql::DatabaseTest {};
TRIBUTARY_ON_BOTH_ENGINES(Kill);

TEST_P(Kill, AnImportKilledManyTimesEndsAsOneThatWasNot) {
  const sql::TestDatabase other(GetParam());
  const auto& undisturbed = database_.location();
  const auto& killed = other.location();
  std::mt19937 random(11);
  int kills = 0;
  for (const int number : {1, 2}) {
    const auto records = edition(number);
    const auto began = std::chrono::steady_clock::now();
    const auto imported = import(undisturbed, records);
    ASSERT_TRUE(imported) << imported.error().text();
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - began);

    while (kills < kKills * number / 2) {
      const std::chrono::microseconds life(random() % static_cast<unsigned>(took.count()));
      if (!import_until_killed(killed, records, life)) ++kills;
      const auto store = CatalogueStore::open(killed);
      ASSERT_TRUE(store) << store.error().text();
    }
    const auto finished = import(killed, records);
    ASSERT_TRUE(finished) << finished.error().text();
    ASSERT_EQ(CatalogueStore::open(killed)->content_digest(),
              CatalogueStore::open(undisturbed)->content_digest());
  }

  int interrupted = 0;
  const auto runs = CatalogueStore::open(killed)->runs().value();
  for (const auto& run : runs) {
    EXPECT_NE(run.state, RunState::running);
    if (run.state == RunState::interrupted) ++interrupted;
  }
  EXPECT_GT(interrupted, 0);
  EXPECT_LE(interrupted, kills);
}

}  // namespace
}  // namespace tributary::store
