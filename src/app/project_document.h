// app/project_document.h
//
// How a project becomes a document of the search engine: the schema, as data, and the mapping.
#pragma once

#include "search/document.h"
#include "search/schema.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// The kinds of completions in the index, in the order in which they are shown.
enum class CompletionKind : std::uint16_t { topic, organisation, project };

/// The fields and columns of the project index. `status` is in the schema for the grammar alone: it
/// is computed from the dates on the day of the search (app/status_query.h), so no document carries
/// it.
search::Schema project_schema();

/// The document of `project`; its id is the project's slug. The language of the texts is detected
/// from the summary, or from the title where there is none.
search::Document project_document(const store::StoredProject& project);

/// The same of a project that one record says all about.
search::Document project_document(const catalogue::SourceProject& project);

/// The year that a project is counted under: of its start, else of its call.
std::optional<std::int32_t> project_year(const catalogue::SourceProject& project);

/// Whether a topic of this vocabulary is offered as a facet. Free keywords and programme parts are
/// only searched.
bool is_facet_topic(catalogue::TopicVocabulary vocabulary);

}  // namespace tributary::app
