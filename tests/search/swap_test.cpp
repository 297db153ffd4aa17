// Readers that search while generations are written, merged and swapped in under them.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "versioned_index.h"

namespace tributary::search_cases {
namespace {

constexpr int kLastVersion = 40;

/// Searches until the last version is seen; how many answers were wrong or went back in time.
int wrong_answers(search::Index& index, const std::atomic<bool>& is_over) {
  int wrong = 0, last = 0;
  while (true) {
    const bool is_last_look = is_over;
    const auto refreshed = index.refresh();
    const auto snapshot = index.snapshot();
    const auto answer = look(*snapshot);
    const auto version = answer ? version_of(*answer) : std::nullopt;
    if (!refreshed || !version || *version < last) ++wrong;
    last = version.value_or(last);
    if (is_last_look) return wrong + (last == kLastVersion ? 0 : 1);
  }
}

TEST(IndexSwap, ReadersFindOneVersionWholeWhileItIsReplaced) {
  const auto folder = TemporaryFolder::create().value();
  ASSERT_TRUE(write_version(folder.path(), 1));
  auto shared = search::Index::open(folder.path()).value();
  std::atomic<bool> is_over = false;
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> readers;
  for (int reader = 0; reader < 3; ++reader) {
    readers.emplace_back([&] { wrong += wrong_answers(shared, is_over); });
  }
  readers.emplace_back([&] {  // as another process would, with nothing in common
    auto own = search::Index::open(folder.path());
    wrong += own ? wrong_answers(*own, is_over) : 1;
  });
  for (int version = 2; version <= kLastVersion; ++version) {
    const auto written = write_version(folder.path(), version);
    EXPECT_TRUE(written) << written.error().text();
  }
  is_over = true;
  readers.clear();
  EXPECT_EQ(wrong, 0);
}

TEST(IndexSwap, ASnapshotOutlivesTheFilesItWasOpenedFrom) {
  const auto folder = TemporaryFolder::create().value();
  ASSERT_TRUE(write_version(folder.path(), 1));
  const auto first = search::Index::open(folder.path())->snapshot();
  for (int version = 2; version <= 12; ++version) {
    ASSERT_TRUE(write_version(folder.path(), version));
  }
  EXPECT_EQ(version_of(*look(*first)), 1);
}

}  // namespace
}  // namespace tributary::search_cases
