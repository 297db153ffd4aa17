#include "text/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

using testing::ElementsAre;

std::string joined(const Snippet& snippet) {
  std::string text;
  for (const auto& run : snippet.runs) text += run.text;
  return text;
}

Snippet english_snippet(std::string_view text, std::vector<SnippetTerm> terms,
                        std::size_t length_bytes) {
  Analyzer analyzer({});
  return best_snippet(text, Language::en, terms, length_bytes, analyzer);
}

TEST(Snippet, MarksEveryFormOfTheWord) {
  const auto snippet = english_snippet("Training trains trainers.", {{"train", false}}, 100);
  EXPECT_THAT(snippet.runs,
              ElementsAre(SnippetRun{"Training", true}, SnippetRun{" ", false},
                          SnippetRun{"trains", true}, SnippetRun{" trainers.", false}));
  EXPECT_FALSE(snippet.cut_before);
  EXPECT_FALSE(snippet.cut_after);
}

TEST(Snippet, ShowsThePassageWithTheMostDistinctTerms) {
  const auto snippet = english_snippet(
      "Robots, robots and robots again, everywhere. Much later in the text marine robots appear.",
      {{"robot", false}, {"marin", false}}, 40);
  EXPECT_EQ(joined(snippet), "later in the text marine robots appear.");
  EXPECT_TRUE(snippet.cut_before);
  EXPECT_FALSE(snippet.cut_after);
}

TEST(Snippet, OfEqualPassagesTheEarlierIsShown) {
  const auto snippet = english_snippet(
      "A robot here, far away from all of the others. A robot there.", {{"robot", false}}, 15);
  EXPECT_EQ(joined(snippet), "A robot here,");
}

TEST(Snippet, BeginsWithTheSentenceWhereThatFits) {
  const auto snippet = english_snippet(
      "Nothing to see in this first sentence at all. The crew met a robot on deck, "
      "and then went below to write a very long report.",
      {{"robot", false}}, 60);
  EXPECT_TRUE(joined(snippet).starts_with("The crew met a robot")) << joined(snippet);
}

TEST(Snippet, WithoutAMatchTheTextBegins) {
  const auto snippet = english_snippet("  Vocational training in Évora", {{"robot", false}}, 22);
  EXPECT_THAT(snippet.runs, ElementsAre(SnippetRun{"Vocational training", false}));
  EXPECT_FALSE(snippet.cut_before);
  EXPECT_TRUE(snippet.cut_after);
}

TEST(Snippet, AnEmptyTextAndABlankOneHaveNoRuns) {
  EXPECT_TRUE(english_snippet("", {{"robot", false}}, 50).runs.empty());
  EXPECT_TRUE(english_snippet(" \n ", {}, 50).runs.empty());
}

TEST(Snippet, PrefixesMarkTheWholeWordWithAndWithoutAccents) {
  const auto snippet = english_snippet("Évora, evorense, vora", {{"evor", true}}, 100);
  EXPECT_THAT(snippet.runs, ElementsAre(SnippetRun{"Évora", true}, SnippetRun{", ", false},
                                        SnippetRun{"evorense", true}, SnippetRun{", vora", false}));
}

TEST(Snippet, APrefixLongerThanTheStemStillMarks) {
  const auto snippet = english_snippet("the educational aims", {{"educatio", true}}, 100);
  EXPECT_THAT(snippet.runs, ElementsAre(SnippetRun{"the ", false}, SnippetRun{"educational", true},
                                        SnippetRun{" aims", false}));
}

/// Texts of a few words that repeat, with everything between words that real texts have.
rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::element<std::string>(
      "robot", "robots", "Robótica", "mar", "l’énergie", "énergies", "don't", "CO₂", "Ωμέγα", "й",
      "co\u00ADop", " ", " ", " ", "  ", "\n", ". ", ", ", "-", "«", "» ", "😀", "\xFF", "");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const auto& each : pieces) text += each;
                        return text;
                      });
}

bool cuts_a_word(std::string_view text, std::size_t offset) {
  for (WordScanner words(text); words.next();) {
    if (words.begin() < offset && offset < words.end()) return true;
  }
  return false;
}

RC_GTEST_PROP(Snippet, IsAPassageOfTheTextThatCutsNothingAndMarksOnlyMatches, ()) {
  const auto text = *any_text();
  const auto length_bytes = *rc::gen::inRange<std::size_t>(0, 80);
  const std::vector<SnippetTerm> terms{{"robot", false}, {"energ", false}, {"co", true}};
  Analyzer analyzer({});
  const auto snippet = best_snippet(text, Language::fr, terms, length_bytes, analyzer);

  const std::string passage = joined(snippet);
  RC_ASSERT(passage.size() <= length_bytes);
  bool whole = false;
  for (auto at = text.find(passage); at != std::string::npos; at = text.find(passage, at + 1)) {
    whole = whole || (!cuts_a_word(text, at) && !cuts_a_word(text, at + passage.size()));
  }
  RC_ASSERT(whole);
  if (is_utf8(text)) RC_ASSERT(is_utf8(passage));

  std::vector<Token> tokens;
  for (const auto& run : snippet.runs) {
    RC_ASSERT(!run.text.empty());
    analyzer.analyze(run.text, Language::fr, tokens);
    const auto is_term = [](const Token& token) {
      return token.term == "robot" || token.term == "energ" || token.term.starts_with("co");
    };
    if (run.marked) {
      RC_ASSERT(tokens.size() == 1U && is_term(tokens.front()));
    } else {
      RC_ASSERT(std::ranges::none_of(tokens, is_term));
    }
  }
}

RC_GTEST_PROP(Snippet, ShowsAMatchWhereverOneFits, ()) {
  const auto text = *any_text();
  const std::vector<SnippetTerm> terms{{"robot", false}};
  Analyzer analyzer({});
  std::vector<Token> tokens;
  analyzer.analyze(text, Language::fr, tokens);
  const bool has_match =
      std::ranges::any_of(tokens, [](const Token& token) { return token.term == "robot"; });
  const auto snippet = best_snippet(text, Language::fr, terms, 12, analyzer);
  RC_ASSERT(std::ranges::any_of(snippet.runs, &SnippetRun::marked) == has_match);
}

}  // namespace
}  // namespace tributary::text
