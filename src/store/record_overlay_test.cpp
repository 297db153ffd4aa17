#include "store/record_overlay.h"

#include <gtest/gtest.h>

namespace tributary::store {
namespace {

using catalogue::SourceProject;
using catalogue::Topic;
using catalogue::TopicVocabulary;

const Topic kCall{TopicVocabulary::call_topic, "HORIZON-1", ""};
const Topic kScience{TopicVocabulary::euro_sci_voc, "/23", "natural sciences"};
const Topic kOtherScience{TopicVocabulary::euro_sci_voc, "/25", "social sciences"};

SourceProject with(std::vector<Topic> topics) {
  SourceProject project;
  project.topics = std::move(topics);
  return project;
}

TEST(RecordOverlay, AVocabularyThatAFileDoesNotSpeakOfStands) {
  const auto result = overlay(with({kCall, kScience}), with({kOtherScience}));
  EXPECT_EQ(result.merged.topics, (std::vector{kCall, kOtherScience}));
  EXPECT_EQ(result.changes.size(), 1u);
}

TEST(RecordOverlay, TheOrderOfTheFilesDoesNotChangeTheTopics) {
  const auto one = overlay(with({kCall}), with({kScience})).merged;
  const auto other = overlay(with({kScience}), with({kCall})).merged;
  EXPECT_EQ(one, other);
  EXPECT_TRUE(overlay(one, with({kScience})).changes.empty());
}

TEST(RecordOverlay, AnEmptyListSaysThatThereIsNone) {
  EXPECT_EQ(overlay(with({kCall}), with({})).merged.topics, std::vector<Topic>());
}

TEST(RecordOverlay, LinksOfOneKindStandBesideThoseOfAnother) {
  SourceProject deliverables, pages;
  deliverables.links = {{{"https://a.example/d1", "deliverable", "D1"}}};
  pages.links = {{{"https://a.example/", "website", ""}}};
  EXPECT_EQ(overlay(deliverables, pages).merged.links->size(), 2u);
}

TEST(RecordOverlay, AnOlderStatementFillsGapsOnly) {
  SourceProject stored, older;
  stored.title = "new";
  stored.updated_on = Date(100);
  older.title = "old";
  older.acronym = "OLD";
  older.updated_on = Date(50);
  const auto merged = overlay(stored, older).merged;
  EXPECT_EQ(merged.title, "new");
  EXPECT_EQ(merged.acronym, "OLD");
}

}  // namespace
}  // namespace tributary::store
