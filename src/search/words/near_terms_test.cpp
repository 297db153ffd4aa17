#include "search/words/near_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "text/utf8.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t offset = 0; offset < word.size();) {
    const auto character = text::character_at(word, offset);
    letters += character.code_point;
    offset += character.length_bytes;
  }
  return letters;
}

/// The formula of near_terms.h, cell by cell; the last column of every row.
std::vector<unsigned> distances_to_beginnings(std::u32string_view term, std::u32string_view word) {
  std::vector<std::vector<unsigned>> cells(term.size() + 1, std::vector<unsigned>(word.size() + 1));
  std::vector<unsigned> last_column;
  for (std::size_t i = 0; i <= term.size(); ++i) {
    for (std::size_t j = 0; j <= word.size(); ++j) {
      auto& cell = cells[i][j];
      cell = static_cast<unsigned>(i == 0 ? j : i);
      if (i == 0 || j == 0) continue;
      cell = std::min({cells[i - 1][j] + 1, cells[i][j - 1] + 1,
                       cells[i - 1][j - 1] + (term[i - 1] == word[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && term[i - 1] == word[j - 2] && term[i - 2] == word[j - 1]) {
        cell = std::min(cell, cells[i - 2][j - 2] + 1);
      }
    }
    last_column.push_back(cells[i].back());
  }
  return last_column;
}

struct Vocabulary {
  explicit Vocabulary(const std::set<std::string>& all) : words(all.begin(), all.end()) {
    for (const auto& word : words) builder.add(word);
  }
  [[nodiscard]] FrontCodedTerms terms() const {
    return FrontCodedTerms::open(builder.blocks(), builder.bytes()).value();
  }

  std::vector<std::string> words;
  FrontCodedTermsBuilder builder;
};

using Found = std::vector<std::pair<std::string, unsigned>>;

Found fast(const Vocabulary& vocabulary, std::string_view word, unsigned edits, WordShape shape) {
  Found found;
  const auto terms = vocabulary.terms();
  for (const auto& [range, distance] : near_ranges(terms, word, edits, shape)) {
    for (auto number = range.first; number < range.last; ++number) {
      found.emplace_back(vocabulary.words[number], distance);
    }
  }
  return found;
}

Found slow(const Vocabulary& vocabulary, std::string_view word, unsigned edits, WordShape shape) {
  Found found;
  const auto typed = letters_of(word);
  for (const auto& candidate : vocabulary.words) {
    const auto term = letters_of(candidate);
    if (edits == 2 && !typed.empty() && term.front() != typed.front()) continue;
    const auto distances = distances_to_beginnings(term, typed);
    const auto distance =
        shape == WordShape::whole ? distances.back() : std::ranges::min(distances);
    if (distance <= edits) found.emplace_back(candidate, distance);
  }
  return found;
}

rc::Gen<std::string> any_word() {
  const auto letter = rc::gen::element<std::string>("a", "b", "c", "d", "é", "è", "щ", "𐍈");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](const auto& parts) {
    std::string word = parts.empty() ? "a" : "";
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 10); ++i) word += parts[i];
    return word;
  });
}

RC_GTEST_PROP(NearTerms, AreThoseThatTheFormulaFinds, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(300, any_word());
  const Vocabulary vocabulary({words.begin(), words.end()});
  const auto word = *rc::gen::oneOf(any_word(), rc::gen::elementOf(vocabulary.words));
  for (const unsigned edits : {0U, 1U, 2U}) {
    for (const auto shape : {WordShape::whole, WordShape::beginning_typed}) {
      RC_ASSERT(fast(vocabulary, word, edits, shape) == slow(vocabulary, word, edits, shape));
    }
  }
}

TEST(NearTerms, FourKindsOfSlipsAreOneEdit) {
  const Vocabulary vocabulary({"learning", "mentoring", "training"});
  for (const auto* typed : {"trainig", "trainning", "traiming", "trianing", "training"}) {
    EXPECT_THAT(fast(vocabulary, typed, 1, WordShape::whole),
                ElementsAre(std::pair("training", std::string_view(typed) == "training" ? 0 : 1)))
        << typed;
  }
}

TEST(NearTerms, AnAccentedLetterIsOneLetter) {
  const Vocabulary vocabulary({"обучение", "formação"});
  EXPECT_THAT(fast(vocabulary, "обучене", 1, WordShape::whole),
              ElementsAre(std::pair("обучение", 1)));
  EXPECT_THAT(fast(vocabulary, "formacao", 2, WordShape::whole),
              ElementsAre(std::pair("formação", 2)));
}

TEST(NearTerms, AreFoundWhileTheWordIsStillTyped) {
  const Vocabulary vocabulary({"apprentice", "apprenticeship", "approach", "partner"});
  EXPECT_THAT(fast(vocabulary, "aprent", 1, WordShape::beginning_typed),
              ElementsAre(std::pair("apprentice", 1), std::pair("apprenticeship", 1)));
  EXPECT_THAT(fast(vocabulary, "aprent", 1, WordShape::whole), IsEmpty());
}

TEST(NearTerms, ShortWordsAndNumbersForgiveNothing) {
  EXPECT_EQ(permitted_edits("vet"), 0U);
  EXPECT_EQ(permitted_edits("щщщ"), 0U) << "letters count, not bytes";
  EXPECT_EQ(permitted_edits("work"), 1U);
  EXPECT_EQ(permitted_edits("learner"), 1U);
  EXPECT_EQ(permitted_edits("learning"), 2U);
  EXPECT_EQ(permitted_edits("h2020programme"), 0U);
}

TEST(NearTerms, TheNearestAreKeptThenThoseInMostDocuments) {
  const std::vector<NearRange> ranges{{{0, 100}, 1}, {{200, 201}, 0}};
  const auto near =
      nearest(ranges, [](std::size_t number) { return static_cast<std::uint32_t>(number % 10); });
  EXPECT_TRUE(near.is_cut);
  ASSERT_EQ(near.terms.size(), kMaximumNearTerms);
  EXPECT_EQ(near.terms[0], (NearTerm{200, 0, 0}));
  EXPECT_EQ(near.terms[1], (NearTerm{9, 1, 9}));
  EXPECT_EQ(near.terms[2], (NearTerm{19, 1, 9}));
  EXPECT_FALSE(nearest(std::span(ranges).last(1), [](std::size_t) { return 1U; }).is_cut);
}

}  // namespace
}  // namespace tributary::search
