#include "search/words/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>

#include "search/words/completion_builder.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t kTopics = 1;
constexpr std::uint32_t kOrganisations = 2;

struct Entry {
  std::string text;
  std::uint32_t weight = 0;
};

class CompletionFile {
 public:
  explicit CompletionFile(const std::vector<Entry>& entries) {
    CompletionBuilder builder;
    for (const auto& [text, weight] : entries) {
      builder.add(kOrganisations, text, weight, "id of " + text);
    }
    builder.add(kTopics, "Universal design", 1, "topic");
    auto file =
        SectionFileWriter::create(folder_.path() / "completions", FileKind::completions).value();
    EXPECT_TRUE(std::move(builder).write(file));
    summary_ = file.finish().value();
  }

  [[nodiscard]] Result<Completions> open() const {
    return Completions::open(folder_.path(), summary_);
  }
  [[nodiscard]] Path path() const { return folder_.path() / "completions"; }

 private:
  TemporaryFolder folder_ = TemporaryFolder::create().value();
  FileSummary summary_;
};

class CompletionTest : public testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> complete(std::string_view typed,
                                                  std::size_t count = 10) const {
    std::vector<std::string> texts;
    for (const auto& each : completions_.complete(kOrganisations, typed, count)) {
      texts.emplace_back(each.text);
    }
    return texts;
  }

  CompletionFile file_{{{"Universidade de Lisboa", 90},
                        {"University of Porto", 80},
                        {"Instituto Universitário de Lisboa", 95},
                        {"Universität Köln", 70},
                        {"Lisbon University Institute", 60},
                        {"Wood Cluster", 10},
                        {"Œuvre d'orient", 5},
                        {"---", 100}}};
  Completions completions_ = file_.open().value();
};

TEST_F(CompletionTest, TheHeaviestThatBeginSoComeFirst) {
  EXPECT_THAT(complete("univ"),
              ElementsAre("Universidade de Lisboa", "University of Porto", "Universität Köln",
                          "Instituto Universitário de Lisboa", "Lisbon University Institute"));
  EXPECT_THAT(complete("univ", 2), ElementsAre("Universidade de Lisboa", "University of Porto"));
  EXPECT_THAT(complete("u", 1), ElementsAre("Universidade de Lisboa"));
}

TEST_F(CompletionTest, AccentsCaseAndOrderDoNotMatter) {
  EXPECT_THAT(complete("KOLN univ"), ElementsAre("Universität Köln"));
  EXPECT_THAT(complete("universität kö"), ElementsAre("Universität Köln"));
  EXPECT_THAT(complete("oeuvre d'or"), ElementsAre("Œuvre d'orient"));
}

TEST_F(CompletionTest, OnlyTheLastWordMayBeUnfinished) {
  EXPECT_THAT(complete("university of p"), ElementsAre("University of Porto"));
  EXPECT_THAT(complete("uni of porto"), IsEmpty());
}

TEST_F(CompletionTest, ASlipIsForgivenWhereNothingElseIsFound) {
  EXPECT_THAT(complete("univercity of p"), ElementsAre("University of Porto"));
  EXPECT_THAT(complete("clsuter"), ElementsAre("Wood Cluster"));
  EXPECT_THAT(complete("wod"), IsEmpty()) << "too short to guess";
  const auto found = completions_.complete(kOrganisations, "univresity", 10);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().text, "University of Porto");
  EXPECT_EQ(found.front().edits, 1U);
}

TEST_F(CompletionTest, SaysWhatAnEntryIs) {
  const auto found = completions_.complete(kOrganisations, "inst", 1).at(0);
  EXPECT_EQ(found.id, "id of Instituto Universitário de Lisboa");
  EXPECT_EQ(found.weight, 95U);
  EXPECT_TRUE(found.begins_so);
}

TEST_F(CompletionTest, KindsAreApart) {
  ASSERT_EQ(completions_.complete(kTopics, "univ", 10).size(), 1U);
  EXPECT_EQ(completions_.complete(kTopics, "univ", 10).front().id, "topic");
  EXPECT_THAT(completions_.complete(3, "univ", 10), IsEmpty());
}

