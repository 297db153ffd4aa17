#include "search/similar/document_terms.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "search/index.h"
#include "search/index/segment.h"

namespace tributary::search {
namespace {

/// So few that a block holds a thousand documents.
constexpr std::size_t kBlockBytes = 1;

enum Field : std::uint16_t { kTitle, kPartners };

Schema titles_and_partners() {
  Schema schema;
  schema.text_fields = {{.name = "title"},
                        {.name = "partners", .has_own_lists = true, .is_topical = false}};
  schema.analysis.stemming = text::Stemming::none;
  return schema;
}

class DocumentTermsTest : public testing::Test {
 protected:
  /// Documents with these words in the title and these among the partners.
  void write(const std::vector<std::pair<std::string, std::string>>& documents) {
    auto writer = IndexWriter::create(folder_.path(), titles_and_partners());
    for (std::size_t number = 0; number < documents.size(); ++number) {
      Document document{.id = fmt::format("{:05}", number)};
      document.texts.push_back({.field = kTitle, .text = documents[number].first});
      document.texts.push_back({.field = kPartners, .text = documents[number].second});
      ASSERT_TRUE(writer->add(document));
    }
    ASSERT_TRUE(writer->commit());
    const auto manifest = read_manifest(folder_.path()).value();
    generation_ = Segment::open(folder_.path(), manifest.segments.front()).value();
  }

  std::vector<std::map<std::string, float>> rows() {
    DocumentTerms terms(generation_->dictionary(), generation_->schema(), generation_->documents(),
                        kBlockBytes);
    std::vector<std::map<std::string, float>> rows;
    EXPECT_TRUE(terms.for_each_document([&](std::span<const TermWeight> of_document) -> Result<> {
      auto& row = rows.emplace_back();
      for (const auto& [term, weight] : of_document) {
        row.emplace(generation_->dictionary().term(term), weight);
      }
      return {};
    }));
    return rows;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  std::shared_ptr<const Segment> generation_;
};

TEST_F(DocumentTermsTest, AreThoseOfEachDocumentOverManyBlocks) {
  std::mt19937 random(11);
  std::vector<std::pair<std::string, std::string>> documents;
  std::vector<std::set<std::string>> expected;
  for (int number = 0; number < 5'000; ++number) {
    auto& words = expected.emplace_back();
    std::string title = "the";  // in every document, so in no row
    for (int i = 0; i < 6; ++i) words.insert(fmt::format("word{}", random() % 100));
    for (const auto& word : words) title += " " + word;
    if (number == 7) title += " once";  // in too few
    documents.emplace_back(title, "");
  }
  write(documents);
  const auto found = rows();
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t number = 0; number < found.size(); ++number) {
    std::set<std::string> words;
    for (const auto& [word, weight] : found[number]) {
      words.insert(word);
      EXPECT_GT(weight, 0);
    }
    ASSERT_EQ(words, expected[number]) << number;
  }
}

TEST_F(DocumentTermsTest, LeaveOutWhatStandsInFieldsThatAreNotTopicalOnly) {
  std::vector<std::pair<std::string, std::string>> documents(12, {"filler", "nobody"});
  documents[2] = {"welding steel", "institute"};
  documents[3] = {"bread", "welding institute"};
  documents[4] = {"welding", "welding school"};
  documents[5] = {"welding", "school"};
  write(documents);
  const auto found = rows();
  EXPECT_TRUE(found[2].contains("welding"));
  EXPECT_FALSE(found[3].contains("welding")) << "a partner's name does not say what it is about";
  ASSERT_TRUE(found[4].contains("welding"));
  // What the partner's name adds is taken away again, but for the rounding of stored weights.
  EXPECT_NEAR(found[4].at("welding"), found[5].at("welding"), 0.03F);
}

}  // namespace
}  // namespace tributary::search
