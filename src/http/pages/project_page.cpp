#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/markup_text.h"
#include "http/json/project_json.h"
#include "http/json/serialize.h"
#include "http/json/values.h"
#include "http/pages/html.h"
#include "http/pages/page.h"
#include "http/pages/parts.h"
#include "http/query_string.h"
#include "text/display_names.h"
#include "text/language.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

constexpr std::size_t kDescriptionBytes = 300;

std::string organisation_path(const std::string& slug) {
  return "/organisations/" + percent_encode(slug);
}

/// https://schema.org/ResearchProject, a kind of Organization: hence foundingDate and member.
std::string linked_data(const store::StoredProject& project, const std::string& path) {
  const auto& merged = project.merged;
  json::object data{{"@context", "https://schema.org"},
                    {"@type", "ResearchProject"},
                    {"@id", path},
                    {"name", merged.title},
                    {"identifier", merged.key}};
  if (!merged.acronym.empty()) data["alternateName"] = merged.acronym;
  if (!merged.summary.empty()) data["description"] = merged.summary;
  if (!merged.website.empty()) data["url"] = merged.website;
  if (merged.start) data["foundingDate"] = merged.start->iso();
  if (merged.end) data["dissolutionDate"] = merged.end->iso();
  json::object grant{{"@type", "MonetaryGrant"}, {"identifier", merged.key}};
  if (!merged.programme.empty()) grant["name"] = merged.programme;
  if (merged.grant) {
    grant["amount"] = {
        {"@type", "MonetaryAmount"}, {"value", to_json(merged.grant)}, {"currency", "EUR"}};
  }
  data["funding"] = std::move(grant);
  json::array members;
  for (const auto& participation : project.participations) {
    const auto& organisation = participation.as_published.organisation;
    members.push_back({{"@type", "Organization"},
                       {"@id", organisation_path(participation.organisation_slug)},
                       {"name", organisation.name}});
  }
  data["member"] = std::move(members);
  return serialize(data);
}

std::string facts(const store::StoredProject& project, Date today) {
  const auto& merged = project.merged;
  const auto status = catalogue::status_on(today, merged.start, merged.end);
  std::string html = "<dl>\n";
  html += fact("Acronym", markup_text(merged.acronym));
  html += fact("Status", in_words(status));
  html += fact("Dates", period(merged.start, merged.end));
  html += fact("Programme", markup_text(merged.programme));
  html += fact("Action", markup_text(merged.action));
  html += fact("Call", markup_text(merged.call));
  if (merged.grant) html += fact("Grant", "€ " + merged.grant->decimal());
  html += fact("Project number", markup_text(merged.key));
  html += fact("Website", merged.website.empty() ? "" : html_link(merged.website, merged.website));
  return html + "</dl>\n";
}

std::string partners(const store::StoredProject& project) {
  if (project.participations.empty()) return "";
  const auto count = count_partners(project.participations);
  std::string html = fmt::format(
      "<section><h2>Partners</h2>\n<p>{} and {}</p>\n<table><thead><tr><th>Organisation</th>"
      "<th>Role</th><th>Country</th></tr></thead><tbody>\n",
      counted(count.coordinators, "coordinator", "coordinators"),
      counted(count.partners, "partner", "partners"));
  for (const auto& participation : project.participations) {
    const auto& organisation = participation.as_published.organisation;
    html += fmt::format("<tr><td><a href=\"{}\">{}</a></td><td>{}</td><td>{}</td></tr>\n",
                        markup_text(organisation_path(participation.organisation_slug)),
                        markup_text(organisation.name), in_words(participation.as_published.role),
                        markup_text(text::country_name(organisation.country)));
  }
  return html + "</tbody></table></section>\n";
}

std::string topics(const store::StoredProject& project) {
  std::string items;
  for (const auto& topic : project.merged.topics.value_or(std::vector<catalogue::Topic>())) {
    items += "<li>" + markup_text(topic.label.empty() ? topic.code : topic.label) + "</li>\n";
  }
  return items.empty() ? "" : "<section><h2>Topics</h2>\n<ul>\n" + items + "</ul></section>\n";
}

std::string links(const store::StoredProject& project) {
  std::string items;
  for (const auto& link : project.merged.links.value_or(std::vector<catalogue::Link>())) {
    items += "<li>" + html_link(link.url, link.title.empty() ? link.url : link.title) + "</li>\n";
  }
  return items.empty() ? "" : "<section><h2>Links</h2>\n<ul>\n" + items + "</ul></section>\n";
}

std::string similar_projects(const std::vector<app::SimilarProject>& similar) {
  std::string items;
  for (const auto& [project, status, score, shared] : similar) {
    const auto& merged = project.merged;
    std::string words;
    for (const auto& [word, share] : shared) words += (words.empty() ? "" : ", ") + word;
    items += fmt::format(
        "<li><a href=\"/projects/{}\">{}</a>: {}</li>\n", markup_text(percent_encode(project.slug)),
        markup_text(merged.title.empty() ? merged.key : merged.title), markup_text(words));
  }
  if (items.empty()) items = "<li>No other project shares a telling word with this one.</li>\n";
  return "<section><h2>Similar projects</h2>\n<ul>\n" + items + "</ul></section>\n";
}

std::string summary(const store::StoredProject& project) {
  const auto& text = project.merged.summary;
  if (text.empty()) return "";
  return "<section><h2>Summary</h2>\n" +
         html_paragraphs(text, text::code_of(text::detect_language(text))) + "</section>\n";
}

}  // namespace

Page project_page(const store::StoredProject& project,
                  const std::vector<app::SimilarProject>& similar, Date today) {
  const auto& merged = project.merged;
  const auto& name = merged.title.empty() ? merged.key : merged.title;
  Page page{
      .title = name + " – Tributary",
      .description = shortened(merged.summary.empty() ? name : merged.summary, kDescriptionBytes),
      .canonical_path = "/projects/" + percent_encode(project.slug)};
  page.linked_data = linked_data(project, page.canonical_path);
  page.body = page_body((is_demonstration(project) ? "<p>This is demonstration data.</p>\n" : "") +
                        ("<h1>" + markup_text(name) + "</h1>\n") + facts(project, today) +
                        summary(project) + partners(project) + topics(project) + links(project) +
                        similar_projects(similar));
  return page;
}

}  // namespace tributary::http
