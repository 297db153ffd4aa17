// The published files under ../shared/data, imported whole. Every number here was found by other
// means than this program: with the csv, lzma and json modules of Python 3, counting rows, distinct
// project identifiers and filled cells of the same files.
#include <gtest/gtest.h>

#include "catalogue/import_stream.h"

namespace tributary::import_test {
namespace {

using namespace tributary::catalogue;

struct Imported {
  std::uint64_t records = 0, participations = 0, rejects = 0, with_title = 0, with_summary = 0;
  std::int64_t contribution_cents = 0;
  bool is_ascending = true;
  std::vector<FileTally> tallies;
};

void add(Imported& imported, const SourceProject& project) {
  ++imported.records;
  imported.with_title += project.title.empty() ? 0U : 1U;
  imported.with_summary += project.summary.empty() ? 0U : 1U;
  if (!project.participations) return;
  imported.participations += project.participations->size();
  for (const auto& participation : *project.participations) {
    if (participation.contribution)
      imported.contribution_cents += participation.contribution->cents;
  }
}

Result<Imported> import_all(const std::vector<Path>& paths) {
  auto plan = TRY(plan_import(paths, ""));
  Imported imported;
  for (auto& import : plan.imports) {
    std::string last_key;
    std::vector<ImportRecord> batch;
    std::vector<Reject> rejects;
    do {
      batch.clear();
      rejects.clear();
      TRY(import.stream->next(500, batch, rejects));
      for (const auto& record : batch) {
        imported.is_ascending = imported.is_ascending && last_key < record.project.key;
        last_key = record.project.key;
        add(imported, record.project);
      }
      imported.rejects += rejects.size();
    } while (!batch.empty() || !rejects.empty());
    const auto& tallies = import.stream->tallies();
    imported.tallies.insert(imported.tallies.end(), tallies.begin(), tallies.end());
  }
  return imported;
}

class RealData : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder_)) GTEST_SKIP() << "skipped: no ../shared/data";
  }

  [[nodiscard]] Imported import(const std::vector<std::string>& names) const {
    std::vector<Path> paths;
    for (const auto& name : names) paths.push_back(folder_ / name);
    auto imported = import_all(paths);
    EXPECT_TRUE(imported) << imported.error().text();
    return imported.value_or(Imported{});
  }

  const Path folder_ = Path(TRIBUTARY_SOURCE_DIR) / ".." / "shared" / "data";
};

// csv.DictReader(…, delimiter=';'): 80,276 rows, 12,900 distinct projectID; the sum of
// round(float(ecContribution) * 100) over the filled cells is 3,434,752,146,717 cents.
TEST_F(RealData, HorizonEuropeOrganisations) {
  const auto imported = import({"cordis/horizon-europe/organization.csv.xz"});
  EXPECT_EQ(imported.records, 12900U);
  EXPECT_EQ(imported.participations, 80276U);
  EXPECT_EQ(imported.contribution_cents, 3434752146717);
  EXPECT_EQ(imported.rejects, 0U);
  EXPECT_TRUE(imported.is_ascending);
}

// Rows 7,916 + 19,075 + 31,364; distinct ones, by the columns that we take and with white space
// collapsed, 7,916 + 19,062 + 31,295 = 58,273 of 12,693 projects.
TEST_F(RealData, FirstThreeFrameworkProgrammes) {
  const auto imported = import({"cordis/fp1-3"});
  EXPECT_EQ(imported.records, 12693U);
  EXPECT_EQ(imported.participations, 58273U);
  EXPECT_EQ(imported.rejects, 0U);
}

// cleantech_joint: 1,732 distinct ids; coordinators and the parts of `participants` between ';'
// count 10,873. All rows have an objective.
TEST_F(RealData, OneFileListWithIndexColumn) {
  const auto imported = import({"cordis/h2020/cleantech_joint.csv.xz"});
  EXPECT_EQ(imported.records, 1732U);
  EXPECT_EQ(imported.participations, 10873U);
  EXPECT_EQ(imported.with_summary, 1732U);
  EXPECT_EQ(imported.rejects, 0U);
}

// cordis-h2020projects.csv: 400 ids and 2,612 names.
TEST_F(RealData, OneFileListInOfficialLayout) {
  const auto imported = import({"sample/cordis-h2020/cordis-h2020projects.csv"});
  EXPECT_EQ(imported.records, 400U);
  EXPECT_EQ(imported.participations, 2612U);
}

// project.psv has 300 ids, organization.csv 4,087 rows of 424 projects, which is also the size of
// the union of all ids in the folder; the 124 without a row in project.psv are those of
// reportSummaries.csv, where their titles stand in brackets.
TEST_F(RealData, JoinedSet) {
  const auto imported = import({"sample/cordis-he"});
  EXPECT_EQ(imported.records, 424U);
  EXPECT_EQ(imported.participations, 4087U);
  EXPECT_EQ(imported.with_summary, 300U);
  EXPECT_EQ(imported.with_title, 424U);
  EXPECT_EQ(imported.rejects, 0U);
}

// 17 records; filled cells among "Coordinating organisation name", "Coordinator's name" and
// "Partner N name": 79. The CSV layouts hold the same records.
TEST_F(RealData, ErasmusListsAsJsonAndAsCsv) {
  for (const auto* folder : {"erasmus/official_records", "erasmus/official_layout"}) {
    const auto imported = import({folder});
    EXPECT_EQ(imported.records, 17U) << folder;
    EXPECT_EQ(imported.participations, 79U) << folder;
    EXPECT_EQ(imported.rejects, 0U) << folder;
  }
}

// record.json is a row that decimal commas shifted: its coordinatorCountry is "/RIA". The other
// three are whole.
TEST_F(RealData, SingleRecordsWithAShiftedOne) {
  const auto imported = import({"cordis/official_records"});
  EXPECT_EQ(imported.records, 3U);
  EXPECT_EQ(imported.rejects, 1U);
}

// Nothing in these folders is a list of projects of CORDIS or Erasmus+.
TEST_F(RealData, OtherFilesAreRefusedByName) {
  for (const auto* folder : {"cordis/reference", "esco", "geo", "stats", "vocab", "identity",
                             "interreg", "cohesion", "calls", "other_eu", "sample/cohesion"}) {
    auto plan = plan_import({folder_ / folder}, "");
    ASSERT_TRUE(plan) << plan.error().text();
    for (const auto& import : plan->imports) {
      ADD_FAILURE() << import.label << " was taken for " << import.source;
    }
    EXPECT_FALSE(plan->refused.empty()) << folder;
    for (const auto& refused : plan->refused) EXPECT_FALSE(refused.refused.empty());
  }
}

}  // namespace
}  // namespace tributary::import_test
