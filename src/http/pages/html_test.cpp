#include "http/pages/html.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/json.hpp>

#include "base/markup_text.h"
#include "http/pages/page.h"

namespace tributary::http {
namespace {

/// Text that tries to become markup, mixed with ordinary letters.
rc::Gen<std::string> hostile_text() {
  const auto piece = rc::gen::element<std::string>(
      "<script>alert(1)</script>", "</title>", "\"", "'", "<!--", "-->", "&lt;", "&", "<", ">", "a",
      "é", "\n", "</script>", "javascript:alert(1)", "onerror=", "<!--tributary:body-->", "\\",
      "</p>");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string text;
    for (const auto& one : pieces) text += one;
    return text;
  });
}

std::string unescaped(std::string text) {
  const std::pair<std::string_view, std::string_view> references[]{
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [from, to] : references) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

RC_GTEST_PROP(Html, EscapedTextHasNoMarkupAndReadsTheSame, ()) {
  const auto text = *hostile_text();
  const auto escaped = markup_text(text);
  RC_ASSERT(escaped.find_first_of("<>\"'") == std::string::npos);
  RC_ASSERT(unescaped(escaped) == text);
}

RC_GTEST_PROP(Html, JsonInAScriptCannotEndItAndReadsTheSame, ()) {
  const boost::json::value value(*hostile_text());
  const auto embedded = json_for_script(boost::json::serialize(value));
  RC_ASSERT(embedded.find('<') == std::string::npos);
  RC_ASSERT(boost::json::parse(embedded) == value);
}

store::StoredProject project_of(const std::string& text) {
  store::StoredProject project;
  project.slug = "cordis-" + text;
  auto& merged = project.merged;
  merged.source = "cordis";
  for (auto* const field : {&merged.key, &merged.acronym, &merged.title, &merged.summary,
                            &merged.programme, &merged.action, &merged.call, &merged.website}) {
    *field = text;
  }
  merged.topics = {{catalogue::TopicVocabulary::keyword, text, text}};
  merged.links = {{text, text, text}};
  store::StoredParticipation participation;
  participation.organisation_slug = "1-" + text;
  participation.as_published.organisation.name = text;
  participation.as_published.organisation.country = text;
  project.participations = {participation};
  return project;
}

PageTemplate sample_template() {
  return *PageTemplate::parse(
      "<html><head><title>old</title><!--tributary:head--></head>"
      "<body><!--tributary:body--></body></html>");
}

/// All tags of `html`, without their attributes' values.
std::vector<std::string> tags(std::string_view html) {
  std::vector<std::string> found;
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    found.emplace_back(html.substr(at, html.find_first_of(" >", at) - at));
  }
  return found;
}

RC_GTEST_PROP(ProjectPage, HasTheSameTagsWhateverTheText, ()) {
  const auto text = *hostile_text();
  const auto render = [](const std::string& content) {
    return sample_template().render(
        project_page(project_of(content), {}, *Date::from_iso("2026-01-01")));
  };
  // One line, not empty, no address: so that paragraphs and links are as many.
  std::string line = "x" + text;
  std::erase(line, '\n');
  const auto html = render(line);
  RC_ASSERT(tags(html) == tags(render("plain")));
  RC_ASSERT(count(html, "javascript:") == 0 || count(html, "href=\"javascript:") == 0);
}

TEST(Html, OnlyWebAddressesBecomeLinks) {
  EXPECT_EQ(html_link("https://a.example/?x=1&y", "A & B"),
            "<a href=\"https://a.example/?x=1&amp;y\" rel=\"noopener\">A &amp; B</a>");
  EXPECT_EQ(html_link("javascript:alert(1)", "click"), "click");
  EXPECT_EQ(html_link("data:text/html,x", "<x>"), "&lt;x&gt;");
}

TEST(Html, ParagraphsAreLines) {
  EXPECT_EQ(html_paragraphs("one\r\n\n two <b>", "en"),
            "<p lang=\"en\">one\r</p>\n<p lang=\"en\"> two &lt;b&gt;</p>\n");
  EXPECT_EQ(html_paragraphs("", "en"), "");
}

TEST(PageTemplate, ReplacesTheTitleAndFillsTheMarks) {
  const auto html = sample_template().render(
      {.title = "A < B", .description = "d", .canonical_path = "/p", .body = "<main></main>"});
  EXPECT_EQ(html,
            "<html><head><title>A &lt; B</title><meta name=\"description\" content=\"d\">"
            "<link rel=\"canonical\" href=\"/p\"></head><body><main></main></body></html>");
}

TEST(PageTemplate, AMissingMarkIsNamed) {
  const auto page = PageTemplate::parse("<title>x</title><!--tributary:head-->");
  ASSERT_FALSE(page.has_value());
  EXPECT_NE(page.error().message.find("tributary:body"), std::string::npos);
}

TEST(OrganisationPage, TellsHowManyProjectsOfAll) {
  store::StoredOrganisation organisation;
  organisation.slug = "1-school";
  organisation.named.name = "School";
  organisation.projects = 250;
  organisation.participations.resize(150);
  const auto page = organisation_page(organisation, *Date::from_iso("2026-01-01"));
  EXPECT_EQ(page.title, "School – Tributary");
  EXPECT_NE(page.body.find("Showing 100 of 250"), std::string::npos);
  EXPECT_EQ(page.canonical_path, "/organisations/1-school");
}

}  // namespace
}  // namespace tributary::http
