#include "catalogue/formats/table_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tributary::catalogue {
namespace {

const Path kData = Path(TRIBUTARY_SOURCE_DIR) / "../shared/data";

struct Counts {
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::size_t damaged = 0;
  bool operator==(const Counts&) const = default;
};

Result<Counts> count(const Input& input) {
  auto table = TRY(open_table(input));
  Counts counts;
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = TRY(table->next(row, damaged));
    if (step == TableReader::Step::end) break;
    ++(step == TableReader::Step::row ? counts.rows : counts.damaged);
  }
  counts.columns = table->header().size();
  return counts;
}

TEST(TableFile, ReadsOfficialFilesWhole) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "skipped: no ../shared/data";
  const std::pair<const char*, Counts> expected[] = {
      {"cordis/fp1-3/organizations-fp3.tsv.xz", {24, 31364, 0}},
      {"cordis/h2020/participations_2021.csv.gz", {15, 144726, 0}},
      {"cordis/h2020/norway_participations.csv.xz", {44, 2931, 0}},
      {"cordis/h2020/semiconductor_organization.json.xz", {25, 1076, 0}},
      {"cordis/horizon-europe/organization.csv.xz", {25, 80276, 0}},
      {"cordis/horizon-europe/topics.csv.xz", {3, 15341, 0}},
      {"cordis/horizon-europe/topics.xlsx", {3, 15341, 0}},
      {"cordis/horizon-europe/hopon_projects.psv.xz", {14, 1022, 0}},
      {"cohesion/kohesio_beneficiaries.tsv.xz", {8, 27222, 0}},
      {"cohesion/esif/pt_2014-2020.xlsx", {10, 11023, 0}},
      {"calls/sedia_open_2026-08.jsonl.gz", {29, 629, 0}},
      {"sample/calls_sedia_concatenated.json", {29, 25, 0}},
      {"erasmus/official_layout/erasmusplus_622col.csv", {622, 9, 0}},
  };
  for (const auto& [file, counts] : expected) {
    const auto counted = count({.file = kData / file});
    ASSERT_TRUE(counted) << counted.error().text();
    EXPECT_EQ(counted->columns, counts.columns) << file;
    EXPECT_EQ(counted->rows, counts.rows) << file;
    EXPECT_EQ(counted->damaged, counts.damaged) << file;
  }
}

TEST(TableFile, SaysWhatAFileIsThatIsNoTable) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "skipped: no ../shared/data";
  const std::pair<const char*, const char*> expected[] = {
      {"cordis/h2020/kdtju_ecsel.db", "it is an SQLite database"},
      {"cordis/fp7/bia-warehouse_project.sql.xz", "it is an SQL script"},
      {"cohesion/esif/fr_2014-2020.xls",
       "it is an old Excel workbook (.xls); save it as .xlsx or CSV"},
  };
  for (const auto& [file, what] : expected) {
    const auto table = open_table({.file = kData / file});
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::unrecognised);
    EXPECT_EQ(table.error().text(), (kData / file).string() + ": " + what);
  }
}

TEST(TableFile, EveryTruncationOfAPackedFileIsNoticed) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "skipped: no ../shared/data";
  auto folder = TemporaryFolder::create();
  ASSERT_TRUE(folder);
  for (const char* file :
       {"cordis/horizon-europe/legalBasis.csv.xz", "cordis/horizon-europe/organization_81.xlsx",
        "calls/sedia_open_2026-08.jsonl.gz"}) {
    const auto whole = read_file(kData / file);
    ASSERT_TRUE(whole);
    const Path cut = folder->path() / Path(file).filename();
    for (const double share : {0.1, 0.5, 0.9, 0.999}) {
      std::ofstream(cut, std::ios::binary)
          << whole->substr(0, static_cast<std::size_t>(share * static_cast<double>(whole->size())));
      const auto counted = count({.file = cut});
      ASSERT_FALSE(counted) << file << " cut at " << share;
      EXPECT_EQ(counted.error().code, ErrorCode::corrupt);
      EXPECT_TRUE(counted.error().context.starts_with(cut.string())) << counted.error().text();
    }
  }
}

TEST(TableFile, ListsFoldersInOrderAndSkipsHiddenFiles) {
  auto folder = TemporaryFolder::create();
  ASSERT_TRUE(folder);
  std::filesystem::create_directories(folder->path() / "b/.git");
  for (const char* name : {"b/two.csv", "a.csv", ".hidden", "b/.git/x.csv"})
    std::ofstream(folder->path() / name) << "x\n1\n";
  const auto inputs = list_inputs(folder->path());
  ASSERT_TRUE(inputs);
  EXPECT_EQ(*inputs, (std::vector<Input>{{.file = folder->path() / "a.csv"},
                                         {.file = folder->path() / "b/two.csv"}}));
  EXPECT_EQ(list_inputs(folder->path() / "none").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace tributary::catalogue
