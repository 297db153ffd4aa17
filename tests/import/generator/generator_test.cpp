// What the generator says of its damage is what the readers find.

#include "generator.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/file.h"
#include "catalogue/formats/json_reader.h"
#include "catalogue/formats/table_file.h"

namespace tributary::generator {
namespace {

using catalogue::DamagedRow;
using catalogue::open_table;
using catalogue::Row;
using catalogue::TableReader;

struct Said {
  std::map<std::string, std::set<std::uint64_t>> rejected;  ///< lines by file
  std::set<std::string> kinds;
  std::map<std::string, std::string> summaries;  ///< of the projects whose row must be read
};

Said read_manifest(const Path& folder) {
  Said said;
  catalogue::JsonRecordReader reader(
      catalogue::ByteWindow(*catalogue::open_bytes({.file = folder / "manifest.jsonl"})));
  catalogue::JsonRecord record;
  DamagedRow damaged;
  while (*reader.next(record, damaged) == TableReader::Step::row) {
    std::map<std::string, std::string> fields;
    for (const auto& field : record.fields) fields[field.path] = field.value;
    if (fields["type"] == "project") {
      if (fields["row"] == "read") said.summaries[fields["key"]] = fields["summary"];
    } else {
      said.kinds.insert(fields["kind"]);
      if (fields["outcome"] == "rejected")
        said.rejected[fields["file"]].insert(std::stoull(fields["line"]));
    }
  }
  return said;
}

struct Found {
  std::set<std::uint64_t> damaged_lines;
  std::vector<std::vector<std::string>> rows;
};

Found read_table(const Path& file) {
  Found found;
  auto table = open_table({.file = file});
  EXPECT_TRUE(table) << table.error().text();
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = *(*table)->next(row, damaged);
    if (step == TableReader::Step::end) return found;
    if (step == TableReader::Step::damaged) found.damaged_lines.insert(damaged.line);
    if (step == TableReader::Step::row) found.rows.emplace_back(row.cells.begin(), row.cells.end());
  }
}

void expect_as_said(const Options& options, const std::string& main_table, std::size_t key_column,
                    std::size_t summary_column) {
  generate(options);
  const auto said = read_manifest(options.folder);
  const std::string ending = options.file == FileKind::csv ? ".csv" : ".xlsx";
  std::size_t tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(options.folder)) {
    if (entry.path().extension() != ending) continue;
    ++tables;
    const auto name = entry.path().filename().string();
    const auto found = read_table(entry.path());
    const auto rejected = said.rejected.find(name);
    EXPECT_EQ(found.damaged_lines,
              rejected == said.rejected.end() ? std::set<std::uint64_t>{} : rejected->second)
        << name;
    if (name != main_table + ending) continue;
    std::map<std::string, std::string> summaries;
    for (const auto& row : found.rows) summaries[row.at(key_column)] = row.at(summary_column);
    std::size_t different = 0;
    for (const auto& [key, summary] : said.summaries)
      different += summaries[key] == summary ? 0U : 1U;
    // Only what was encoded twice differs: repairing that is for the importer.
    EXPECT_LE(different, options.projects / 40) << name;
  }
  EXPECT_EQ(tables, options.layout == Layout::cordis ? 6U : 1U);
  EXPECT_TRUE(said.kinds.contains("duplicate"));
}

TEST(Generator, CordisCsvIsReadAsItsManifestSays) {
  auto folder = TemporaryFolder::create();
  expect_as_said({.layout = Layout::cordis,
                  .projects = 2000,
                  .seed = 5,
                  .damage_rate = 0.1,
                  .folder = folder->path() / "made"},
                 "project", 0, 16);
}

TEST(Generator, ErasmusCsvIsReadAsItsManifestSays) {
  auto folder = TemporaryFolder::create();
  expect_as_said({.layout = Layout::erasmus,
                  .projects = 2000,
                  .seed = 6,
                  .damage_rate = 0.1,
                  .folder = folder->path() / "made"},
                 "erasmus", 4, 7);
}

TEST(Generator, WorkbooksHoldTheTruth) {
  auto folder = TemporaryFolder::create();
  expect_as_said({.layout = Layout::cordis,
                  .file = FileKind::workbook,
                  .projects = 300,
                  .seed = 7,
                  .damage_rate = 0.05,
                  .folder = folder->path() / "made"},
                 "project", 0, 16);
}

std::size_t different_organisations(std::uint64_t to_choose_from) {
  std::set<std::string> pics;
  for (std::uint64_t index = 0; index < 200; ++index) {
    for (const auto& made : make_project(Layout::cordis, 7, index, to_choose_from).organisations) {
      EXPECT_LT(std::stoull(made.pic), 900'000'000 + to_choose_from);
      pics.insert(made.pic);
    }
  }
  return pics.size();
}

TEST(Generator, ProjectsChooseFromAsManyOrganisationsAsAreAskedFor) {
  EXPECT_EQ(different_organisations(1), 1U);
  EXPECT_EQ(different_organisations(10), 10U);
  EXPECT_GT(different_organisations(1'000'000), different_organisations(1'000));
}

TEST(Generator, TheSameOptionsGiveTheSameBytes) {
  auto folder = TemporaryFolder::create();
  for (const char* name : {"a", "b"}) {
    generate({.layout = Layout::cordis,
              .projects = 50,
              .seed = 8,
              .damage_rate = 0.2,
              .folder = folder->path() / name});
  }
  for (const char* file : {"project.csv", "organization.csv", "manifest.jsonl"})
    EXPECT_EQ(*read_file(folder->path() / "a" / file), *read_file(folder->path() / "b" / file));
}

}  // namespace
}  // namespace tributary::generator
