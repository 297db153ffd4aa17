#include "text/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "text/markup.h"
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

TEST(Snippet, EndsWithTheSentenceWhereThatCostsLittle) {
  const auto snippet =
      english_snippet("The robot went below to write a long report. Then it slept for many hours.",
                      {{"robot", false}}, 55);
  EXPECT_EQ(joined(snippet), "The robot went below to write a long report.");
  EXPECT_TRUE(snippet.cut_after);
}

TEST(Snippet, NeverCutsOrMarksATag) {
  const std::string_view text =
      "See <a href=\"robot.html\" title=\"our robot page\">the robot</a> of caf&eacute; robot.";
  EXPECT_EQ(joined(english_snippet(text, {{"robot", false}}, 30)), "robot</a> of caf&eacute;");
  const auto whole = english_snippet(text, {{"robot", false}, {"eacut", false}}, 200);
  EXPECT_THAT(
      whole.runs,
      ElementsAre(SnippetRun{"See <a href=\"robot.html\" title=\"our robot page\">the ", false},
                  SnippetRun{"robot", true}, SnippetRun{"</a> of caf&eacute; ", false},
                  SnippetRun{"robot", true}, SnippetRun{".", false}));
}

TEST(Snippets, ComeBestFirstAndDoNotOverlap) {
  Analyzer analyzer({});
  const std::vector<SnippetTerm> terms{{"robot", false}, {"marin", false}};
  const auto snippets = best_snippets(
      "A robot alone. Nothing of interest for a while. Marine robots at last. Again nothing here, "
      "and more of it. The marine biologist.",
      Language::en, terms, 25, 5, analyzer);
  std::vector<std::string> passages;
  passages.reserve(snippets.size());
  for (const auto& snippet : snippets) passages.push_back(joined(snippet));
  EXPECT_THAT(passages, ElementsAre("Marine robots at last.", "A robot alone. Nothing of",
                                    "The marine biologist."));
}

TEST(Snippets, WithoutAMatchThereIsOneTheBeginning) {
  Analyzer analyzer({});
  const auto snippets = best_snippets("Nothing to see in here.", Language::en, {}, 10, 3, analyzer);
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(joined(snippets[0]), "Nothing to");
  EXPECT_TRUE(best_snippets("text", Language::en, {}, 10, 0, analyzer).empty());
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

/// The same with markup between and in the words.
rc::Gen<std::string> any_marked_up_text() {
  const auto piece = rc::gen::element<std::string>(
      "robot", "robots", "mar", "énergies", "Ωμέγα", " ", " ", " ", "\n", ". ", "<b>", "</b>",
      "<a href=\"robot mar\">", "</a>", "<br />", "&amp;", "&mar;", "&#233;", "<!-- robot mar -->",
      "<", ">", "&", "a < mar", "😀");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const auto& each : pieces) text += each;
                        return text;
                      });
}

bool cuts_markup(std::string_view text, std::size_t offset) {
  return std::ranges::any_of(markup_in(text), [&](const MarkupSpan& span) {
    return span.begin < offset && offset < span.end;
  });
}

/// Whether the runs stand in `text` one after the other from `begin` on, none of their ends inside
/// a word or markup, and no mark in markup.
bool stands_at(std::string_view text, std::size_t begin, const Snippet& snippet) {
  const auto is_whole = [&](std::size_t offset) {
    return !cuts_a_word(text, offset) && !cuts_markup(text, offset);
  };
  const auto markup = markup_in(text);
  for (const auto& run : snippet.runs) {
    const std::size_t end = begin + run.text.size();
    if (text.substr(begin, run.text.size()) != run.text || !is_whole(begin) || !is_whole(end))
      return false;
    const auto touches = [&](const MarkupSpan& span) {
      return span.begin < end && begin < span.end;
    };
    if (run.marked && std::ranges::any_of(markup, touches)) return false;
    begin = end;
  }
  return true;
}

RC_GTEST_PROP(Snippets, AreWholePassagesBestFirst, ()) {
  const auto text = *any_marked_up_text();
  const auto length_bytes = *rc::gen::inRange<std::size_t>(0, 60);
  const std::vector<SnippetTerm> terms{{"robot", false}, {"energ", false}, {"mar", false}};
  Analyzer analyzer({});
  const auto snippets = best_snippets(text, Language::fr, terms, length_bytes, 4, analyzer);
  RC_ASSERT(!snippets.empty() && snippets.size() <= 4U);

  std::vector<Token> tokens;
  std::size_t distinct_before = terms.size();
  std::size_t total_bytes = 0;
  for (const auto& snippet : snippets) {
    const auto passage = joined(snippet);
    RC_ASSERT(passage.size() <= length_bytes);
    total_bytes += passage.size();
    bool stands = passage.empty();
    for (auto at = text.find(passage); at != std::string::npos; at = text.find(passage, at + 1)) {
      stands = stands || stands_at(text, at, snippet);
    }
    RC_ASSERT(stands);
    std::vector<std::string> marked;
    for (const auto& run : snippet.runs) {
      if (!run.marked) continue;
      analyzer.analyze(run.text, Language::fr, tokens);
      RC_ASSERT(tokens.size() == 1U);
      marked.emplace_back(tokens.front().term);
    }
    std::ranges::sort(marked);
    const auto repeated = std::ranges::unique(marked);
    const auto distinct = static_cast<std::size_t>(repeated.begin() - marked.begin());
    RC_ASSERT(distinct <= distinct_before);
    RC_ASSERT(distinct > 0U || snippets.size() == 1U);
    distinct_before = distinct;
  }
  RC_ASSERT(total_bytes <= text.size());  // they do not overlap
}

}  // namespace
}  // namespace tributary::text