TEST_F(CompletionTest, OddTextsHaveNoCompletions) {
  EXPECT_THAT(complete(""), IsEmpty());
  EXPECT_THAT(complete(" -- "), IsEmpty());
  EXPECT_THAT(complete("univ", 0), IsEmpty());
  EXPECT_THAT(complete(std::string(300, 'u')), IsEmpty());
  EXPECT_THAT(complete("\xFF\xFE"), IsEmpty());
}

TEST(Completions, ADamagedFileIsRefusedByName) {
  const CompletionFile file({{"Universidade de Lisboa", 1}, {"Wood Cluster", 2}});
  const auto size = std::filesystem::file_size(file.path());
  for (std::size_t at = 64; at < size; at += 64) {
    std::fstream bytes(file.path(), std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekg(static_cast<std::streamoff>(at));
    const auto was = static_cast<char>(bytes.get());
    const auto put = [&](char value) {
      bytes.seekp(static_cast<std::streamoff>(at));
      bytes.put(value).flush();
    };
    put(static_cast<char>(was ^ 0x04));
    const auto opened = file.open();
    if (!opened) {
      EXPECT_NE(opened.error().context.find("completions"), std::string::npos);
    }
    put(was);
  }
  EXPECT_TRUE(file.open());
  std::filesystem::resize_file(file.path(), size - 64);
  EXPECT_EQ(file.open().error().code, ErrorCode::corrupt);
}

/// Words of few letters, so that many entries share beginnings and words.
rc::Gen<std::string> any_text() {
  const auto word = rc::gen::element<std::string>("a", "ab", "abc", "b", "ba", "bab", "cab");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const auto& words) {
    std::string text = words.empty() ? "a" : "";
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i) {
      text += (i > 0 ? " " : "") + words[i];
    }
    return text;
  });
}

bool begins(const std::vector<std::string>& words, const std::vector<std::string>& typed) {
  if (words.size() < typed.size()) return false;
  const auto last = typed.size() - 1;
  return std::equal(typed.begin(), typed.end() - 1, words.begin()) &&
         words[last].starts_with(typed[last]);
}

bool holds(const std::vector<std::string>& words, const std::vector<std::string>& typed) {
  const auto is_word = [&](const auto& word) {
    return std::ranges::find(words, word) != words.end();
  };
  return std::all_of(typed.begin(), typed.end() - 1, is_word) &&
         std::ranges::any_of(words,
                             [&](const auto& word) { return word.starts_with(typed.back()); });
}

RC_GTEST_PROP(Completions, AreThoseOfAWalkOverAllEntries, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(200, any_text());
  const auto typed = *any_text();
  const auto count = *rc::gen::inRange<std::size_t>(1, 30);
  std::vector<Entry> entries;
  entries.reserve(texts.size());
  for (const auto& text : texts) {
    entries.push_back({text, static_cast<std::uint32_t>(entries.size() * 7919 % 64)});
  }
  const CompletionFile file(entries);
  const auto completions = file.open().value();

  std::ranges::sort(entries, [](const Entry& left, const Entry& right) {
    return std::tie(right.weight, left.text) < std::tie(left.weight, right.text);
  });
  std::vector<std::string> expected;
  const auto words = completion_words(typed);
  for (const bool at_beginning : {true, false}) {
    for (const auto& entry : entries) {
      const auto of_entry = completion_words(entry.text);
      if (begins(of_entry, words) == at_beginning && holds(of_entry, words)) {
        expected.push_back(entry.text);
      }
    }
  }
  expected.resize(std::min(expected.size(), count));
  std::vector<std::string> found;
  for (const auto& each : completions.complete(kOrganisations, typed, count)) {
    found.emplace_back(each.text);
  }
  RC_ASSERT(found == expected);
}

}  // namespace
}  // namespace tributary::search
