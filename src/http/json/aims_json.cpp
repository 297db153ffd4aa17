#include "http/json/aims_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::object figure_json(const app::ShownFigure& figure) {
  return {{"year", figure.year},         {"value", or_null(figure.value)},
          {"as_of", figure.as_of.iso()}, {"source", figure.source},
          {"heard", figure.heard_from},  {"in_scope", or_null(figure.in_scope)},
          {"rows", figure.row_count}};
}

json::object figure_name_json(eco::AimFigure figure) {
  return {{"figure", name_of(figure)},
          {"measure", name_of(figure.measure)},
          {"part", text_or_null(std::string(part_name(figure)))},
          {"unit", name_of(unit_of(figure.measure))}};
}

json::value scope_json(const std::optional<store::ProviderScope>& scope) {
  if (!scope) return nullptr;
  return json::object{
      {"providers", scope->providers}, {"day", scope->day.iso()}, {"source", scope->source}};
}

json::object aim_row_json(const app::AimRow& row) {
  json::array names;
  for (const auto& [subject, id, slug, name] : row.names) {
    names.push_back(
        {{"kind", name_of(subject)}, {"id", id}, {"slug", text_or_null(slug)}, {"name", name}});
  }
  return {{"names", names}, {"value", or_null(row.value)}};
}

}  // namespace

json::object aim_states_json(const std::vector<app::AimsOfState>& states, Date as_of) {
  json::array list;
  for (const auto& state : states) {
    list.push_back({{"state", state.state.value},
                    {"vet_providers_in_catalogue", state.vet_providers_in_catalogue},
                    {"providers_listed", state.providers_listed},
                    {"providers_in_scope", or_null(state.providers_in_scope)},
                    {"providers_answered", state.providers_answered}});
  }
  json::object document{{"states", std::move(list)}};
  tell_origin(document, as_of,
              "organisations of the catalogue by the type that their sources stated, the list of "
              "providers, their answers, and how many the state said that it has");
  return document;
}

json::object aims_json(const app::AimsView& view) {
  json::array contribution, incidence;
  for (const auto& [figure, shown] : view.series) {
    auto series = figure_name_json(figure);
    json::array years;
    for (const auto& year : shown) years.push_back(figure_json(year));
    series["years"] = std::move(years);
    auto& aim = aim_of(figure.measure) == eco::Aim::contribution ? contribution : incidence;
    aim.push_back(std::move(series));
  }
  return {{"state", view.state.value},
          {"from", view.from},
          {"to", view.to},
          {"scope", scope_json(view.scope)},
          {"contribution", contribution},
          {"incidence", incidence}};
}

json::object aim_rows_json(const eco::StateCode& state, const app::AimRowsPage& page) {
  auto document = figure_name_json(page.figure.figure);
  document["state"] = state.value;
  for (auto& member : figure_json(page.figure)) document[member.key()] = std::move(member.value());
  document["total"] = document["rows"];
  json::array rows;
  for (const auto& row : page.figure.rows) rows.push_back(aim_row_json(row));
  document["rows"] = std::move(rows);
  document["next_cursor"] = text_or_null(page.next_cursor);
  return document;
}

json::object vet_providers_json(const eco::StateCode& state, const app::VetProvidersPage& page,
                                Date as_of) {
  json::array organisations;
  for (const auto& organisation : page.organisations) {
    organisations.push_back({{"id", organisation.slug},
                             {"name", organisation.name},
                             {"stated_type", text_or_null(organisation.type_label)}});
  }
  json::object document{{"state", state.value},
                        {"total", page.total},
                        {"organisations", std::move(organisations)},
                        {"next_cursor", text_or_null(page.next_cursor)}};
  tell_origin(document, as_of,
              "organisations of the catalogue by the type that their sources stated, and the list "
              "of providers");
  return document;
}

json::object provider_answers_json(const std::vector<app::AnswerView>& answers, Date as_of) {
  json::array list;
  for (const auto& [stored, provider_name] : answers) {
    const auto& answer = stored.stated.answer;
    json::array innovations;
    for (const auto& [implemented, type, novelty] : answer.innovations) {
      innovations.push_back({{"implemented", implemented.iso()},
                             {"type", name_of(type)},
                             {"novelty", name_of(novelty)}});
    }
    list.push_back({{"provider", {{"id", answer.provider.value}, {"name", provider_name}}},
                    {"answered", answer.answered.iso()},
                    {"learners", or_null(stored.stated.learners)},
                    {"learners_reached", or_null(stored.stated.reached)},
                    {"innovations", innovations},
                    {"source", stored.source},
                    {"revision", stored.revision.value},
                    {"changed", rfc3339(stored.changed)}});
  }
  json::object document{{"total", answers.size()}, {"answers", std::move(list)}};
  tell_origin(document, as_of, "answers of providers, each with its own source");
  return document;
}

}  // namespace tributary::http
