#include "search/words/completion_spill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/words/completion.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint16_t kTitles = 1, kOrganisations = 2;

class CompletionSpillTest : public testing::Test {
 protected:
  void offer(std::uint16_t kind, std::string_view text, std::string_view id = {}) {
    ASSERT_TRUE(spill_.add(kind, text, id));
    ASSERT_TRUE(spill_.end_document());
    replaced_.push_back(false);
  }

  Completions written() {
    auto file =
        SectionFileWriter::create(folder_.path() / "completions", FileKind::completions).value();
    EXPECT_TRUE(spill_.write(replaced_, file));
    auto completions = Completions::open(folder_.path(), file.finish().value());
    EXPECT_TRUE(completions) << completions.error().text();
    return std::move(completions).value();
  }

  static std::vector<std::string> texts(const Completions& completions, std::uint32_t kind,
                                        std::string_view typed) {
    std::vector<std::string> found;
    for (const auto& each : completions.complete(kind, typed, 10)) found.emplace_back(each.text);
    return found;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  CompletionSpill spill_{folder_.path()};
  std::vector<bool> replaced_;
};

TEST_F(CompletionSpillTest, SpellingsOfOneNameAreOneEntryInTheSpellingOfMost) {
  for (const auto* name : {"UNIVERSIDADE DE EVORA", "Universidade de Évora",
                           "Universidade de Évora", "Universidade de Aveiro"}) {
    offer(kOrganisations, name);
  }
  const auto completions = written();
  EXPECT_THAT(texts(completions, kOrganisations, "univ"),
              ElementsAre("Universidade de Évora", "Universidade de Aveiro"));
}

TEST_F(CompletionSpillTest, WhatWasReplacedIsNotOffered) {
  offer(kTitles, "Mentors", "p1");
  offer(kTitles, "Mentors of today", "p1");
  replaced_[0] = true;
  EXPECT_THAT(texts(written(), kTitles, "ment"), ElementsAre("Mentors of today"));
}

TEST_F(CompletionSpillTest, OfTooManyThoseOfMostDocumentsStayAndOfEqualsTheNewest) {
  offer(kTitles, "Often said");
  offer(kTitles, "Often said");
  offer(kTitles, "Oldest of all");
  for (std::size_t title = 0; title < kMostCompletions - 1; ++title) {
    offer(kTitles, "Title " + std::to_string(title));
  }
  offer(kOrganisations, "Oldest of all");
  const auto completions = written();
  EXPECT_THAT(texts(completions, kTitles, "often"), ElementsAre("Often said"));
  EXPECT_THAT(texts(completions, kTitles, "title 0"), ElementsAre("Title 0"));
  EXPECT_THAT(texts(completions, kTitles, "oldest"), IsEmpty());
  EXPECT_THAT(texts(completions, kOrganisations, "oldest"), ElementsAre("Oldest of all"))
      << "another kind has its own room";
}

}  // namespace
}  // namespace tributary::search
