// Similar documents and latent vectors from end to end: written with an index, found through it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "search/index.h"
#include "search/index/manifest.h"
#include "search/index/segment.h"

namespace tributary::search {
namespace {

Schema schema(std::uint32_t fewest_documents) {
  Schema schema;
  schema.text_fields = {{.name = "title"},
                        {.name = "partners", .has_own_lists = true, .is_topical = false}};
  schema.latent = {.dimensions = 8, .fewest_documents = fewest_documents};
  return schema;
}

Document document(std::string id, std::string title, std::string partners = "") {
  Document made{.id = std::move(id)};
  made.texts.push_back({.field = 0, .text = std::move(title), .language = text::Language::en});
  made.texts.push_back({.field = 1, .text = std::move(partners), .language = text::Language::en});
  return made;
}

/// `count` documents on ten crafts; those of one craft share some of its words.
std::vector<Document> crafts(int count) {
  std::vector<Document> documents;
  for (int number = 0; number < count; ++number) {
    const int craft = number % 10, turn = number / 10;
    documents.push_back(document(fmt::format("d{:04}", number),
                                 fmt::format("craft{0}tool{1} craft{0}tool{2} craft{0}tool{3}",
                                             craft, turn % 5, (turn + 1) % 5, (turn + 2) % 5)));
  }
  return documents;
}

class FindSimilarTest : public testing::Test {
 protected:
  void write(const std::vector<Document>& documents, LatentTraining training = LatentTraining::anew,
             std::uint32_t fewest = 50) {
    auto writer = IndexWriter::create(folder_.path(), schema(fewest));
    for (const auto& each : documents) ASSERT_TRUE(writer->add(each));
    ASSERT_TRUE(writer->commit(Commit::rebuild, training));
  }
  std::shared_ptr<const Snapshot> snapshot() {
    return Index::open(folder_.path()).value().snapshot();
  }
  SimilarAnswer similar_to(const Document& subject, std::uint32_t limit = 10) {
    const auto answer =
        snapshot()->similar({.texts = subject.texts, .id = subject.id, .limit = limit});
    EXPECT_TRUE(answer) << answer.error().text();
    return answer ? *answer : SimilarAnswer{};
  }
  std::shared_ptr<const Segment> generation() {
    const auto manifest = read_manifest(folder_.path()).value();
    return Segment::open(folder_.path(), manifest.segments.front()).value();
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
};

TEST_F(FindSimilarTest, TheReasonIsAWordAsTheTextWritesIt) {
  std::vector<Document> documents{
      document("a", "Apprenticeships in bakeries"), document("b", "An apprenticeship for welders"),
      document("c", "Apprenticeship abroad"), document("d", "Solar power", "apprenticeships")};
  for (int i = 0; i < 20; ++i) documents.push_back(document(fmt::format("x{}", i), "other"));
  write(documents);
  const auto answer = similar_to(documents[0], 2);
  ASSERT_EQ(answer.hits.size(), 2U);
  EXPECT_EQ(answer.hits[0].id, "c") << "the shorter text is more about it";
  ASSERT_EQ(answer.hits[0].shared.size(), 1U);
  EXPECT_EQ(answer.hits[0].shared[0].word, "Apprenticeships");
  EXPECT_FLOAT_EQ(answer.hits[0].shared[0].share, 1);
  EXPECT_FALSE(answer.has_latent_vectors) << "there are too few documents";
}

TEST_F(FindSimilarTest, NothingIsSimilarToATextOfUnknownWords) {
  write(crafts(60));
  EXPECT_TRUE(similar_to(document("", "xylophones")).hits.empty());
  EXPECT_TRUE(similar_to(document("", "")).hits.empty());
}

TEST_F(FindSimilarTest, WhatIsOutOfRangeIsRefused) {
  write(crafts(60));
  Document elsewhere{.id = "x"};
  elsewhere.texts.push_back({.field = 7, .text = "craft1tool1"});
  EXPECT_EQ(snapshot()->similar({.texts = elsewhere.texts}).error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(snapshot()->similar({.texts = {}, .limit = 1'001}).error().code,
            ErrorCode::invalid_argument);
}

TEST_F(FindSimilarTest, LatentVectorsOrderByCompany) {
  const auto documents = crafts(200);
  write(documents);
  const auto answer = similar_to(documents[13], 15);
  EXPECT_TRUE(answer.has_latent_vectors);
  ASSERT_EQ(answer.hits.size(), 15U);
  for (const auto& hit : answer.hits) {
    EXPECT_EQ(hit.id.back(), '3') << hit.id << " is of another craft";
    EXPECT_NE(hit.id, "d0013") << "nothing is similar to itself";
  }
}

TEST_F(FindSimilarTest, WordsKeepTheirPlacesWhileTheCatalogueIsMuchTheSame) {
  write(crafts(200));
  ASSERT_EQ(generation()->latent_vectors()->trained_documents(), 200U);
  const auto before = similar_to(crafts(200)[13]);

  write(crafts(240), LatentTraining::if_needed);
  EXPECT_EQ(generation()->latent_vectors()->trained_documents(), 200U) << "kept";
  EXPECT_EQ(generation()->latent_vectors()->documents(), 240U);
  write(crafts(200), LatentTraining::if_needed);
  const auto again = similar_to(crafts(200)[13]);
  ASSERT_EQ(again.hits.size(), before.hits.size());
  for (std::size_t i = 0; i < again.hits.size(); ++i) {
    EXPECT_EQ(again.hits[i].id, before.hits[i].id);
    EXPECT_NEAR(again.hits[i].score, before.hits[i].score, 0.001F) << "but for rounding";
  }

  write(crafts(260), LatentTraining::if_needed);
  EXPECT_EQ(generation()->latent_vectors()->trained_documents(), 260U) << "it has grown too much";
  write(crafts(260), LatentTraining::anew);
  EXPECT_EQ(generation()->latent_vectors()->trained_documents(), 260U);
}

TEST_F(FindSimilarTest, OtherWordsAreLearntAnew) {
  write(crafts(200));
  auto others = crafts(210);
  for (auto& each : others) {
    for (auto& text : each.texts) {
      if (!text.text.empty()) std::ranges::replace(text.text, 'c', 'k');
    }
  }
  write(others, LatentTraining::if_needed);
  EXPECT_EQ(generation()->latent_vectors()->trained_documents(), 210U);
  EXPECT_EQ(similar_to(others[13], 5).hits.size(), 5U);
}

TEST_F(FindSimilarTest, WhatCameLaterIsFoundByItsWordsAlone) {
  const auto documents = crafts(240);
  write({documents.begin(), documents.begin() + 200});
  {
    auto writer = IndexWriter::create(folder_.path(), schema(50));
    for (std::size_t at = 195; at < documents.size(); ++at) ASSERT_TRUE(writer->add(documents[at]));
    ASSERT_TRUE(writer->remove("d0003"));
    ASSERT_TRUE(writer->commit(Commit::extend));
  }

  const auto all = similar_to(documents[233], 100);
  EXPECT_TRUE(all.has_latent_vectors);
  ASSERT_EQ(all.hits.size(), 22U) << "of 24 of its craft, without itself and one that is no more";
  std::set<std::string> ids;
  for (const auto& hit : all.hits) {
    EXPECT_EQ(hit.id.back(), '3') << hit.id << " is of another craft";
    EXPECT_FALSE(hit.shared.empty());
    ids.insert(hit.id);
  }
  EXPECT_EQ(ids.size(), all.hits.size());
  EXPECT_FALSE(ids.contains("d0003"));
  EXPECT_TRUE(ids.contains("d0223"));

  ASSERT_TRUE(merge_segments(folder_.path(), Merge::everything));
  const auto merged = similar_to(documents[233], 100);
  EXPECT_FALSE(merged.has_latent_vectors) << "until the next full build";
  EXPECT_EQ(merged.hits.size(), 22U);
}

TEST_F(FindSimilarTest, ASmallCatalogueHasNoVectorsAndStillAnswers) {
  write(crafts(40));
  EXPECT_EQ(generation()->latent_vectors(), nullptr);
  EXPECT_FALSE(similar_to(crafts(40)[13]).hits.empty());
}

}  // namespace
}  // namespace tributary::search
