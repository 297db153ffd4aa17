#include "app/project_document.h"

#include <algorithm>
#include <string_view>

#include "text/language.h"

namespace tributary::app {
namespace {

// The places of fields and columns in the schema below, in its order.
enum TextPlace : std::uint16_t { kTitle, kAcronym, kIdentifier, kKeywords, kOrganisations, kText };
enum ColumnPlace : std::uint16_t {
  kProgramme,
  kAction,
  kCall,
  kCountry,
  kCoordinatorCountry,
  kRegion,
  kTopic,
  kOrganisationType,
  kRole,
  kLanguage,
  kStatus,
  kYear,
  kStart,
  kEnd,
  kGrant,
  kDatesKnown,
  kTitleOrder,
};

/// Collects the parts of a document, leaving out what is empty or said before.
class DocumentBuilder {
 public:
  /// `parts`: topics and participations, of which each brings a few texts and values.
  DocumentBuilder(text::Language language, std::size_t parts) : language_(language) {
    document.texts.reserve(4 + 2 * parts);
    document.labels.reserve(6 + 2 * parts);
    document.completions.reserve(1 + parts);
    document.integers.reserve(5);
  }

  void text(TextPlace field, std::string_view value) {
    if (!value.empty()) document.texts.push_back({field, std::string(value), language_});
  }

  void label(ColumnPlace column, std::string_view value) {
    if (value.empty()) return;
    const auto same = [&](const auto& label) {
      return label.column == column && label.value == value;
    };
    if (std::ranges::none_of(document.labels, same)) {
      document.labels.push_back({column, std::string(value)});
    }
  }

  void completion(CompletionKind kind, std::string_view text, std::string_view id = {}) {
    if (text.empty()) return;
    const auto number = static_cast<std::uint16_t>(kind);
    const auto same = [&](const auto& other) { return other.kind == number && other.text == text; };
    if (std::ranges::any_of(document.completions, same)) return;
    document.completions.push_back({number, std::string(text), std::string(id)});
  }

  void integer(ColumnPlace column, std::int64_t value) {
    document.integers.push_back({column, value});
  }

  search::Document document;

