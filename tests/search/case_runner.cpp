// Registers every tests/search/cases/*.test file as a test and runs it.
#include <gtest/gtest.h>

#include <algorithm>

#include "case_check.h"
#include "case_file.h"

namespace tributary::search_cases {
namespace {

Result<search::Index> build(const Path& folder, const CaseFile& file) {
  auto writer = TRY(search::IndexWriter::create(folder, case_schema()));
  for (const auto& document : file.documents) TRY(writer.add(document));
  TRY(writer.commit());
  return search::Index::open(folder);
}

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(Path path) : path_(std::move(path)) {}

  void TestBody() override {
    const auto file = read_case_file(path_);
    ASSERT_TRUE(file) << file.error().text();
    const auto folder = TemporaryFolder::create();
    ASSERT_TRUE(folder) << folder.error().text();
    const auto index = build(folder->path(), *file);
    ASSERT_TRUE(index) << index.error().text();
    EXPECT_FALSE(file->queries.empty());
    for (const auto& query : file->queries) {
      EXPECT_FALSE(query.expectations.empty()) << "line " << query.line << " expects nothing";
      for (const auto& failure : check_query(*index->snapshot(), query)) {
        ADD_FAILURE() << path_.filename().string() << " " << failure;
      }
    }
  }

 private:
  Path path_;
};

}  // namespace
}  // namespace tributary::search_cases

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  using tributary::search_cases::CaseTest;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(TRIBUTARY_SOURCE_DIR "/tests/search/cases")) {
    if (entry.path().extension() == ".test") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    testing::RegisterTest("cases", path.stem().c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [path]() -> testing::Test* { return new CaseTest(path); });
  }
  return RUN_ALL_TESTS();
}
