#include "layouts.h"

#include <fmt/format.h>

#include <algorithm>

namespace tributary::generator {
namespace {

/// Beyond ASCII, so that each table shows itself to be UTF-8 and a wrong byte in it to be damage.
constexpr const char* kDescription = "from the generator – not official";

const char* yes(bool is_so) { return is_so ? "true" : "false"; }

std::vector<Cells> cordis_project(const TrueProject& of) {
  return {{of.key,
           of.acronym,
           of.status,
           of.title,
           of.start,
           of.end,
           amount(of.total_cost_cents),
           amount(of.grant_cents),
           of.legal_basis,
           of.topics.front().code,
           of.signed_on,
           "HORIZON",
           of.call,
           of.call,
           of.action,
           "",
           of.summary,
           of.updated_on + " 12:00:00",
           of.rcn,
           of.doi}};
}

std::vector<Cells> cordis_organisations(const TrueProject& of) {
  std::vector<Cells> rows;
  for (const auto& who : of.organisations) {
    const auto money = amount(who.contribution_cents);
    rows.push_back({of.key,
                    of.acronym,
                    who.pic,
                    "",
                    who.name,
                    "",
                    yes(who.is_sme),
                    who.type,
                    who.street,
                    who.post_code,
                    who.city,
                    who.published_country,
                    "",
                    "",
                    who.website,
                    "",
                    of.updated_on + " 12:00:00",
                    "",
                    std::to_string(rows.size() + 1),
                    who.role,
                    money,
                    money,
                    money,
                    "false",
                    ""});
  }
  return rows;
}

const TrueTopic& topic(const TrueProject& of, std::string_view vocabulary) {
  return *std::ranges::find(of.topics, vocabulary, &TrueTopic::vocabulary);
}

std::vector<Cells> cordis_topics(const TrueProject& of) {
  const auto& what = topic(of, "call_topic");
  return {{of.key, what.code, what.label}};
}

std::vector<Cells> cordis_legal_basis(const TrueProject& of) {
  const auto& what = topic(of, "legal_basis");
  return {{of.key, what.code, what.label, "true"}};
}

std::vector<Cells> cordis_fields(const TrueProject& of) {
  const auto& what = topic(of, "euro_sci_voc");
  return {{of.key, what.code, "/" + what.label, what.label, kDescription}};
}

std::vector<Cells> cordis_links(const TrueProject& of) {
  std::vector<Cells> rows;
  for (const auto& link : of.links)
    rows.push_back({of.key, link, "", "en", "", "", "projectDeliverable", "corda", kDescription});
  return rows;
}

constexpr std::size_t kPartners = 100;

void append_organisation(Cells& row, const TrueOrganisation& who) {
  row.insert(row.end(),
             {who.name, who.type, fmt::format("{}, {}, {}", who.street, who.post_code, who.city),
              who.region, who.published_country, who.website});
}

std::vector<Cells> erasmus_project(const TrueProject& of) {
  std::string topics;
  for (const auto& what : of.topics) topics += (topics.empty() ? "" : "; ") + what.label;
  std::vector<std::string> countries;
  for (const auto& who : of.organisations) countries.push_back(who.published_country);
  std::ranges::sort(countries);
  const auto repeated = std::ranges::unique(countries);
  countries.erase(repeated.begin(), repeated.end());
  Cells row = {"Erasmus+",
               "Cooperation for innovation and the exchange of good practices",
               of.action,
               std::to_string(of.call_year),
               of.key,
               of.title,
               topics,
               of.summary,
               of.status,
               amount(of.grant_cents),
               of.is_good_practice ? "Yes" : "No",
               of.is_success_story ? "Yes" : "No",
               of.website,
               "No",
               "https://results.example.org/eplus/" + of.key,
               fmt::format("{}", fmt::join(countries, ","))};
  for (const auto& who : of.organisations) append_organisation(row, who);
  row.resize(16 + 6 * (1 + kPartners));
  return {row};
}

Cells erasmus_header() {
  Cells header = {"Programme",
                  "Key Action",
                  "Action Type",
                  "Call year",
                  "Project Identifier",
                  "Project Title",
                  "Topics",
                  "Project Summary",
                  "Project Status",
                  "EU Grant award in euros (This amount represents the grant awarded after the "
                  "selection stage and is indicative. Please note that any changes made during or "
                  "after the project's lifetime will not be reflected here.)",
                  "Is Good Practice",
                  "Is Success Story",
                  "Project Website",
                  "Results Available",
                  "Results Platform Project Card",
                  "Participating countries",
                  "Coordinating organisation name",
                  "Coordinating organisation type",
                  "Coordinator's address",
                  "Coordinator's region",
                  "Coordinator's country",
                  "Coordinator's website"};
  for (std::size_t number = 1; number <= kPartners; ++number) {
    for (const char* what :
         {"name", "organisation type", "address", "region", "country", "website"})
      header.push_back(fmt::format("Partner {} {}", number, what));
  }
  return header;
}

}  // namespace

std::string amount(std::uint64_t cents) {
  if (cents == 0) return {};
  if (cents % 100 == 0) return std::to_string(cents / 100);
  return fmt::format("{}.{:02}", cents / 100, cents % 100);
}

std::vector<OfficialTable> tables_of(Layout layout) {
  if (layout == Layout::erasmus) {
    return {{{.number = 10,
              .name = "erasmus",
              .header = erasmus_header(),
              .amount_column = 9,
              .text_column = 7,
              .has_long_text = true},
             erasmus_project}};
  }
  return {
      {{.number = 1,
        .name = "project",
        .header = {"id",         "acronym",           "status",
                   "title",      "startDate",         "endDate",
                   "totalCost",  "ecMaxContribution", "legalBasis",
                   "topics",     "ecSignatureDate",   "frameworkProgramme",
                   "masterCall", "subCall",           "fundingScheme",
                   "nature",     "objective",         "contentUpdateDate",
                   "rcn",        "grantDoi"},
        .amount_column = 7,
        .date_column = 4,
        .text_column = 16,
        .has_long_text = true},
       cordis_project},
      {{.number = 2,
        .name = "organization",
        .header = {"projectID",
                   "projectAcronym",
                   "organisationID",
                   "vatNumber",
                   "name",
                   "shortName",
                   "SME",
                   "activityType",
                   "street",
                   "postCode",
                   "city",
                   "country",
                   "nutsCode",
                   "geolocation",
                   "organizationURL",
                   "contactForm",
                   "contentUpdateDate",
                   "rcn",
                   "order",
                   "role",
                   "ecContribution",
                   "netEcContribution",
                   "totalCost",
                   "endOfParticipation",
                   "active"},
        .amount_column = 20,
        .text_column = 4},
       cordis_organisations},
      {{.number = 3, .name = "topics", .header = {"projectID", "topic", "title"}, .text_column = 2},
       cordis_topics},
      {{.number = 4,
        .name = "legalBasis",
        .header = {"projectID", "legalBasis", "title", "uniqueProgrammePart"},
        .text_column = 2},
       cordis_legal_basis},
      {{.number = 5,
        .name = "euroSciVoc",
        .header = {"projectID", "euroSciVocCode", "euroSciVocPath", "euroSciVocTitle",
                   "euroSciVocDescription"},
        .text_column = 3},
       cordis_fields},
      {{.number = 6,
        .name = "webLink",
        .header = {"projectID", "physUrl", "id", "availableLanguages", "status", "archivedDate",
                   "type", "source", "represents"},
        .text_column = 1},
       cordis_links},
  };
}

}  // namespace tributary::generator
