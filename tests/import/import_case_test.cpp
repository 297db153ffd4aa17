// Every tests/import/*.test is a test of its own.
#include <gtest/gtest.h>

#include <algorithm>

#include "case_file.h"

namespace tributary::import_test {
namespace {

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(Path(TRIBUTARY_SOURCE_DIR) / "tests/import")) {
    if (entry.path().extension() == ".test") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class ImportCase : public testing::TestWithParam<std::string> {};

TEST_P(ImportCase, GivesWhatIsExpected) {
  const auto path = Path(TRIBUTARY_SOURCE_DIR) / "tests/import" / (GetParam() + ".test");
  const auto test = read_case(path);
  ASSERT_TRUE(test) << test.error().text();
  const auto folder = TemporaryFolder::create();
  ASSERT_TRUE(folder) << folder.error().text();
  const auto actual = import_and_render(*test, folder->path());
  ASSERT_TRUE(actual) << actual.error().text();
  EXPECT_EQ(*actual, test->expected);
}

INSTANTIATE_TEST_SUITE_P(Files, ImportCase, testing::ValuesIn(case_names()),
                         [](const auto& parameter) {
                           auto name = parameter.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace tributary::import_test