 private:
  text::Language language_;
};

void add_topics(const std::vector<catalogue::Topic>& topics, DocumentBuilder& builder) {
  for (const auto& topic : topics) {
    const auto& shown = topic.label.empty() ? topic.code : topic.label;
    builder.text(kKeywords, shown);
    if (!is_facet_topic(topic.vocabulary)) continue;
    builder.label(kTopic, shown);
    builder.completion(CompletionKind::topic, shown);
  }
}

using Participations = std::vector<const catalogue::Participation*>;

/// In the order in which they are shown.
void add_participations(const Participations& participations, DocumentBuilder& builder) {
  for (const auto* participation : participations) {
    const auto& organisation = participation->organisation;
    builder.text(kOrganisations, organisation.name);
    builder.text(kOrganisations, organisation.short_name);
    builder.completion(CompletionKind::organisation, organisation.name);
    builder.label(kCountry, organisation.country);
    builder.label(kRegion, organisation.nuts);
    builder.label(kRegion, organisation.region);
    if (organisation.type != catalogue::OrganisationType::unknown) {
      builder.label(kOrganisationType, catalogue::name_of(organisation.type));
    }
    if (participation->role != catalogue::Role::unknown) {
      builder.label(kRole, catalogue::name_of(participation->role));
    }
    if (participation->role == catalogue::Role::coordinator) {
      builder.label(kCoordinatorCountry, organisation.country);
    }
  }
}

search::Document document_of(std::string slug, const catalogue::SourceProject& project,
                             const Participations& participations) {
  const auto language =
      text::detect_language(project.summary.empty() ? project.title : project.summary);

  DocumentBuilder builder(language,
                          (project.topics ? project.topics->size() : 0) + participations.size());
  builder.document.id = std::move(slug);
  builder.text(kTitle, project.title);
  builder.text(kAcronym, project.acronym);
  builder.completion(CompletionKind::project, project.title, builder.document.id);
  builder.text(kIdentifier, project.key);
  builder.text(kText, project.summary);
  if (project.topics) add_topics(*project.topics, builder);
  add_participations(participations, builder);

  builder.label(kProgramme, project.programme);
  builder.label(kAction, project.action);
  builder.label(kCall, project.call);
  builder.label(kLanguage, text::code_of(language));
  builder.label(kTitleOrder, project.title.empty() ? project.acronym : project.title);

  if (const auto year = project_year(project)) builder.integer(kYear, *year);
  if (project.start) builder.integer(kStart, project.start->days_since_epoch());
  if (project.end) builder.integer(kEnd, project.end->days_since_epoch());
  builder.integer(kDatesKnown, (project.start ? 1 : 0) + (project.end ? 1 : 0));
  if (project.grant) builder.integer(kGrant, project.grant->cents);
  return std::move(builder.document);
}

}  // namespace

search::Schema project_schema() {
  using enum search::ColumnKind;
  using enum search::IntegerMeaning;
  search::Schema schema;
  // All but the text are short, so that lists of their own cost little (decision 0010). Projects
  // are similar by what they are about, not by who takes part and how they are numbered.
  schema.text_fields = {
      {.name = "title", .weight = 2.5F, .length_normalisation = 0.5F, .has_own_lists = true},
      {.name = "acronym", .weight = 2.5F, .length_normalisation = 0.5F, .has_own_lists = true},
      {.name = "identifier",
       .weight = 1.0F,
       .length_normalisation = 0.5F,
       .has_own_lists = true,
       .is_topical = false},
      {.name = "keywords", .weight = 2.0F, .length_normalisation = 0.75F, .has_own_lists = true},
      {.name = "organisation",
       .weight = 1.0F,
       .length_normalisation = 0.75F,
       .has_own_lists = true,
       .is_topical = false},
      {.name = "text", .weight = 1.0F, .length_normalisation = 0.75F},
  };
  schema.columns = {
      {.name = "programme", .kind = labels},
      {.name = "action", .kind = labels},
      {.name = "call", .kind = labels},
      {.name = "country", .kind = labels},
      {.name = "coordinator_country", .kind = labels, .label = "country of the coordinator"},
      {.name = "region", .kind = labels},
      {.name = "topic", .kind = labels},
      {.name = "organisation_type", .kind = labels, .label = "type of organisation"},
      {.name = "role", .kind = labels},
      {.name = "language", .kind = labels},
      {.name = "status", .kind = labels},
      {.name = "year", .kind = integer},
      {.name = "start", .kind = integer, .meaning = date},
      {.name = "end", .kind = integer, .meaning = date},
      {.name = "grant", .kind = integer, .meaning = money_cents},
      {.name = "dates_known", .kind = integer},
      {.name = "title_order", .kind = text},
  };
  schema.aliases = {{"org", "organisation"},  {"organization", "organisation"},
                    {"id", "identifier"},     {"type", "organisation_type"},
                    {"budget", "grant"},      {"coordinator", "coordinator_country"},
                    {"program", "programme"}, {"summary", "text"}};
  return schema;
}

std::optional<std::int32_t> project_year(const catalogue::SourceProject& project) {
  if (project.start) return project.start->year();
  return project.call_year;
}

bool is_facet_topic(catalogue::TopicVocabulary vocabulary) {
  return vocabulary == catalogue::TopicVocabulary::euro_sci_voc ||
         vocabulary == catalogue::TopicVocabulary::erasmus_topic;
}

search::Document project_document(const store::StoredProject& project) {
  Participations participations;
  for (const auto& each : project.participations) participations.push_back(&each.as_published);
  return document_of(project.slug, project.merged, participations);
}

search::Document project_document(const catalogue::SourceProject& project) {
  Participations participations;
  if (project.participations) {
    for (const auto& each : *project.participations) participations.push_back(&each);
    std::ranges::stable_sort(participations, {},
                             [](const auto* each) { return store::place_shown(*each); });
  }
  return document_of(store::project_slug(project), project, participations);
}

}  // namespace tributary::app
