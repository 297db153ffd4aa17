#include "search/words/compound_table.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "base/file.h"
#include "search/words/compound_merge.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {
namespace {

using Compounds = std::map<std::string, std::vector<std::string>>;  ///< parts by compound

/// A vocabulary with its compounds in a file: every second word is one.
class Written {
 public:
  Written(const Path& path, const Compounds& compounds, std::uint32_t documents) {
    auto writer = SectionFileWriter::create(path, FileKind::words).value();
    auto words = FrontCodedTermsWriter::begin(writer).value();
    CompoundTableBuilder table;
    std::uint32_t number = 0;
    for (const auto& [word, parts] : compounds) {
      RC_ASSERT(words.add(word).has_value());
      std::vector<WordPart> told;
      for (const auto& part : parts) told.push_back({.stem = part, .word = part + "e"});
      table.add(number, told);
      RC_ASSERT(words.add(word + '!').has_value());
      number += 2;
    }
    for (const auto& stem : table.stems()) table.tell_documents(stem, documents);
    RC_ASSERT(words.finish().has_value());
    RC_ASSERT(table.write(writer).has_value());
    open(path, writer.finish().value());
  }

  Written(const Path& path, const std::vector<const Written*>& merged) {
    auto writer = SectionFileWriter::create(path, FileKind::words).value();
    std::set<std::string> all;
    std::vector<CompoundsOfSegment> segments;
    for (const auto* each : merged) {
      segments.push_back({&*each->words_, &*each->table_});
      for (TermCursor cursor(*each->words_); !cursor.at_end(); cursor.next()) {
        all.emplace(cursor.term());
      }
    }
    CompoundMerge merge(segments);
    auto words = FrontCodedTermsWriter::begin(writer).value();
    std::uint32_t number = 0;
    for (const auto& word : all) {
      merge.take(number++, word);
      RC_ASSERT(words.add(word).has_value());
    }
    RC_ASSERT(words.finish().has_value());
    RC_ASSERT(merge.write(writer).has_value());
    open(path, writer.finish().value());
  }

  [[nodiscard]] Compounds compounds() const {
    Compounds found;
    for (std::uint32_t compound = 0; compound < table_->compounds(); ++compound) {
      RC_ASSERT(table_->find_compound(table_->word(compound)) == compound);
      auto& parts = found[words_->term(table_->word(compound))];
      for (const auto part : table_->parts_of(compound)) {
        RC_ASSERT(table_->part(part).word == table_->part(part).stem + "e");
        parts.push_back(table_->part(part).stem);
      }
    }
    return found;
  }

  [[nodiscard]] std::map<std::string, std::set<std::string>> by_part() const {
    std::map<std::string, std::set<std::string>> found;
    for (std::uint32_t part = 0; part < table_->parts(); ++part) {
      const auto stem = table_->part(part).stem;
      RC_ASSERT(table_->find_part(stem) == part);
      for (const auto compound : table_->compounds_with(part)) {
        RC_ASSERT(found[stem].insert(words_->term(table_->word(compound))).second);
      }
    }
    return found;
  }

  [[nodiscard]] std::uint32_t documents(const std::string& stem) const {
    const auto part = table_->find_part(stem);
    return part ? table_->documents(*part) : 0;
  }

 private:
  void open(const Path& path, const FileSummary& summary) {
    file_.emplace(SectionFile::open(path.parent_path(), summary, FileKind::words).value());
    words_.emplace(FrontCodedTerms::open(*file_).value());
    table_.emplace(CompoundTable::open(*file_, words_->size()).value());
  }

  std::optional<SectionFile> file_;
  std::optional<FrontCodedTerms> words_;
  std::optional<CompoundTable> table_;
};

std::map<std::string, std::set<std::string>> by_part(const Compounds& compounds) {
  std::map<std::string, std::set<std::string>> expected;
  for (const auto& [compound, parts] : compounds) {
    for (const auto& part : parts) expected[part].insert(compound);
  }
  return expected;
}

Compounds any_compounds() {
  const auto part = rc::gen::element<std::string>("a", "b", "c", "d");
  Compounds compounds;
  for (auto left = *rc::gen::inRange(0, 12); left > 0; --left) {
    const auto count = *rc::gen::inRange<std::size_t>(2, 5);
    auto parts = *rc::gen::container<std::vector<std::string>>(count, part);
    std::string word;
    for (const auto& each : parts) word += each;
    compounds.emplace(std::move(word), std::move(parts));
  }
  return compounds;
}

RC_GTEST_PROP(CompoundTable, HoldsWhatWasAdded, ()) {
  const auto folder = TemporaryFolder::create().value();
  const auto compounds = any_compounds();
  const Written written(folder.path() / "words", compounds, 1);
  RC_ASSERT(written.compounds() == compounds);
  RC_ASSERT(written.by_part() == by_part(compounds));
}

RC_GTEST_PROP(CompoundTable, MergedIsTheUnion, ()) {
  const auto folder = TemporaryFolder::create().value();
  const auto first = any_compounds(), second = any_compounds();
  const Written one(folder.path() / "one", first, 3), two(folder.path() / "two", second, 2);
  const std::vector<const Written*> parts{&one, &two};
  const Written merged(folder.path() / "merged", parts);
  auto both = first;
  both.insert(second.begin(), second.end());
  RC_ASSERT(merged.compounds() == both);
  RC_ASSERT(merged.by_part() == by_part(both));
  for (const auto& [stem, compounds] : by_part(both)) {
    RC_ASSERT(merged.documents(stem) == std::max(one.documents(stem), two.documents(stem)));
  }
}

TEST(CompoundTable, RefusesWordsThatTheVocabularyLacks) {
  const auto folder = TemporaryFolder::create().value();
  auto writer = SectionFileWriter::create(folder.path() / "words", FileKind::words).value();
  CompoundTableBuilder table;
  table.add(7, std::vector<WordPart>{{"a", "a"}, {"b", "b"}});
  ASSERT_TRUE(table.write(writer));
  const auto file =
      SectionFile::open(folder.path(), writer.finish().value(), FileKind::words).value();
  EXPECT_TRUE(CompoundTable::open(file, 8));
  const auto refused = CompoundTable::open(file, 7);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace tributary::search
