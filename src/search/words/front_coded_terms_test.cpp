#include "search/words/front_coded_terms.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace tributary::search {
namespace {

using Words = std::set<std::string>;

FrontCodedTermsBuilder built(const Words& words) {
  FrontCodedTermsBuilder builder;
  for (const auto& word : words) builder.add(word);
  return builder;
}

Result<FrontCodedTerms> opened(const FrontCodedTermsBuilder& builder) {
  return FrontCodedTerms::open(builder.blocks(), builder.bytes());
}

/// Few letters, so that much is shared; some take two bytes that differ in the second only.
rc::Gen<std::string> any_word() {
  const auto letter = rc::gen::element<std::string>("a", "b", "c", "é", "è", "ё");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](const auto& parts) {
    std::string word = "a";
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 12); ++i) word += parts[i];
    return word;
  });
}

rc::Gen<Words> any_words() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(200, any_word()),
                      [](const auto& words) { return Words(words.begin(), words.end()); });
}

TEST(FrontCodedTerms, NoTermsHoldNothing) {
  const auto builder = built({});
  const auto terms = opened(builder).value();
  EXPECT_EQ(terms.size(), 0U);
  EXPECT_EQ(terms.find("a"), std::nullopt);
  EXPECT_EQ(terms.range_of("a"), (TermRange{0, 0}));
  EXPECT_TRUE(TermCursor(terms).at_end());
}

TEST(FrontCodedTerms, WrittenAsTheyComeAreThoseOfABuilder) {
  for (const int count : {0, 16, 50'000}) {
    Words words;
    for (int number = 0; number < count; ++number) words.insert("word " + std::to_string(number));
    const auto folder = TemporaryFolder::create().value();
    auto file = SectionFileWriter::create(folder.path() / "words", FileKind::words).value();
    auto writer = FrontCodedTermsWriter::begin(file, 2).value();
    for (const auto& word : words) ASSERT_TRUE(writer.add(word));
    ASSERT_TRUE(writer.finish());
    const auto read =
        SectionFile::open(folder.path(), file.finish().value(), FileKind::words).value();
    const auto terms = FrontCodedTerms::open(read, 2).value();
    ASSERT_EQ(terms.size(), words.size());
    std::size_t number = 0;
    for (const auto& word : words) ASSERT_EQ(terms.find(word), number++);
  }
}

RC_GTEST_PROP(FrontCodedTerms, FindsWhatAMapFinds, ()) {
  const auto words = *any_words();
  const auto asked = *any_word();
  const auto builder = built(words);
  const auto terms = opened(builder).value();
  std::map<std::string, std::size_t> numbers;
  for (const auto& word : words) numbers.emplace(word, numbers.size());

  RC_ASSERT(terms.size() == words.size());
  for (const auto& [word, number] : numbers) {
    RC_ASSERT(terms.find(word) == std::optional(number));
    RC_ASSERT(terms.term(number) == word);
  }
  const auto found = numbers.find(asked);
  RC_ASSERT(terms.find(asked).has_value() == (found != numbers.end()));
  const auto first = numbers.lower_bound(asked);
  const auto last = numbers.lower_bound(asked + '\xFF');
  const auto number_at = [&](auto at) { return at == numbers.end() ? terms.size() : at->second; };
  RC_ASSERT(terms.range_of(asked) == (TermRange{number_at(first), number_at(last)}));
}

RC_GTEST_PROP(FrontCodedTerms, TheCursorKnowsWhatItKeeps, ()) {
  const auto words = *any_words();
  const auto targets = *rc::gen::container<std::vector<std::string>>(5, any_word());
  const auto builder = built(words);
  const auto terms = opened(builder).value();
  TermCursor cursor(terms, *rc::gen::inRange<std::size_t>(0, words.size()));
  for (const auto& target : targets) {
    if (cursor.at_end()) return;
    const std::string before(cursor.term());
    if (target > before) {
      cursor.seek(target);
    } else {
      cursor.next();
    }
    const auto expected = target > before ? words.lower_bound(target) : words.upper_bound(before);
    RC_ASSERT(cursor.at_end() == (expected == words.end()));
    if (cursor.at_end()) return;
    RC_ASSERT(cursor.term() == *expected);
    RC_ASSERT(terms.term(cursor.number()) == *expected);
    const auto shared = std::ranges::mismatch(before, *expected).in1 - before.begin();
    RC_ASSERT(cursor.kept_bytes() == static_cast<std::size_t>(shared));
  }
}

TEST(FrontCodedTerms, DamageIsAnErrorOrOtherTermsButNeverAReadOutside) {
  Words words;
  for (int i = 0; i < 60; ++i) words.insert("term" + std::to_string(i * 37));
  const auto builder = built(words);
  const std::vector<std::byte> whole(builder.bytes().begin(), builder.bytes().end());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x10U, 0x80U, 0xFFU}) {
      auto damaged = std::make_unique<std::byte[]>(whole.size());  // a bound that ASan watches
      std::ranges::copy(whole, damaged.get());
      damaged[at] ^= static_cast<std::byte>(flip);
      const auto terms = FrontCodedTerms::open(builder.blocks(), {damaged.get(), whole.size()});
      refused += terms ? 0U : 1U;
      if (!terms) continue;
      std::string previous;
      for (TermCursor cursor(*terms); !cursor.at_end(); cursor.next()) {
        EXPECT_LT(previous, cursor.term());
        previous = cursor.term();
        EXPECT_EQ(terms->find(previous), cursor.number());
      }
    }
  }
  EXPECT_GT(refused, whole.size());
}

TEST(FrontCodedTerms, CutOrMisplacedBlocksAreRefused) {
  Words words;
  for (int i = 0; i < 40; ++i) words.insert(std::to_string(1000 + i));
  const auto builder = built(words);
  const auto bytes = builder.bytes();
  EXPECT_FALSE(FrontCodedTerms::open(builder.blocks(), bytes.first(bytes.size() - 1)));
  EXPECT_FALSE(FrontCodedTerms::open({}, bytes));
  for (std::size_t block = 0; block < builder.blocks().size(); ++block) {
    std::vector<std::uint64_t> blocks(builder.blocks().begin(), builder.blocks().end());
    for (const std::uint64_t wrong : {blocks[block] + 1, std::uint64_t{UINT64_MAX}}) {
      blocks[block] = wrong;
      EXPECT_FALSE(FrontCodedTerms::open(blocks, bytes)) << block << ' ' << wrong;
    }
  }
}

TEST(FrontCodedTerms, LivesInASectionOfAFile) {
  const auto folder = TemporaryFolder::create().value();
  auto file = SectionFileWriter::create(folder.path() / "terms", FileKind::dictionary).value();
  auto writer = FrontCodedTermsWriter::begin(file, 7).value();
  for (const auto* word : {"mentor", "mentoring"}) ASSERT_TRUE(writer.add(word));
  ASSERT_TRUE(writer.finish());
  const auto summary = file.finish().value();
  const auto reader = SectionFile::open(folder.path(), summary, FileKind::dictionary).value();
  EXPECT_EQ(FrontCodedTerms::open(reader, 7)->find("mentoring"), 1U);
  EXPECT_EQ(FrontCodedTerms::open(reader, 8).error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace tributary::search
