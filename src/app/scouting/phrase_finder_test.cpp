#include "app/scouting/phrase_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project_document.h"

namespace tributary::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

search::Document project(const std::string& title, const std::string& partner = "") {
  catalogue::SourceProject made{.source = "cordis", .key = "1", .title = title};
  made.participations.emplace();
  auto& participation = made.participations->emplace_back();
  participation.organisation.name = partner;
  return project_document(made);
}

class PhraseFinderTest : public testing::Test {
 protected:
  const search::Schema schema_ = project_schema();
  PhraseFinder finder_{{"digit", "twin", "train", "centr"}, schema_};
};

TEST_F(PhraseFinderTest, TellsThePhraseAsItIsMostlyWritten) {
  for (const auto* title :
       {"The digital twins of the ports that we have", "Building a digital twin for the schools",
        "What the digital twins are to those who learn"}) {
    finder_.read(project(title));
  }
  for (int other = 0; other < 3; ++other)
    finder_.read(project("Something about other things here"));
  EXPECT_THAT(finder_.best(3, 10), ElementsAre("digital twins"));
  EXPECT_THAT(finder_.best(4, 10), IsEmpty());
  EXPECT_THAT(finder_.best(1, 0), IsEmpty());
}

TEST_F(PhraseFinderTest, WordsThatDoNotTouchOrAreNotTopicalAreNone) {
  finder_.read(project("This is digital, twin of that in the schools of the country"));
  finder_.read(
      project("The digital and twin things that are in the schools", "Digital Twin Centre"));
  finder_.read(project("There is nothing to be said about any of the others"));
  EXPECT_THAT(finder_.best(1, 10), IsEmpty());
}

TEST_F(PhraseFinderTest, WordsThatMeetByChanceHoldTogetherLess) {
  for (int turn = 0; turn < 4; ++turn) {
    finder_.read(project("We like the digital twin in the schools of the country"));
    finder_.read(project("We like the training centre in the schools of the country"));
    if (turn % 2 == 0) continue;
    finder_.read(project("We like the training in all the schools of the country"));
    finder_.read(project("We like the centre in all the schools of the country"));
  }
  EXPECT_THAT(finder_.best(1, 10), ElementsAre("digital twin", "training centre"));
}

}  // namespace
}  // namespace tributary::app
