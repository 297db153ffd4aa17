#include "search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "search/index/manifest.h"
#include "search/index/occurrence_buffer.h"
#include "search/index/run_merge.h"
#include "search/postings/dictionary.h"
#include "search/query/query_parser.h"

namespace tributary::search {
namespace {

Schema schema() {
  Schema schema;
  schema.text_fields = {{.name = "title"}};
  schema.columns = {{.name = "country"}, {.name = "year", .kind = ColumnKind::integer}};
  return schema;
}

Document document(std::string id, std::string title) {
  Document made;
  made.id = std::move(id);
  made.texts.push_back({.field = 0, .text = std::move(title), .language = text::Language::en});
  return made;
}

Result<std::uint64_t> write(const Path& folder, const std::vector<Document>& documents) {
  auto writer = TRY(IndexWriter::create(folder, schema()));
  for (const auto& each : documents) TRY(writer.add(each));
  return writer.commit();
}

std::uint64_t count(const Snapshot& snapshot, std::string_view query) {
  Request request;
  request.query = parse_query(query, snapshot.schema())->tree;
  return snapshot.search(request)->total;
}

std::size_t files_in(const Path& folder) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files += entry.path().filename() == "lock" ? 0U : 1U;
  }
  return files;
}

class IndexTest : public testing::Test {
 protected:
  TemporaryFolder temporary_ = TemporaryFolder::create().value();
  Path folder_ = temporary_.path() / "index";
};

TEST_F(IndexTest, AnEmptyFolderHoldsNoIndex) {
  EXPECT_EQ(Index::open(folder_).error().code, ErrorCode::not_found);
}

TEST_F(IndexTest, AReaderKeepsItsGenerationUntilItLooksForANewerOne) {
  ASSERT_EQ(write(folder_, {document("a", "old")}), 1U);
  auto index = Index::open(folder_).value();
  const auto before = index.snapshot();
  ASSERT_EQ(write(folder_, {document("a", "new"), document("b", "new")}), 2U);
  EXPECT_EQ(count(*before, "old"), 1U);
  EXPECT_EQ(index.snapshot()->generation(), 1U);

  EXPECT_EQ(index.refresh(), true);
  EXPECT_EQ(count(*index.snapshot(), "new"), 2U);
  EXPECT_EQ(count(*before, "old"), 1U) << "what was taken before stays as it was";
  EXPECT_EQ(index.refresh(), false);
}

TEST_F(IndexTest, OlderGenerationsAndLeftoversAreRemoved) {
  ASSERT_TRUE(write(folder_, {document("a", "x")}));
  std::ofstream(folder_ / "run-0000.new") << "of a writer that was killed";
  std::ofstream(folder_ / "000009.postings.new") << "likewise";
  ASSERT_TRUE(write(folder_, {document("a", "x")}));
  EXPECT_EQ(files_in(folder_), 10U) << "nine files and the manifest";
}

TEST_F(IndexTest, WithoutCommitNothingHasHappened) {
  ASSERT_TRUE(write(folder_, {document("a", "kept")}));
  {
    auto writer = IndexWriter::create(folder_, schema()).value();
    ASSERT_TRUE(writer.add(document("b", "lost")));
  }
  const auto snapshot = Index::open(folder_)->snapshot();
  EXPECT_EQ(snapshot->generation(), 1U);
  EXPECT_EQ(count(*snapshot, "kept"), 1U);
  EXPECT_EQ(files_in(folder_), 10U);
}

Result<std::uint64_t> extend(const Path& folder, const std::vector<Document>& documents,
                             const std::vector<std::string>& removed = {}) {
  auto writer = TRY(IndexWriter::create(folder, schema()));
  for (const auto& each : documents) TRY(writer.add(each));
  for (const auto& id : removed) TRY(writer.remove(id));
  return writer.commit(Commit::extend);
}

TEST_F(IndexTest, WhatIsAddedReplacesWhatHasItsIdAndTheRestStays) {
  ASSERT_TRUE(write(folder_, {document("a", "old x"), document("b", "old y")}));
  auto index = Index::open(folder_).value();
  const auto before = index.snapshot();
  ASSERT_EQ(extend(folder_, {document("b", "new y"), document("c", "new z")}), 2U);
  EXPECT_EQ(count(*before, "old"), 2U) << "what was taken before stays as it was";
  EXPECT_EQ(index.refresh(), true);
  const auto snapshot = index.snapshot();
  EXPECT_EQ(snapshot->documents(), 3U);
  EXPECT_EQ(count(*snapshot, "old"), 1U);
  EXPECT_EQ(count(*snapshot, "new"), 2U);
  EXPECT_EQ(count(*snapshot, "y"), 1U);
  EXPECT_EQ(count(*snapshot, ""), 3U);
}

