#include "text/term_cache.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tributary::text {
namespace {

std::string view_of(const TermCache::Entry& entry) {
  return std::string(entry.plain) + " > " + std::string(entry.term);
}

// Few letters, so that words are often equal, or one the other's beginning; lengths on both sides
// of what a slot holds.
TEST(TermCache, KnowsExactlyTheWordsThatItWasGiven) {
  rc::check([] {
    const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40));
    TermCache cache;
    std::map<std::pair<std::string, Language>, std::string> known;
    for (const auto length : lengths) {
      const auto word = *rc::gen::container<std::string>(
          static_cast<std::size_t>(length), rc::gen::elementOf(std::string("ab\0\xC3", 4)));
      const auto language = *rc::gen::element(Language::unknown, Language::en, Language::tr);
      const auto* found = cache.find(word, language);
      const auto expected = known.find({word, language});
      RC_ASSERT((found == nullptr) == (expected == known.end()));
      if (found != nullptr) {
        RC_ASSERT(view_of(*found) == expected->second);
        continue;
      }
      const auto plain = "plain" + word;
      const auto& entry = cache.insert(word, language, "term" + word, plain);
      RC_ASSERT(cache.find(word, language) == &entry);
      known.emplace(std::pair(word, language), view_of(entry));
    }
    RC_ASSERT(cache.size() == known.size());
  });
}

TEST(TermCache, EntriesStayWhereTheyAreWhileItGrows) {
  TermCache cache;
  auto& first = cache.insert("ausbildung", Language::de, "ausbild", "ausbildung");
  first.mark = 7;
  for (int number = 0; number < 5000; ++number) {
    const auto word = "wort" + std::to_string(number);
    cache.insert(word, Language::de, word, word);
  }
  ASSERT_EQ(cache.find("ausbildung", Language::de), &first);
  EXPECT_EQ(first.term, "ausbild");
  EXPECT_EQ(first.mark, 7U);
  EXPECT_EQ(cache.find("ausbildung", Language::nl), nullptr);
  for (int number = 0; number < 5000; ++number) {
    const auto word = "wort" + std::to_string(number);
    ASSERT_NE(cache.find(word, Language::de), nullptr) << word;
  }
}

TEST(TermCache, IsEmptyAfterClearing) {
  TermCache cache;
  cache.insert("school", Language::en, "school", "school");
  cache.clear();
  EXPECT_EQ(cache.size(), 0U);
  EXPECT_EQ(cache.find("school", Language::en), nullptr);
}

}  // namespace
}  // namespace tributary::text
