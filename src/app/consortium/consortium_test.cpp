#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/consortium/consortium_request.h"
#include "app/consortium/reasons.h"
#include "app/consortium/rule_files.h"
#include "base/file.h"
#include "network/consortium/check.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;

TEST(RuleFiles, ThoseThatComeWithTheProgramAreReadAndTellTheirSource) {
  const auto sets = shipped_rules();
  ASSERT_TRUE(sets) << sets.error().text();
  EXPECT_GE(sets->size(), 10U);
  std::set<std::string> names;
  for (const auto& set : *sets) {
    EXPECT_TRUE(names.insert(set.name).second) << set.name;
    EXPECT_FALSE(set.sources.empty()) << set.name;
    for (const auto& rule : set.rules) {
      EXPECT_TRUE(rule.text.contains("de") && rule.text.contains("el")) << set.name << rule.id;
    }
  }
}

TEST(RuleFiles, WhatIsWrongIsNamedByItsFieldOrLine) {
  const auto context_of = [](std::string_view json) { return read_rules(json).error().context; };
  EXPECT_EQ(context_of("{\n\"name\": oops}"), "line 2");
  EXPECT_EQ(context_of(R"({"title": "t", "rules": []})"), "name");
  EXPECT_EQ(context_of(R"({"name": "n", "title": {"de": "t"}, "rules": []})"), "title");
  EXPECT_EQ(context_of(R"({"name": "n", "title": "t", "rules": [{"id": "a", "kind": "only",
      "text": "t", "allowed": {"types": ["pub"]}}]})"),
            "rules[0].allowed.types");
  EXPECT_EQ(context_of(R"({"name": "n", "title": "t", "rules": [{"id": "a", "kind": "countries",
      "text": "t", "having": [{}], "at_most": 2}]})"),
            "rules[0].at_most");
}

TEST(RuleFiles, ARuleIsToBeCheckedWhereAGroupThatItNamesIs) {
  const auto set = shipped_rules("erasmus-ka220");
  ASSERT_TRUE(set) << set.error().text();
  const auto is_to_be_checked = [&](std::string_view id) {
    return std::ranges::find(set->rules, id, &network::Rule::id)->check_against_call;
  };
  EXPECT_TRUE(is_to_be_checked("countries"));
  EXPECT_FALSE(is_to_be_checked("once"));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string list(text);
  for (std::size_t number = 1; number < times; ++number) list += "," + std::string(text);
  return list;
}

std::string set_with(const std::string& groups, const std::string& of) {
  return R"({"name": "n", "title": "t", "country_groups": {)" + groups +
         R"(}, "rules": [{"id": "a", "kind": "countries", "at_least": 1, "text": "t", "of": {)" +
         of + "}}]}";
}

TEST(RuleFiles, ACountryIsThereOnceHoweverOftenItsGroupsAreNamed) {
  const auto set =
      read_rules(set_with(R"("two": {"title": "t", "countries": ["PT", "AT", "PT"]})",
                          R"("countries": [)" + repeated(R"("two")", 100) + R"(, "PT", "RO"])"));
  ASSERT_TRUE(set) << set.error().text();
  EXPECT_THAT(set->rules[0].of.countries, testing::ElementsAre("AT", "PT", "RO"));
}

TEST(RuleFiles, ListsThatNoCallHasAreRefused) {
  const auto context_of = [](const std::string& json) { return read_rules(json).error().context; };
  const auto many = "[" + repeated(R"("PT")", 301) + "]";
  EXPECT_EQ(context_of(set_with("", R"("countries": )" + many)), "rules[0].of.countries");
  EXPECT_EQ(context_of(set_with("", R"("types": )" + many)), "rules[0].of.types");
  EXPECT_EQ(context_of(set_with(R"("g": {"title": "t", "countries": )" + many + "}", "")),
            "country_groups.g.countries");
  std::string groups;
  for (int number = 0; number <= 20; ++number) {
    groups += (number == 0 ? "" : ",") + ("\"group" + std::to_string(number)) +
              R"(": {"title": "t", "countries": []})";
  }
  EXPECT_EQ(context_of(set_with(groups, "")), "country_groups");
}

class ConsortiumFile : public testing::Test {
 protected:
  Result<ConsortiumRequest> read(const std::string& name, const std::string& text) {
    const auto path = folder_.path() / name;
    EXPECT_TRUE(write_file_atomically(path, text));
    return read_consortium_file(path);
  }
  TemporaryFolder folder_ = TemporaryFolder::create().value();
};

TEST_F(ConsortiumFile, ATableHasALineForEachOrganisationAndCandidatesHaveAScore) {
  const auto request = read("partners.csv",
                            "name,country,type,role,budget_eur,newcomer,score\n"
                            "Escola,PT,vocational_school,coordinator,1250.50,no,\n"
                            "Kammer,AT,,,,,0.75\n");
  ASSERT_TRUE(request) << request.error().text();
  ASSERT_EQ(request->members.size(), 1U);
  EXPECT_EQ(request->members[0].budget, Money{125'050});
  EXPECT_EQ(request->members[0].newcomer, false);
  ASSERT_EQ(request->candidates.size(), 1U);
  EXPECT_EQ(request->candidates[0].score, 0.75);
  EXPECT_EQ(request->candidates[0].member.role, std::nullopt);
}

TEST_F(ConsortiumFile, ALineThatCannotBeTakenIsNamedWithItsColumn) {
  const auto context = [&](const std::string& line) {
    return read("partners.csv", "name,country,budget_eur\nEscola,PT,1\n" + line).error().context;
  };
  EXPECT_THAT(context("Kammer,Austria,1\n"), HasSubstr("line 3: country"));
  EXPECT_THAT(context("Kammer,AT,much\n"), HasSubstr("line 3: budget_eur"));
  EXPECT_THAT(read("other.csv", "name,colour\nEscola,red\n").error().message,
              HasSubstr("no column \"colour\""));
}

TEST_F(ConsortiumFile, AReasonSaysWhatWasFoundAndWhatIsNotKnown) {
  const auto request = read("a.json", R"({"rules": "erasmus-ka220", "organisations": [
      {"name": "Escola", "country": "PT", "role": "partner"}, {"name": "Kammer"}]})");
  ASSERT_TRUE(request) << request.error().text();
  for (const auto& rule : request->rules->rules) {
    if (rule.id != "organisations") continue;
    const auto outcome = network::check(rule, request->members);
    EXPECT_EQ(reason_of(rule, outcome, request->members),
              "from 1 to 2 organisations found, at least 3 organisations needed");
  }
}

}  // namespace
}  // namespace tributary::app
