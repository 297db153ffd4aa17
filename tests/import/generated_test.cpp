// What the generator wrote is what is imported, and every damaged row is accounted for.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "catalogue/import_stream.h"
#include "generator/generator.h"

namespace tributary::import_test {
namespace {

using namespace tributary::catalogue;
using generator::FileKind;
using generator::Layout;
using generator::make_project;
using RowPlace = std::pair<std::string, std::uint64_t>;  // file name and line

struct Imported {
  std::vector<SourceProject> projects;
  std::set<RowPlace> rejected;
};

Result<Imported> import_all(const Path& folder) {
  auto plan = TRY(plan_import({folder}, ""));
  Imported imported;
  for (auto& import : plan.imports) {
    std::vector<ImportRecord> batch;
    std::vector<Reject> rejects;
    do {
      batch.clear();
      rejects.clear();
      TRY(import.stream->next(100, batch, rejects));
      for (auto& record : batch) imported.projects.push_back(std::move(record.project));
      for (const auto& reject : rejects) {
        imported.rejected.emplace(Path(reject.file).filename().string(), reject.line);
      }
    } while (!batch.empty() || !rejects.empty());
  }
  return imported;
}

/// The damaged rows that must be rejected, from the manifest's lines
/// {"type":"damage","file":"project.csv","line":38,…,"outcome":"rejected",…}.
std::set<RowPlace> rejected_rows(const Path& folder) {
  std::set<RowPlace> rows;
  std::ifstream manifest(folder / "manifest.jsonl");
  for (std::string line; std::getline(manifest, line);) {
    if (!line.starts_with("{\"type\":\"damage\"") || !line.contains("\"outcome\":\"rejected\"")) {
      continue;
    }
    const auto after = [&line](std::string_view mark) { return line.find(mark) + mark.size(); };
    const auto name = after("\"file\":\"");
    rows.emplace(line.substr(name, line.find('"', name) - name),
                 std::stoull(line.substr(after("\"line\":"))));
  }
  return rows;
}

std::string iso(const std::optional<Date>& date) { return date ? date->iso() : ""; }

void expect_true(const SourceProject& project, const generator::TrueProject& truth) {
  EXPECT_EQ(project.title, truth.title);
  EXPECT_EQ(project.summary, truth.summary);
  if (project.source == "cordis") {  // the layout of 622 columns has no dates
    EXPECT_EQ(iso(project.start), truth.start);
    EXPECT_EQ(iso(project.end), truth.end);
  }
  EXPECT_EQ(project.grant.value_or(Money{}).cents, static_cast<std::int64_t>(truth.grant_cents));
  ASSERT_TRUE(project.participations);
  ASSERT_EQ(project.participations->size(), truth.organisations.size());
  for (std::size_t at = 0; at < truth.organisations.size(); ++at) {
    const auto& organisation = (*project.participations)[at].organisation;
    EXPECT_EQ(organisation.name, truth.organisations[at].name);
    EXPECT_EQ(organisation.country, truth.organisations[at].country);
    EXPECT_EQ(organisation.city, truth.organisations[at].city);
  }
  ASSERT_TRUE(project.topics);
  EXPECT_EQ(project.topics->size(), truth.topics.size());
}

class Generated : public testing::TestWithParam<std::pair<Layout, FileKind>> {
 protected:
  void generate(double damage_rate) {
    generator::generate({.layout = GetParam().first,
                         .file = GetParam().second,
                         .projects = kProjects,
                         .seed = kSeed,
                         .damage_rate = damage_rate,
                         .with_manifest = true,
                         .folder = folder_->path()});
  }

  static constexpr std::uint64_t kProjects = 300, kSeed = 11;
  Result<TemporaryFolder> folder_ = TemporaryFolder::create();
};

TEST_P(Generated, IsWhatIsImported) {
  ASSERT_TRUE(folder_);
  generate(0);
  const auto imported = import_all(folder_->path());
  ASSERT_TRUE(imported) << imported.error().text();
  EXPECT_TRUE(imported->rejected.empty());
  ASSERT_EQ(imported->projects.size(), kProjects);
  std::map<std::string, const SourceProject*> by_key;
  for (const auto& project : imported->projects) by_key[project.key] = &project;
  for (std::uint64_t index = 0; index < kProjects; ++index) {
    const auto truth = make_project(GetParam().first, kSeed, index);
    ASSERT_TRUE(by_key.contains(truth.key)) << truth.key;
    expect_true(*by_key[truth.key], truth);
  }
}

TEST_P(Generated, DamagedRowsAreAllAccountedFor) {
  ASSERT_TRUE(folder_);
  generate(0.1);
  const auto imported = import_all(folder_->path());
  ASSERT_TRUE(imported) << imported.error().text();
  const auto expected = rejected_rows(folder_->path());
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(imported->rejected, expected);
}

INSTANTIATE_TEST_SUITE_P(Layouts, Generated,
                         testing::Values(std::pair(Layout::cordis, FileKind::csv),
                                         std::pair(Layout::cordis, FileKind::workbook),
                                         std::pair(Layout::erasmus, FileKind::csv),
                                         std::pair(Layout::erasmus, FileKind::workbook)));

}  // namespace
}  // namespace tributary::import_test
