// catalogue/importers/column_synonyms.h
//
// What the columns of published lists are called, and what they mean to us. The table in
// column_synonyms.cpp is the documentation of the accepted layouts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tributary::catalogue {

/// The meaning of a column. One list for all tables; each table uses some of them.
enum class Column : std::uint8_t {
  none,
  key,
  // of a project
  acronym,
  title,
  summary,
  framework_programme,
  programme_path,  ///< "Culture\Culture (2007-2013)\Multi-annual Cooperation Projects"
  programme_codes,
  action,
  sub_action,
  key_action,
  call,
  master_call,
  call_year,
  status,
  start,
  end,
  signed_on,
  updated_on,
  grant,
  total_cost,
  website,
  doi,
  rcn,
  good_practice,
  success_story,
  topic_codes,
  topic_labels,
  legal_basis_codes,
  keywords,
  results_card,
  // participants inside a project's row
  coordinator,
  coordinator_country,
  participants,
  // of an organisation, in its own row or in a group of columns
  pic,
  oid,
  vat,
  name,
  short_name,
  sme,
  activity_type,
  type_label,
  street,
  post_code,
  city,
  region,
  country,
  nuts,
  position,
  organisation_website,
  address,  ///< "CAMPUS DE SAN VICENTE RASPEIG 99, 03690, ALICANTE"
  order,
  role,
  contribution,
  net_contribution,
  organisation_total_cost,
  ended_early,
  // of a topic or link in its own row
  code,
  label,
  main_part,
  url,
  link_kind,
  link_title,
};

enum class TableKind : std::uint8_t {
  cordis_project,
  cordis_organization,
  cordis_topics,
  cordis_legal_basis,
  cordis_euro_sci_voc,
  cordis_web_link,
  cordis_deliverables,
  cordis_report_summaries,
  cordis_publications,
  erasmus_projects,
};

/// As in FileTally::kind: "cordis project", "erasmus projects" …
std::string_view name_of(TableKind kind);
/// "cordis" or "erasmus".
std::string_view source_of(TableKind kind);

/// A meaning and the names that columns of that meaning have, separated by ';'. Names are compared
/// folded (folded_name()), and what stands in parentheses is left out.
struct Synonyms {
  Column column;
  std::string_view names;
};

/// The columns of tables of `kind` that we know.
std::span<const Synonyms> synonyms_of(TableKind kind);

/// Of the coordinator's columns in an Erasmus+ list, and of what follows "Partner 7 " there.
std::span<const Synonyms> erasmus_coordinator_synonyms();
std::span<const Synonyms> erasmus_partner_synonyms();

/// What a table must have to be of a kind: each of `all_of` and at least `least` of `some_of`.
struct Signature {
  TableKind kind;
  std::span<const Column> all_of;
  std::span<const Column> some_of;
  std::size_t least;
};

/// In the order in which they are tried.
std::span<const Signature> signatures();

}  // namespace tributary::catalogue
