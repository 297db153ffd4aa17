// A run is named by what it read: the same input has the same name, one letter more another.
#include <gtest/gtest.h>

#include "base/file.h"
#include "catalogue/import_stream.h"

namespace tributary::import_test {
namespace {

constexpr std::string_view kProjects =
    "\"id\";\"acronym\";\"status\";\"title\";\"startDate\";\"endDate\";\"totalCost\";"
    "\"ecMaxContribution\";\"legalBasis\";\"topics\";\"frameworkProgramme\";\"objective\"\n"
    "\"101\";\"WELD\";\"SIGNED\";\"Welding together\";\"2020-01-01\";\"2022-12-31\";\"10\";\"5\";"
    "\"HORIZON.4.1\";\"HORIZON-1\";\"HORIZON\";\"Joints that last.\"\n";

Result<std::string> hash_of(const Path& folder) {
  auto plan = TRY(catalogue::plan_import({folder}, ""));
  if (plan.imports.size() != 1) return fail(ErrorCode::internal, "not one import");
  auto& stream = *plan.imports.front().stream;
  std::vector<catalogue::ImportRecord> batch;
  std::vector<catalogue::Reject> rejects;
  TRY(stream.next(10, batch, rejects));
  return stream.content_hash();
}

TEST(ContentHash, TellsOneInputFromAnother) {
  const auto folder = TemporaryFolder::create().value();
  const auto set = folder.path() / "set", same = folder.path() / "same";
  for (const auto& path : {set, same}) {
    ASSERT_TRUE(std::filesystem::create_directory(path));
    ASSERT_TRUE(write_file_atomically(path / "project.csv", kProjects));
  }
  const auto first = hash_of(set);
  ASSERT_TRUE(first) << first.error().text();
  EXPECT_EQ(first->size(), 32U);
  EXPECT_EQ(hash_of(same).value(), *first) << "where it lies does not matter";

  ASSERT_TRUE(write_file_atomically(same / "project.csv", std::string(kProjects) + "\n"));
  EXPECT_NE(hash_of(same).value(), *first);
}

}  // namespace
}  // namespace tributary::import_test
