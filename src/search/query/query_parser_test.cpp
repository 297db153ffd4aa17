#include "search/query/query_parser.h"

#include <gtest/gtest.h>

namespace tributary::search {
namespace {

Schema schema() {
  Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                        {.name = "text"}};
  schema.columns = {{.name = "country"},
                    {.name = "programme"},
                    {.name = "start", .kind = ColumnKind::integer, .meaning = IntegerMeaning::date},
                    {.name = "grant",
                     .kind = ColumnKind::integer,
                     .meaning = IntegerMeaning::money_cents,
                     .label = "budget"},
                    {.name = "partners", .kind = ColumnKind::integer},
                    {.name = "name", .kind = ColumnKind::text}};
  schema.aliases = {{.alias = "budget", .name = "grant"}, {.alias = "in", .name = "country"}};
  return schema;
}

ParsedQuery parse(std::string_view text) {
  auto parsed = parse_query(text, schema());
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed ? *parsed : ParsedQuery{};
}

/// The echo of a query that is understood whole.
std::string echo(std::string_view text) {
  const auto parsed = parse(text);
  for (const auto& misreading : parsed.misreadings)
    ADD_FAILURE() << text << ": " << misreading.reason;
  return parsed.echo;
}

struct Misread {
  std::string echo, where, reason;
  bool operator==(const Misread&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Misread& m) {
  return out << '[' << m.echo << "] at [" << m.where << "]: " << m.reason;
}

/// The echo of a query with one misreading, and the text that it points at.
Misread misread(std::string_view text) {
  const auto parsed = parse(text);
  EXPECT_EQ(parsed.misreadings.size(), 1U) << text;
  if (parsed.misreadings.empty()) return {};
  const auto& [where, reason] = parsed.misreadings.front();
  return {parsed.echo, std::string(text.substr(where.begin, where.end - where.begin)), reason};
}

TEST(QueryParser, TellsHowItReadAQuery) {
  EXPECT_EQ(echo("\"work based\" learning country:PT start:2015..2017"),
            "\"work based\" AND learning, country is PT, start from 2015 to 2017");
  EXPECT_EQ(echo("learning"), "learning");
  EXPECT_EQ(echo("inno* NOT draft"), "inno* AND NOT draft");
  EXPECT_EQ(echo("title:graphene"), "title has graphene");
  EXPECT_EQ(echo("country:PT"), "country is PT");
  EXPECT_EQ(echo(""), "everything");
  EXPECT_EQ(echo("   "), "everything");
}

TEST(QueryParser, WordsSideBySideAreASoftAndAroundWhichFiltersAreHard) {
  const auto root = parse("a b -c country:PT").tree.root;
  ASSERT_EQ(root.kind, NodeKind::all_of);
  ASSERT_EQ(root.children.size(), 3U);
  EXPECT_EQ(root.children[0].kind, NodeKind::most_of);
  EXPECT_EQ(root.children[1].kind, NodeKind::none_of);
  EXPECT_EQ(root.children[2].kind, NodeKind::value);
}

TEST(QueryParser, AndBindsCloserThanOrAndNeighboursCloserThanBoth) {
  EXPECT_EQ(echo("a b OR c AND d"), "(a AND b) OR (c AND d)");
  EXPECT_EQ(echo("(a OR b) c"), "(a OR b) AND c");
  EXPECT_EQ(echo("a AND (b OR NOT c)"), "a AND (b OR NOT c)");
  EXPECT_EQ(echo("a OR -b"), "a OR NOT b");
}

TEST(QueryParser, NegationsCancelOut) {
  EXPECT_EQ(echo("NOT NOT a"), "a");
  EXPECT_EQ(echo("NOT (NOT a)"), "a");
  EXPECT_EQ(echo("-(a OR b)"), "NOT (a OR b)");
  EXPECT_EQ(echo("-\"a b\" c"), "c AND NOT \"a b\"");
  EXPECT_EQ(echo("-country:PT c"), "c, country is not PT");
}

TEST(QueryParser, DashesInsideAndBetweenWordsAreNoNegation) {
  EXPECT_EQ(echo("e-learning"), "e-learning");
  EXPECT_EQ(echo("skills - green"), "skills AND green");
}

TEST(QueryParser, ReadsDatesAsAllTheirDays) {
  EXPECT_EQ(echo("start:2015"), "start in 2015");
  EXPECT_EQ(echo("start:>2015"), "start from 2016");
  EXPECT_EQ(echo("start:>=2015"), "start from 2015");
  EXPECT_EQ(echo("start:<2015"), "start until 2014");
  EXPECT_EQ(echo("start:..2015"), "start until 2015");
  EXPECT_EQ(echo("start:2015-11-01"), "start on 2015-11-01");
  EXPECT_EQ(echo("start:2016-02"), "start from 2016-02-01 to 2016-02-29");
  EXPECT_EQ(echo("start:2015-11-01.."), "start from 2015-11-01");
  const auto root = parse("start:1970").tree.root;
  EXPECT_EQ(root.low, 0);
  EXPECT_EQ(root.high, 364);
}

TEST(QueryParser, ReadsAmountsInEuroAsCents) {
  const auto root = parse("budget:>=500000").tree.root;
  EXPECT_EQ(root.field, "grant");
  EXPECT_EQ(root.low, 50'000'000);
  EXPECT_FALSE(root.high);
  EXPECT_EQ(parse("budget: >= 1.5m").tree.root.low, 150'000'000);
  EXPECT_EQ(parse("budget:<10.25").tree.root.high, 1024);
  EXPECT_EQ(echo("budget:>=500k"), "budget at least 500000 euro");
}

TEST(QueryParser, ReadsNumbersBothWays) {
  EXPECT_EQ(echo("partners:5"), "partners is 5");
  EXPECT_EQ(echo("partners:-3..7"), "partners from -3 to 7");
  EXPECT_EQ(echo("partners:>5"), "partners at least 6");
}

TEST(QueryParser, NamesAndCaseAndBlanksOfFieldsDoNotMatter) {
  EXPECT_EQ(echo("Country: PT"), "country is PT");
  EXPECT_EQ(echo("IN:pt"), "country is pt");
  EXPECT_EQ(echo("programme:\"Horizon Europe\""), "programme is Horizon Europe");
  EXPECT_EQ(echo("country:(PT OR ES) a"), "a, (country is PT OR country is ES)");
}

TEST(QueryParser, AsksForMissingValues) {
  EXPECT_EQ(echo("country:unknown"), "country is unknown");
  EXPECT_EQ(echo("-start:unknown"), "start is known");
  EXPECT_EQ(parse("country:\"unknown\"").tree.root.kind, NodeKind::value);
}

TEST(QueryParser, TypographicQuotationMarksAndBlanksWork) {
  EXPECT_EQ(echo("“work based” «formation duale» „Duale Ausbildung“"),
            "\"work based\" AND \"formation duale\" AND \"Duale Ausbildung\"");
  EXPECT_EQ(echo("green\u00A0skills"), "green AND skills");
}

TEST(QueryParser, OrdinaryTextIsNoFieldAndNoComplaint) {
  EXPECT_EQ(echo("https://example.org/a"), "https://example.org/a");
  EXPECT_EQ(echo("10:30, C++"), "10:30 AND C");
  EXPECT_EQ(echo("Methods: & results"), "Methods AND results");
}

TEST(QueryParser, PointsAtWhatItCouldNotRead) {
  EXPECT_EQ(misread("a \"b c"),
            (Misread{"a AND b AND c", "\"b c", "the quotation mark is never closed"}));
  EXPECT_EQ(misread("(a OR b"), (Misread{"a OR b", "(", "the parenthesis is never closed"}));
  EXPECT_EQ(misread("a) b"), (Misread{"a AND b", ")", "this parenthesis closes nothing"}));
  EXPECT_EQ(misread("a ()"), (Misread{"a", "()", "there is nothing between the parentheses"}));
  EXPECT_EQ(misread("a OR"),
            (Misread{"a AND or", "OR", "“OR” joins nothing here and was searched as a word"}));
  EXPECT_EQ(misread("é foo:bar"), (Misread{"é AND foo AND bar", "foo:bar",
                                           "there is no field “foo”; searched as words"}));
  EXPECT_EQ(misread("start:soon a"),
            (Misread{"soon AND a", "start:soon",
                     "“soon” is not a date such as 2015, 2015-11 or 2015-11-01"}));
  EXPECT_EQ(misread("start:2017..2015"),
            (Misread{"start from 2015 to 2017", "start:2017..2015",
                     "the range ran backwards; its ends were exchanged"}));
  EXPECT_EQ(misread("a country:"),
            (Misread{"a AND country", "country:", "there is nothing after “country:”"}));
  EXPECT_EQ(misread("&"), (Misread{"everything", "&", "there is no word in this"}));
}

TEST(QueryParser, SaysThatDistanceIsNotThereYet) {
  const std::string reason =
      "searching by distance is not available yet; the place was searched as words";
  EXPECT_EQ(misread("vet near:\"Marseille\" 50km"),
            (Misread{"vet AND Marseille", "near:\"Marseille\" 50km", reason}));
  EXPECT_EQ(misread("near:Aix 50 km vet"), (Misread{"Aix AND vet", "near:Aix 50 km", reason}));
}

TEST(QueryParser, RefusesWhatIsTooLongTooDeepOrNotText) {
  const auto error = [](const std::string& text) { return parse_query(text, schema()).error(); };
  EXPECT_EQ(error(std::string(2'001, 'a')).code, ErrorCode::too_long);
  EXPECT_TRUE(parse_query(std::string(2'000, 'a'), schema()));
  EXPECT_EQ(error(std::string(33, '(') + "a").code, ErrorCode::too_deep);
  EXPECT_EQ(error(std::string(33, '(') + "a").context, "byte 32");
  EXPECT_TRUE(parse_query(std::string(32, '(') + "a", schema()));
  EXPECT_EQ(error("abc\xFF").code, ErrorCode::not_utf8);
  EXPECT_EQ(error("abc\xFF").context, "byte 3");
}

TEST(QueryParser, TheEchoOfWordsCanBeTypedAgain) {
  for (const auto* text : {"a b OR c AND d", "a -b \"c d\" e*", "NOT (a OR b) c", "a OR", "-(a -b)",
                           "a (b c) OR NOT d", "work-based \"x\""}) {
    const auto once = parse(text).echo;
    EXPECT_EQ(parse(once).echo, once) << text;
  }
}

}  // namespace
}  // namespace tributary::search
