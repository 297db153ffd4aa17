// Terms counted by the values of a column, from end to end: written with an index, counted in it.
#include "search/term_counts.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema titles_by_year() {
  Schema schema;
  schema.text_fields = {{.name = "title"},
                        {.name = "partners", .has_own_lists = true, .is_topical = false}};
  schema.columns = {{.name = "year", .kind = ColumnKind::integer},
                    {.name = "language", .kind = ColumnKind::labels}};
  schema.latent.dimensions = 0;
  return schema;
}

Document document(int number, int year, std::string title, std::string partner = "") {
  Document made{.id = fmt::format("d{:04}", number)};
  made.texts.push_back({.field = 0, .text = std::move(title), .language = text::Language::en});
  if (!partner.empty()) {
    made.texts.push_back({.field = 1, .text = std::move(partner), .language = text::Language::en});
  }
  if (year != 0) made.integers.push_back({0, year});
  made.labels.push_back({1, "en"});
  return made;
}

class CountTermsTest : public testing::Test {
 protected:
  void write(const std::vector<Document>& documents, Commit how = Commit::rebuild) {
    auto writer = IndexWriter::create(folder_.path(), titles_by_year());
    for (const auto& each : documents) ASSERT_TRUE(writer->add(each));
    ASSERT_TRUE(writer->commit(how));
  }
  TermCounts count(TermCountsQuery query = {}) {
    query.column = "year";
    query.first = 2020;
    query.last = 2022;
    const auto counts = Index::open(folder_.path()).value().snapshot()->count_terms(query);
    EXPECT_TRUE(counts) << counts.error().text();
    return counts ? *counts : TermCounts{};
  }
  static std::vector<std::uint32_t> of(const std::string& term, const TermCounts& counts) {
    const auto found = std::ranges::find(counts.terms, term, &CountedTerm::term);
    return found == counts.terms.end() ? std::vector<std::uint32_t>{} : found->counts;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
};

TEST_F(CountTermsTest, CountsDocumentsByBinAndLeavesOutThoseInNone) {
  write({document(1, 2020, "solar roofs"), document(2, 2021, "solar solar cells"),
         document(3, 2021, "solar"), document(4, 2023, "solar"), document(5, 0, "solar")});
  const auto counts = count();
  EXPECT_THAT(counts.documents, ElementsAre(1, 2, 0));
  EXPECT_THAT(of("solar", counts), ElementsAre(1, 2, 0));
  EXPECT_THAT(counts.occurrences, ElementsAre(2, 3, 0)) << "each word of each document once";
  EXPECT_THAT(of("roof", count({.fewest_documents = 2})), IsEmpty());
}

TEST_F(CountTermsTest, OnlyWhatIsFoundCounts) {
  write({document(1, 2020, "solar roofs"), document(2, 2021, "solar cells"),
         document(3, 2021, "roofs")});
  TermCountsQuery query;
  query.found.query.root = {.kind = NodeKind::word, .text = "roofs"};
  EXPECT_THAT(of("solar", count(query)), ElementsAre(1, 0, 0));
  query.found.selections = {{.facet = "", .ids = std::vector<std::string>{"d0003", "none"}}};
  EXPECT_THAT(count(query).documents, ElementsAre(0, 1, 0));
  query.found.selections.front().ids->clear();
  EXPECT_THAT(count(query).documents, ElementsAre(0, 0, 0));
}

TEST_F(CountTermsTest, SegmentsCountAsOneWithoutWhatWasReplaced) {
  write({document(1, 2020, "solar roofs"), document(2, 2020, "solar cells")});
  write({document(2, 2022, "solar wind"), document(3, 2022, "wind")}, Commit::extend);
  const auto counts = count();
  EXPECT_THAT(of("solar", counts), ElementsAre(1, 0, 1));
  EXPECT_THAT(of("wind", counts), ElementsAre(0, 0, 2));
  EXPECT_THAT(of("cell", counts), IsEmpty());
}

TEST_F(CountTermsTest, NamesAndWordsOfEveryTextAreLeftOut) {
  std::vector<Document> documents;
  for (int number = 0; number < 300; ++number) {
    const bool is_solar = number % 10 == 0;
    documents.push_back(document(number, 2020 + number % 3,
                                 fmt::format("the {}", is_solar ? "solar roof" : "mentor"),
                                 is_solar ? "Bakersfield" : ""));
  }
  write(documents);
  const auto counts = count({.groups = "language", .name_fields = {"partners"}});
  std::vector<std::string> terms;
  for (const auto& counted : counts.terms) terms.push_back(counted.term);
  EXPECT_THAT(terms, ElementsAre("roof", "solar"));
  EXPECT_EQ(counts.occurrences[0], 20U) << "of those that are told";
}

TEST_F(CountTermsTest, WhatIsNotThereIsRefused) {
  write({document(1, 2020, "solar")});
  const auto snapshot = Index::open(folder_.path()).value().snapshot();
  for (const auto& query :
       {TermCountsQuery{.column = "day", .last = 1}, TermCountsQuery{.column = "language"},
        TermCountsQuery{.column = "year", .first = 1, .last = 0},
        TermCountsQuery{.column = "year", .first = 0, .last = 200},
        TermCountsQuery{.column = "year", .groups = "year"},
        TermCountsQuery{.column = "year", .name_fields = {"title"}}}) {
    const auto counts = snapshot->count_terms(query);
    ASSERT_FALSE(counts) << query.column;
    EXPECT_EQ(counts.error().code, ErrorCode::invalid_argument);
  }
}

TEST_F(CountTermsTest, ATermIsReadAsItsMostFrequentWord) {
  write({document(1, 2020, "studies of apprenticeships"), document(2, 2020, "studies"),
         document(3, 2020, "study of an apprenticeship"), document(4, 2020, "apprenticeships")});
  const auto snapshot = Index::open(folder_.path()).value().snapshot();
  EXPECT_EQ(snapshot->word_of("studi"), "studies");
  EXPECT_EQ(snapshot->word_of("apprenticeship"), "apprenticeships");
  EXPECT_EQ(snapshot->word_of("unheard"), "");
}

}  // namespace
}  // namespace tributary::search