TEST_F(IndexTest, ARemovedDocumentIsFoundNoMore) {
  ASSERT_TRUE(write(folder_, {document("a", "x"), document("b", "x")}));
  ASSERT_EQ(extend(folder_, {}, {"a", "nowhere"}), 2U);
  EXPECT_EQ(count(*Index::open(folder_)->snapshot(), "x"), 1U);
  EXPECT_EQ(extend(folder_, {}, {"a"}), 2U) << "nothing to do makes no generation";
  ASSERT_EQ(extend(folder_, {document("a", "x"), document("c", "x")}, {"c"}), 3U);
  EXPECT_EQ(count(*Index::open(folder_)->snapshot(), "x"), 2U) << "c was removed after it came";
}

TEST_F(IndexTest, ExtendsOnlyAnIndexOfTheSameSchema) {
  EXPECT_EQ(extend(folder_, {document("a", "x")}).error().code, ErrorCode::not_found);
  ASSERT_TRUE(write(folder_, {document("a", "x")}));
  auto other = schema();
  other.columns.pop_back();
  auto writer = IndexWriter::create(folder_, other).value();
  ASSERT_TRUE(writer.add(document("b", "x")));
  EXPECT_EQ(writer.commit(Commit::extend).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(count(*Index::open(folder_)->snapshot(), "x"), 1U);
}

TEST_F(IndexTest, WordsThatExceedTheMemoryAreSortedOnDiskAndNothingIsLost) {
  constexpr std::size_t kMemoryBytes = 2'000;  // of far more that come
  auto writer = IndexWriter::create(folder_, schema(), kMemoryBytes).value();
  for (int number = 0; number < 300; ++number) {
    const auto own = std::to_string(number);
    ASSERT_TRUE(writer.add(document(own, "each has n" + own + " and third" + own.substr(0, 1))));
  }
  EXPECT_GT(files_in(folder_), 20U) << "runs lie on disk";
  ASSERT_TRUE(writer.commit());
  const auto snapshot = Index::open(folder_)->snapshot();
  EXPECT_EQ(count(*snapshot, "each"), 300U);
  EXPECT_EQ(count(*snapshot, "n271"), 1U);
  EXPECT_EQ(count(*snapshot, "third7"), 11U);
}

TEST_F(IndexTest, AWriterThatCannotWriteIsClosed) {
  constexpr std::size_t kMemoryBytes = 100'000;
  auto writer = IndexWriter::create(folder_, schema(), kMemoryBytes).value();
  std::filesystem::remove_all(folder_);
  Result<> added;
  for (int i = 0; added && i < 10'000; ++i) {
    added = writer.add(document(std::to_string(i), "some words, and number " + std::to_string(i)));
  }
  ASSERT_FALSE(added);
  EXPECT_NE(added.error().code, ErrorCode::invalid_argument) << added.error().text();
  const auto again = writer.add(document("another", "word"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::invalid_argument) << again.error().text();
  EXPECT_FALSE(writer.commit());
}

TEST_F(IndexTest, WhatIsWrittenOutBeforeAPauseIsFoundWithTheRest) {
  constexpr std::size_t kMemoryBytes = 100'000;
  auto writer = IndexWriter::create(folder_, schema(), kMemoryBytes).value();
  for (int i = 0; i < 300; ++i) {
    ASSERT_TRUE(writer.add(document(std::to_string(i), "word" + std::to_string(i) + " early")));
  }
  ASSERT_TRUE(writer.write_out());
  ASSERT_TRUE(writer.add(document("7", "late")));
  ASSERT_TRUE(writer.commit());
  const auto index = Index::open(folder_).value();
  EXPECT_EQ(count(*index.snapshot(), "early"), 299U);
  EXPECT_EQ(count(*index.snapshot(), "late"), 1U);
}

TEST_F(IndexTest, MergingKeepsWhatIsFoundAndFreesTheRest) {
  EXPECT_EQ(merge_segments(folder_).error().code, ErrorCode::not_found);
  ASSERT_TRUE(write(folder_, {document("a", "old"), document("b", "old")}));
  EXPECT_EQ(merge_segments(folder_), false) << "one segment is all there should be";
  ASSERT_TRUE(extend(folder_, {document("b", "new"), document("c", "new")}));
  {
    const auto writer = IndexWriter::create(folder_, schema());
    EXPECT_EQ(merge_segments(folder_, Merge::everything).error().code, ErrorCode::conflict);
  }
  EXPECT_EQ(merge_segments(folder_, Merge::everything), true);
  EXPECT_EQ(files_in(folder_), 10U);
  const auto state = index_state(folder_).value();
  EXPECT_EQ(state.segments, 1U);
  EXPECT_EQ(state.documents, 3U);
  EXPECT_EQ(state.built_documents, 2U) << "whose mean lengths still hold";
  EXPECT_EQ(count(*Index::open(folder_)->snapshot(), "old"), 1U);
  EXPECT_EQ(count(*Index::open(folder_)->snapshot(), "new"), 2U);
}

TEST_F(IndexTest, OneWriterAtATime) {
  {
    const auto writer = IndexWriter::create(folder_, schema());
    ASSERT_TRUE(writer);
    EXPECT_EQ(IndexWriter::create(folder_, schema()).error().code, ErrorCode::conflict);
  }
  EXPECT_TRUE(IndexWriter::create(folder_, schema()));
}

TEST_F(IndexTest, ADamagedIndexCanBeWrittenAnew) {
  ASSERT_TRUE(write(folder_, {document("a", "x")}));
  std::ofstream(folder_ / kManifestName) << "nonsense";
  EXPECT_EQ(Index::open(folder_).error().code, ErrorCode::corrupt);
  ASSERT_EQ(write(folder_, {document("a", "x")}), 2U);
  EXPECT_TRUE(Index::open(folder_));
}

TEST_F(IndexTest, RefusesWhatTheSchemaLacksAndGoesOn) {
  auto writer = IndexWriter::create(folder_, schema()).value();
  auto wrong_field = document("a", "x");
  wrong_field.texts[0].field = 7;
  auto wrong_kind = document("b", "x");
  wrong_kind.labels.push_back({.column = 1, .value = "2015"});
  EXPECT_EQ(writer.add(wrong_field).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(writer.add(wrong_kind).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(writer.add(document("", "x")).error().code, ErrorCode::invalid_argument);
  ASSERT_TRUE(writer.add(document("c", "x")));
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(Index::open(folder_)->snapshot()->documents(), 1U);
}

TEST_F(IndexTest, RefusesASchemaThatContradictsItself) {
  auto twice = schema();
  twice.aliases = {{.alias = "title", .name = "country"}};
  EXPECT_EQ(IndexWriter::create(folder_, twice).error().context, "title");
  auto nowhere = schema();
  nowhere.aliases = {{.alias = "in", .name = "land"}};
  EXPECT_EQ(IndexWriter::create(folder_, nowhere).error().context, "in");
  auto capital = schema();
  capital.columns[0].name = "Country";
  EXPECT_EQ(IndexWriter::create(folder_, capital).error().context, "Country");
}

TEST_F(IndexTest, ACursorOfAnotherGenerationOrSearchIsRefused) {
  const std::vector documents{document("a", "x"), document("b", "x y"), document("c", "x")};
  ASSERT_TRUE(write(folder_, documents));
  Request request{.limit = 1};
  request.query = parse_query("x", schema())->tree;
  const auto first = Index::open(folder_)->snapshot()->search(request);
  ASSERT_FALSE(first->next.empty());

  auto other = request;
  other.after = first->next;
  other.limit = 2;  // a page of another size may follow
  EXPECT_TRUE(Index::open(folder_)->snapshot()->search(other));
  other.query = parse_query("y", schema())->tree;
  EXPECT_EQ(Index::open(folder_)->snapshot()->search(other).error().message,
            "the cursor belongs to another search");
  request.after = "1.0.nonsense";
  EXPECT_EQ(Index::open(folder_)->snapshot()->search(request).error().message,
            "this is not a cursor");
  ASSERT_TRUE(write(folder_, documents));
  request.after = first->next;
  EXPECT_EQ(Index::open(folder_)->snapshot()->search(request).error().message,
            "the index has changed since this page; begin again at the first");
}

TEST_F(IndexTest, APageAfterADocumentThatIsNotFoundIsRefusedWithTotalAndWithout) {
  ASSERT_TRUE(write(folder_, {document("a", "x"), document("b", "y"), document("c", "x")}));
  const auto snapshot = Index::open(folder_)->snapshot();
  Request request{.limit = 1};
  request.query = parse_query("x", schema())->tree;
  auto after = snapshot->search(request)->next;
  ASSERT_TRUE(after.ends_with(".0"));
  for (const auto totals : {Totals::exact, Totals::left_out}) {
    request.totals = totals;
    request.after = after;
    EXPECT_EQ(snapshot->search(request)->hits.front().id, "c");
    request.after = after.substr(0, after.size() - 1) + "1";  // of b, which lacks the word
    EXPECT_EQ(snapshot->search(request).error().message, "this is not a cursor of the search");
  }
}

TEST_F(IndexTest, MarksTheTermsOfWantedWords) {
  ASSERT_TRUE(write(folder_, {document("a", "apprenticeships")}));
  const auto snapshot = Index::open(folder_)->snapshot();
  const auto tree = parse_query("Apprenticeships innov* -draft", schema())->tree;
  std::vector<std::string> marked;
  for (const auto& term : snapshot->marked_terms(tree)) {
    marked.push_back(term.term + (term.is_prefix ? "*" : ""));
  }
  EXPECT_EQ(marked,
            (std::vector<std::string>{"apprenticeship", "apprenticeships", "innov", "innov*"}));
}

TEST_F(IndexTest, MarksOfOtherNamesOnlyWordsThatTell) {
  std::vector<Document> documents{document("a", "an gearmain"), document("b", "deutschland")};
  for (int i = 0; i < 30; ++i) documents.push_back(document("c" + std::to_string(i), "an idea"));
  ASSERT_TRUE(write(folder_, documents));
  const auto snapshot = Index::open(folder_)->snapshot();
  QueryTree tree;
  tree.root = {.kind = NodeKind::word, .text = "deutschland", .equivalents = {"an gearmain"}};
  std::vector<std::string> marked;
  for (const auto& term : snapshot->marked_terms(tree)) marked.push_back(term.term);
  EXPECT_THAT(marked, testing::Contains("gearmain"));
  EXPECT_THAT(marked, testing::Not(testing::Contains("an")));
}

TEST(RunMerge, JoinsTheListsOfATermAndLeavesOutReplacedDocuments) {
  const auto folder = TemporaryFolder::create().value();
  const std::vector<Path> runs{folder.path() / "run-0", folder.path() / "run-1"};
  OccurrenceBuffer occurrences(1 << 20);
  std::uint64_t both_mark = 0, first_mark = 0, second_mark = 0;
  occurrences.add("both", both_mark, 0, 0, 3);
  occurrences.add("both", both_mark, 0, 0, 9);
  occurrences.add("both", both_mark, 1, 2, 0);
  occurrences.add("first", first_mark, 1, 2, 1);
  ASSERT_TRUE(occurrences.write_run(runs[0]));
  occurrences.add("both", both_mark, 2, 1, 5);
  occurrences.add("second", second_mark, 2, 1, 6);
  ASSERT_TRUE(occurrences.write_run(runs[1]));

  const std::vector<std::uint32_t> new_numbers{0, kNoDocument, 1};
  Schema schema;
  schema.text_fields = {{.name = "title"}, {.name = "text"}, {.name = "note", .weight = 0.0F}};
  const FieldLengths lengths{.by_field = {{2, 0}, {0, 2}, {0, 0}}, .averages = {1, 1, 0}};
  auto lists = ListSerializer::create(schema, lengths, 2, folder.path(), 1).value();
  ASSERT_TRUE(merge_runs(runs, new_numbers, lists));
  const auto files = lists.finish();
  ASSERT_TRUE(files) << files.error().text();
  const auto open = [&](std::size_t at, FileKind kind) {
    return SectionFile::open(folder.path(), (*files)[at], kind).value();
  };
  const auto terms = open(0, FileKind::dictionary), postings = open(1, FileKind::postings),
             positions = open(2, FileKind::positions);
  const auto dictionary = Dictionary::open(terms, postings, positions, 4, 2).value();
  EXPECT_FALSE(dictionary.find("first")) << "only a replaced document had it";
  ASSERT_TRUE(dictionary.find("second"));
  const auto both = dictionary.place(dictionary.find("both").value(), kRankedFields).value();
  EXPECT_EQ(both.document_count, 2U);

  const auto list = dictionary.postings(both).decode();
  EXPECT_EQ(list[0].document, 0U);
  EXPECT_EQ(list[1].document, 1U);
  PositionCursor places(dictionary.positions(both), 2);
  std::vector<Spot> read;
  places.read(0, ~FieldMask{0}, read);
  EXPECT_EQ(read, (std::vector{spot_of(0, 3), spot_of(0, 9)}));
  places.read(1, ~FieldMask{0}, read);
  EXPECT_EQ(read, (std::vector{spot_of(1, 5)}));
}

}  // namespace
}  // namespace tributary::search
