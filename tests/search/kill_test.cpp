// A process that writes, extends and merges an index is killed at random points, again and again:
// each time one whole version answers, never an older one than before. INDEX_KILLS sets how often.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "versioned_index.h"

namespace tributary::search_cases {
namespace {

int kills_wanted() {
  const char* wanted = std::getenv("INDEX_KILLS");
  return wanted != nullptr ? static_cast<int>(std::strtol(wanted, nullptr, 10)) : 40;
}

/// How long writers live at most: as long as it takes to write a few versions, on a fast machine
/// and on one that sanitizers and other work make slow.
class LifeSpan {
 public:
  explicit LifeSpan(std::chrono::microseconds of_one_version)
      : microseconds_(
            static_cast<useconds_t>(2 * std::max<std::int64_t>(of_one_version.count(), 1000))) {}

  useconds_t any(std::mt19937& random) const {
    return std::uniform_int_distribution<useconds_t>(0, microseconds_)(random);
  }
  void note_none_finished() { microseconds_ += microseconds_ / 8; }

 private:
  useconds_t microseconds_;
};

/// Writes one version after another in a process of its own, until it is killed.
void write_until_killed(const Path& folder, int version, useconds_t life_microseconds) {
  const pid_t child = fork();
  if (child == 0) {
    while (write_version(folder, version)) ++version;
    _exit(1);
  }
  usleep(life_microseconds);  // the random point
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_FALSE(WIFEXITED(status)) << "writing failed by itself";
}

std::size_t files_in(const Path& folder) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files += entry.path().filename() == "lock" ? 0U : 1U;
  }
  return files;
}

TEST(IndexKill, AVersionAnswersWholeWheneverTheWriterDies) {
  const auto folder = TemporaryFolder::create().value();
  std::mt19937 random(5);
  const auto began = std::chrono::steady_clock::now();
  ASSERT_TRUE(write_version(folder.path(), 1));
  LifeSpan life(std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began));
  int version = 1;
  for (int round = 0; round < kills_wanted(); ++round) {
    write_until_killed(folder.path(), version + 1, life.any(random));
    const auto index = search::Index::open(folder.path());
    ASSERT_TRUE(index) << index.error().text();
    const auto answer = look(*index->snapshot());
    ASSERT_TRUE(answer) << answer.error().text();
    const auto found = version_of(*answer);
    ASSERT_TRUE(found) << "the answer is of no version";
    ASSERT_GE(*found, version);
    if (*found == version) life.note_none_finished();
    version = *found;
  }
  EXPECT_GT(version, 1) << "no version was ever finished: the test proved nothing";
  ASSERT_TRUE(search::merge_segments(folder.path(), search::Merge::everything));
  auto writer = search::IndexWriter::create(folder.path(), {});
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(files_in(folder.path()), 10U) << "what killed writers left is gone";
}

}  // namespace
}  // namespace tributary::search_cases
