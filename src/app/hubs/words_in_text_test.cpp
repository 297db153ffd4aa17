#include "app/hubs/words_in_text.h"

#include <gtest/gtest.h>

#include "app/project_document.h"
#include "search/query/query_parser.h"

namespace tributary::app {
namespace {

bool text_has(std::string_view text, std::string_view query) {
  WordsInText words(text);
  return words.has(search::parse_query(query, project_schema())->tree.root);
}

constexpr std::string_view kEnglish =
    "A pool of mentors for apprentices in very small firms\nRetired craftspeople visit them every "
    "second week, and nobody has to quit to be heard.";
constexpr std::string_view kGerman =
    "Betreuung von Auszubildenden in kleinen Betrieben\nHandwerkerinnen im Ruhestand besuchen die "
    "Auszubildenden jede zweite Woche in ihren Betrieben.";

TEST(WordsInText, AreComparedAsTheIndexComparesThem) {
  EXPECT_TRUE(text_has(kEnglish, "mentor"));
  EXPECT_TRUE(text_has(kEnglish, "MENTORING apprentice"));
  EXPECT_TRUE(text_has(kGerman, "Auszubildender Betrieb")) << "in the language of the text";
  EXPECT_FALSE(text_has(kEnglish, "mentors dentists")) << "all words that stand side by side";
  EXPECT_TRUE(text_has(kEnglish, ""));
}

TEST(WordsInText, FollowTheGrammarOfQueries) {
  EXPECT_TRUE(text_has(kEnglish, "\"small firm\""));
  EXPECT_FALSE(text_has(kEnglish, "\"firms small\""));
  EXPECT_TRUE(text_has(kEnglish, "crafts*"));
  EXPECT_FALSE(text_has(kEnglish, "raft*"));
  EXPECT_TRUE(text_has(kEnglish, "dentists OR mentors"));
  EXPECT_FALSE(text_has(kEnglish, "mentors NOT apprentices"));
  EXPECT_TRUE(text_has(kEnglish, "mentors -dentists"));
  EXPECT_TRUE(text_has(kEnglish, "title:mentors"));
}

TEST(WordsInText, WhatIsAskedOfAProjectNoTextHas) {
  EXPECT_FALSE(text_has(kEnglish, "mentors programme:HORIZON"));
  EXPECT_FALSE(text_has(kEnglish, "mentors start:2015..2027"));
  EXPECT_FALSE(text_has(kEnglish, "mentors organisation:mentors"));
  EXPECT_TRUE(text_has(kEnglish, "mentors NOT programme:HORIZON"));
}

}  // namespace
}  // namespace tributary::app
