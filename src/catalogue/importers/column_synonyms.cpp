#include "catalogue/importers/column_synonyms.h"

namespace tributary::catalogue {
namespace {

// ---- CORDIS -----------------------------------------------------------------------------------

// project.csv since 2021 and the one-file lists before (cordis-h2020projects.csv …), the dumps of
// the fourth framework programme and older with names in words, and extracts with these names.
constexpr Synonyms kCordisProject[] = {
    {Column::key, "id; reference; projectID; Contract Number"},
    {Column::acronym, "acronym; Project Acronym"},
    {Column::title, "title; Project Title"},
    {Column::summary, "objective; Objectives"},
    {Column::framework_programme, "frameworkProgramme"},
    {Column::programme_codes, "programme; PGA"},
    {Column::legal_basis_codes, "legalBasis"},
    {Column::topic_codes, "topics"},
    {Column::call, "subCall; call; Project Call"},
    {Column::master_call, "masterCall"},
    {Column::action, "fundingScheme; Contract Type"},
    {Column::status, "status"},
    {Column::start, "startDate"},
    {Column::end, "endDate"},
    {Column::signed_on, "ecSignatureDate; Date of Signature"},
    {Column::updated_on, "contentUpdateDate"},
    {Column::grant, "ecMaxContribution; Total Funding"},
    {Column::total_cost, "totalCost"},
    {Column::website, "projectUrl; Project Website"},
    {Column::doi, "grantDoi"},
    {Column::rcn, "rcn"},
    {Column::keywords, "keywords; subjects; Subject"},
    {Column::coordinator, "coordinator"},
    {Column::coordinator_country, "coordinatorCountry"},
    {Column::participants, "participants"},
};

// organization.csv since 2021, the organisation files before (projectRcn;projectID;…;id;name), and
// extracts. Contact persons and contact forms are not taken.
constexpr Synonyms kCordisOrganization[] = {
    {Column::key, "projectID"},
    {Column::acronym, "projectAcronym"},
    {Column::pic, "organisationID; id; pic"},
    {Column::vat, "vatNumber"},
    {Column::name, "name"},
    {Column::short_name, "shortName"},
    {Column::sme, "SME"},
    {Column::activity_type, "activityType"},
    {Column::street, "street"},
    {Column::post_code, "postCode"},
    {Column::city, "city"},
    {Column::country, "country"},
    {Column::nuts, "nutsCode"},
    {Column::position, "geolocation"},
    {Column::organisation_website, "organizationURL; organisationURL"},
    {Column::order, "order"},
    {Column::role, "role"},
    {Column::contribution, "ecContribution"},
    {Column::net_contribution, "netEcContribution"},
    {Column::organisation_total_cost, "totalCost"},
    {Column::ended_early, "endOfParticipation"},
};

constexpr Synonyms kCordisTopics[] = {
    {Column::key, "projectID"},
    {Column::code, "topic"},
    {Column::label, "title"},
};

// Several rows a project; the one with uniqueProgrammePart is its place in the programme.
constexpr Synonyms kCordisLegalBasis[] = {
    {Column::key, "projectID"},
    {Column::code, "legalBasis"},
    {Column::label, "title"},
    {Column::main_part, "uniqueProgrammePart"},
};

constexpr Synonyms kCordisEuroSciVoc[] = {
    {Column::key, "projectID"},
    {Column::code, "euroSciVocPath"},
    {Column::label, "euroSciVocTitle"},
};

constexpr Synonyms kCordisWebLink[] = {
    {Column::key, "projectID"},
    {Column::url, "physUrl"},
    {Column::link_kind, "type"},
};

constexpr Synonyms kCordisDeliverables[] = {
    {Column::key, "projectID"},
    {Column::acronym, "projectAcronym"},
    {Column::link_title, "title"},
    {Column::url, "url"},
    {Column::link_kind, "deliverableType"},
};

// The title ends with the project's own in brackets; `attachment` is a path on the CORDIS site.
constexpr Synonyms kCordisReportSummaries[] = {
    {Column::key, "projectID"},    {Column::acronym, "projectAcronym"},
    {Column::link_title, "title"}, {Column::url, "attachment"},
    {Column::code, "id"},
};

constexpr Synonyms kCordisPublications[] = {
    {Column::key, "projectID"}, {Column::acronym, "projectAcronym"},  {Column::link_title, "title"},
    {Column::url, "doi"},       {Column::link_kind, "isPublishedAs"},
};

// ---- Erasmus+ and its sister programmes -------------------------------------------------------

// One list for each key action, and the lists of Creative Europe, Culture, Lifelong Learning,
// Youth in Action, Tempus, Erasmus Mundus, cooperation with industrialised countries and Sport.
constexpr Synonyms kErasmusProjects[] = {
    {Column::key, "Project Identifier; Project Number; Project Reference"},
    {Column::acronym, "Project Acronym; Acronym"},
    {Column::title, "Project Title"},
    {Column::summary, "Project Summary; Summary"},
    {Column::framework_programme, "Programme"},
    {Column::programme_path, "Programme Funding"},
    {Column::key_action, "Key Action; Sub-programme"},
    {Column::action, "Action Type; Action"},
    {Column::sub_action, "Activity type"},
    {Column::call_year, "Call year; Funding Year"},
    {Column::status, "Project Status"},
    {Column::start, "Start date; Project Start Date"},
    {Column::end, "End date; Project End Date"},
    {Column::grant, "EU Grant award in euros; EU Grant award; EU Grant"},
    {Column::topic_labels, "Topics; Project Topics"},
    {Column::good_practice, "Is Good Practice"},
    {Column::success_story, "Is Success Story"},
    {Column::website, "Project Website"},
    {Column::results_card, "Results Platform Project Card"},
};

constexpr Synonyms kErasmusCoordinator[] = {
    {Column::name, "Coordinating organisation name; Coordinator's name; Coordinator name"},
    {Column::type_label,
     "Coordinating organisation type; Coordinator organisation type; "
     "Coordinator's organisation type"},
    {Column::address, "Coordinator's address; Coordinating organisation address"},
    {Column::region, "Coordinator's region; Coordinating organisation region"},
    {Column::country, "Coordinator's country; Coordinating organisation country"},
    {Column::organisation_website, "Coordinator's website; Coordinating organisation website"},
    {Column::oid, "Coordinator's OID; Coordinating organisation OID"},
    {Column::pic, "Coordinator's PIC; Coordinating organisation PIC"},
};

// After "Partner 1 ", "Partner 2 " …: as many groups as the header has.
constexpr Synonyms kErasmusPartner[] = {
    {Column::name, "name; organisation name"},
    {Column::type_label, "organisation type; type"},
    {Column::address, "address"},
    {Column::region, "region"},
    {Column::country, "country"},
    {Column::organisation_website, "website"},
    {Column::oid, "OID"},
    {Column::pic, "PIC"},
};

// ---- How tables are told apart ----------------------------------------------------------------

constexpr Column kKeyAndTitle[] = {Column::key, Column::title};
constexpr Column kKeyAndAcronym[] = {Column::key, Column::acronym};
constexpr Column kOnlyCordis[] = {
    Column::framework_programme,
    Column::legal_basis_codes,
    Column::topic_codes,
    Column::master_call,
    Column::action,
    Column::grant,
    Column::doi,
    Column::rcn,
    Column::summary,
    Column::acronym,
};
constexpr Column kOrganization[] = {Column::key, Column::name};
constexpr Column kOnlyOrganization[] = {Column::role, Column::pic, Column::activity_type,
                                        Column::contribution};
constexpr Column kKeyAndCode[] = {Column::key, Column::code};
constexpr Column kLegalBasis[] = {Column::key, Column::code, Column::main_part};
constexpr Column kKeyAndUrl[] = {Column::key, Column::url};
constexpr Column kLinkRow[] = {Column::key, Column::url, Column::link_title, Column::link_kind};
constexpr Column kReportRow[] = {Column::key, Column::url, Column::link_title};
constexpr Column kOnlyErasmus[] = {
    Column::framework_programme, Column::programme_path, Column::key_action, Column::action,
    Column::topic_labels,        Column::results_card,   Column::grant,      Column::call_year,
    Column::good_practice,       Column::success_story,
};

constexpr Signature kSignatures[] = {
    {TableKind::erasmus_projects, kKeyAndTitle, kOnlyErasmus, 3},
    {TableKind::cordis_euro_sci_voc, kKeyAndCode, {}, 0},
    {TableKind::cordis_legal_basis, kLegalBasis, {}, 0},
    {TableKind::cordis_deliverables, kLinkRow, {}, 0},
    {TableKind::cordis_publications, kLinkRow, {}, 0},
    {TableKind::cordis_report_summaries, kReportRow, {}, 0},
    {TableKind::cordis_web_link, kKeyAndUrl, {}, 0},
    {TableKind::cordis_organization, kOrganization, kOnlyOrganization, 2},
    {TableKind::cordis_topics, kKeyAndCode, {}, 0},
    {TableKind::cordis_project, kKeyAndTitle, kOnlyCordis, 3},
    {TableKind::cordis_project, kKeyAndAcronym, kOnlyCordis, 5},
};

}  // namespace

std::string_view name_of(TableKind kind) {
  switch (kind) {
    case TableKind::cordis_project:
      return "cordis project";
    case TableKind::cordis_organization:
      return "cordis organization";
    case TableKind::cordis_topics:
      return "cordis topics";
    case TableKind::cordis_legal_basis:
      return "cordis legalBasis";
    case TableKind::cordis_euro_sci_voc:
      return "cordis euroSciVoc";
    case TableKind::cordis_web_link:
      return "cordis webLink";
    case TableKind::cordis_deliverables:
      return "cordis projectDeliverables";
    case TableKind::cordis_report_summaries:
      return "cordis reportSummaries";
    case TableKind::cordis_publications:
      return "cordis projectPublications";
    case TableKind::erasmus_projects:
      return "erasmus projects";
  }
  return "unknown";
}

std::string_view source_of(TableKind kind) {
  return kind == TableKind::erasmus_projects ? "erasmus" : "cordis";
}

std::span<const Synonyms> synonyms_of(TableKind kind) {
  switch (kind) {
    case TableKind::cordis_project:
      return kCordisProject;
    case TableKind::cordis_organization:
      return kCordisOrganization;
    case TableKind::cordis_topics:
      return kCordisTopics;
    case TableKind::cordis_legal_basis:
      return kCordisLegalBasis;
    case TableKind::cordis_euro_sci_voc:
      return kCordisEuroSciVoc;
    case TableKind::cordis_web_link:
      return kCordisWebLink;
    case TableKind::cordis_deliverables:
      return kCordisDeliverables;
    case TableKind::cordis_report_summaries:
      return kCordisReportSummaries;
    case TableKind::cordis_publications:
      return kCordisPublications;
    case TableKind::erasmus_projects:
      return kErasmusProjects;
  }
  return {};
}

std::span<const Synonyms> erasmus_coordinator_synonyms() { return kErasmusCoordinator; }
std::span<const Synonyms> erasmus_partner_synonyms() { return kErasmusPartner; }
std::span<const Signature> signatures() { return kSignatures; }

}  // namespace tributary::catalogue
