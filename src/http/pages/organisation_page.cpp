#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/markup_text.h"
#include "http/json/serialize.h"
#include "http/json/values.h"
#include "http/pages/html.h"
#include "http/pages/page.h"
#include "http/pages/parts.h"
#include "http/query_string.h"
#include "text/display_names.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

constexpr std::size_t kProjectsShown = 100;

json::object address(const catalogue::NamedOrganisation& named) {
  json::object data{{"@type", "PostalAddress"}};
  if (!named.street.empty()) data["streetAddress"] = named.street;
  if (!named.post_code.empty()) data["postalCode"] = named.post_code;
  if (!named.city.empty()) data["addressLocality"] = named.city;
  if (!named.region.empty()) data["addressRegion"] = named.region;
  if (!named.country.empty()) data["addressCountry"] = named.country;
  return data;
}

/// https://schema.org/Organization.
std::string linked_data(const store::StoredOrganisation& organisation, const std::string& path) {
  const auto& named = organisation.named;
  json::object data{{"@context", "https://schema.org"},
                    {"@type", "Organization"},
                    {"@id", path},
                    {"name", named.name},
                    {"address", address(named)}};
  json::array names, identifiers;
  if (!named.short_name.empty()) names.emplace_back(named.short_name);
  for (const auto& alias : organisation.aliases) names.emplace_back(alias);
  if (!names.empty()) data["alternateName"] = std::move(names);
  if (!named.website.empty()) data["url"] = named.website;
  if (!named.vat.empty()) data["vatID"] = named.vat;
  const auto identify = [&](std::string_view kind, const std::string& value) {
    if (value.empty()) return;
    identifiers.push_back({{"@type", "PropertyValue"}, {"propertyID", kind}, {"value", value}});
  };
  identify("PIC", named.pic);
  identify("OID", named.oid);
  if (!identifiers.empty()) data["identifier"] = std::move(identifiers);
  return serialize(data);
}

std::string facts(const store::StoredOrganisation& organisation) {
  const auto& named = organisation.named;
  std::string aliases;
  for (const auto& alias : organisation.aliases) {
    aliases += (aliases.empty() ? "" : "; ") + markup_text(alias);
  }
  std::string html = "<dl>\n";
  html += fact("Short name", markup_text(named.short_name));
  html += fact("Also known as", aliases);
  html += fact("City", markup_text(named.city));
  html += fact("Country", markup_text(text::country_name(named.country)));
  html += fact("PIC", markup_text(named.pic));
  html += fact("OID", markup_text(named.oid));
  html += fact("Website", named.website.empty() ? "" : html_link(named.website, named.website));
  return html + "</dl>\n";
}

std::string projects(const store::StoredOrganisation& organisation, Date today) {
  const auto& all = organisation.participations;
  const auto shown = std::min(all.size(), kProjectsShown);
  std::string html = fmt::format("<section><h2>Projects</h2>\n<p>Showing {} of {}</p>\n<ul>\n",
                                 shown, organisation.projects);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& project = all[i];
    const auto status = in_words(catalogue::status_on(today, project.start, project.end));
    html += fmt::format("<li><a href=\"/projects/{}\">{}</a>{}, {}{}{}</li>\n",
                        percent_encode(project.project_slug), markup_text(project.title),
                        project.acronym.empty() ? "" : " (" + markup_text(project.acronym) + ")",
                        in_words(project.role), status.empty() ? "" : ", ", status);
  }
  return html + "</ul></section>\n";
}

}  // namespace

Page organisation_page(const store::StoredOrganisation& organisation, Date today) {
  const auto& name = organisation.named.name;
  Page page{.title = name + " – Tributary",
            .description = fmt::format("{}: {} in published European programmes.", name,
                                       counted(organisation.projects, "project", "projects")),
            .canonical_path = "/organisations/" + percent_encode(organisation.slug)};
  page.linked_data = linked_data(organisation, page.canonical_path);
  page.body = page_body("<h1>" + markup_text(name) + "</h1>\n" + facts(organisation) +
                        projects(organisation, today));
  return page;
}

}  // namespace tributary::http
