#include "search/similar/latent_vectors.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <fstream>
#include <random>

#include "search/similar/latent_mix.h"

namespace tributary::search {
namespace {

/// A space with every third term, each in a random direction.
LatentSpace random_space(std::uint32_t terms, std::uint32_t dimensions) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal;
  LatentSpace space;
  space.dimensions = dimensions;
  for (std::uint32_t term = 0; term < terms; ++term) space.terms.push_back(3 * term);
  space.projections.resize(std::size_t{terms} * dimensions);
  for (auto& number : space.projections) number = normal(random);
  return space;
}

/// The exact vector of a text.
std::vector<double> sum_of(const LatentSpace& space, const std::vector<TermWeight>& terms) {
  std::vector<double> sum(space.dimensions);
  for (const auto& [term, weight] : terms) {
    if (term % 3 != 0 || term / 3 >= space.terms.size()) continue;
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i] += static_cast<double>(weight) * space.projection(term / 3)[i];
    }
  }
  return sum;
}

double exact_cosine(const std::vector<double>& left, const std::vector<double>& right) {
  double product = 0, left_square = 0, right_square = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    product += left[i] * right[i];
    left_square += left[i] * left[i];
    right_square += right[i] * right[i];
  }
  return left_square * right_square > 0 ? product / std::sqrt(left_square * right_square) : 0;
}

class LatentVectorsTest : public testing::Test {
 protected:
  Result<FileSummary> write(const LatentSpace& space,
                            const std::vector<std::vector<TermWeight>>& documents) {
    auto writer = TRY(LatentVectorsWriter::create(folder_.path() / "000001.latent", space));
    for (const auto& terms : documents) TRY(writer.add(terms));
    return writer.finish();
  }
  Result<SectionFile> open(const FileSummary& summary) {
    return SectionFile::open(folder_.path(), summary, FileKind::latent_vectors);
  }
  TemporaryFolder folder_ = TemporaryFolder::create().value();
};

using Texts = std::vector<std::vector<TermWeight>>;

Texts any_texts() {
  const auto term = rc::gen::inRange<std::uint32_t>(0, 70);
  const auto weight = rc::gen::map(rc::gen::inRange(1, 400),
                                   [](int percent) { return static_cast<float>(percent) / 100; });
  const auto entry = rc::gen::build<TermWeight>(rc::gen::set(&TermWeight::term, term),
                                                rc::gen::set(&TermWeight::weight, weight));
  return *rc::gen::nonEmpty(
      rc::gen::container<Texts>(rc::gen::container<std::vector<TermWeight>>(entry)));
}

RC_GTEST_FIXTURE_PROP(LatentVectorsTest, CosinesAreThoseOfTheExactVectorsWithinRounding, ()) {
  const auto space = random_space(20, 24);
  const auto texts = any_texts();
  const auto file = open(write(space, texts).value()).value();
  const auto vectors = LatentVectors::open(file).value();
  RC_ASSERT(vectors.documents() == texts.size());
  const auto query = vectors.fold_in(texts[0]);
  const auto stored = vectors.of_document(0);
  for (std::uint32_t document = 0; document < texts.size(); ++document) {
    const auto exact = exact_cosine(sum_of(space, texts[0]), sum_of(space, texts[document]));
    RC_ASSERT(std::abs(vectors.cosine(query, document) - exact) < 0.03);
    RC_ASSERT(std::abs(vectors.cosine(stored, document) - exact) < 0.03);
  }
}

TEST_F(LatentVectorsTest, ATextWithoutKnownTermsIsLikeNothing) {
  const auto summary = write(random_space(5, 8), {{{.term = 0, .weight = 1}}, {}});
  const auto file = open(*summary);
  const auto vectors = LatentVectors::open(*file);
  ASSERT_TRUE(vectors) << vectors.error().text();
  EXPECT_NEAR(vectors->cosine(vectors->of_document(0), 0), 1.0F, 1e-5F);
  EXPECT_EQ(vectors->cosine(vectors->of_document(1), 0), 0.0F);
  const std::vector<TermWeight> unknown{{.term = 1, .weight = 1}, {.term = 999, .weight = 1}};
  EXPECT_EQ(vectors->cosine(vectors->fold_in(unknown), 0), 0.0F);
}

TEST_F(LatentVectorsTest, AnEmptyIndexHasVectorsToo) {
  const auto file = open(*write(random_space(0, 200), {}));
  const auto vectors = LatentVectors::open(*file);
  ASSERT_TRUE(vectors) << vectors.error().text();
  EXPECT_EQ(vectors->documents(), 0U);
}

TEST_F(LatentVectorsTest, AFileWhoseSectionsDoNotFitIsAnErrorThatNamesIt) {
  auto writer = SectionFileWriter::create(folder_.path() / "bad.latent", FileKind::latent_vectors);
  const std::uint32_t shape[] = {8, 1, 2, 2};
  const std::uint32_t terms[] = {4};
  const float lengths[] = {1};
  const std::int8_t direction[8] = {127};
  ASSERT_TRUE(writer->section<std::uint32_t>(SectionTag::latent_shape, 0, shape));
  ASSERT_TRUE(writer->section<std::uint32_t>(SectionTag::latent_terms, 0, terms));
  ASSERT_TRUE(writer->section<std::int8_t>(SectionTag::latent_term_directions, 0, direction));
  ASSERT_TRUE(writer->section<float>(SectionTag::latent_term_lengths, 0, lengths));
  ASSERT_TRUE(writer->section<std::int8_t>(SectionTag::latent_document_directions, 0, direction));
  ASSERT_TRUE(writer->section<float>(SectionTag::latent_inverse_lengths, 0, lengths));
  const auto file = open(*writer->finish());
  ASSERT_TRUE(file);
  const auto vectors = LatentVectors::open(*file);
  ASSERT_FALSE(vectors);
  EXPECT_EQ(vectors.error().code, ErrorCode::corrupt);
  EXPECT_NE(vectors.error().context.find("bad.latent"), std::string::npos);
}

TEST_F(LatentVectorsTest, TheMixLiftsWhatIsAlikeAndKeepsTheOrderOfEquals) {
  LatentSpace space;
  space.dimensions = 2;
  space.terms = {0, 1};
  space.projections = {1, 0, 0, 1};
  const std::vector<TermWeight> welding{{.term = 0, .weight = 1}}, baking{{.term = 1, .weight = 1}};
  const auto file = open(*write(space, {baking, welding, baking, {}}));
  const auto vectors = LatentVectors::open(*file);

  std::vector<ScoredDocument> candidates{{0, 10}, {1, 7}, {3, 6}, {2, 6}};
  std::vector<float> cosines(candidates.size());
  vectors->cosines(vectors->fold_in(welding), std::vector<std::uint32_t>{0, 1, 3, 2}, cosines);
  mix_with_latent(candidates, cosines);
  EXPECT_EQ(candidates,
            (std::vector<ScoredDocument>{{1, 0.7F + 0.4F}, {0, 1}, {3, 0.6F}, {2, 0.6F}}));

  std::vector<ScoredDocument> none;
  mix_with_latent(none, {});
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace tributary::search
