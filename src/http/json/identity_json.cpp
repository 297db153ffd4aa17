#include "http/json/identity_json.h"

#include <boost/json/array.hpp>

#include "http/json/organisation_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

constexpr std::size_t kProjectsOfSide = 3;

json::array reasons_json(const std::vector<app::NamedReason>& reasons, bool is_against) {
  json::array names;
  for (const auto& reason : reasons) {
    if (reason.is_against == is_against) names.emplace_back(reason.name);
  }
  return names;
}

json::object decision_json(const app::ToldDecision& told) {
  const auto& decision = told.decision;
  const auto side = [](store::OrganisationId id, const std::string& name) {
    return json::object{{"id", std::to_string(id.value)}, {"name", name}};
  };
  return {{"number", decision.number},
          {"kind", name_of(decision.kind)},
          {"one", side(decision.one, told.one)},
          {"other", side(decision.other, told.other)},
          {"author", name_of(app::author_of(decision))},
          {"person", told.person},
          {"at", rfc3339(decision.at)},
          {"reason", decision.reason},
          {"score", or_null(decision.score)},
          {"reasons_for", reasons_json(told.reasons, false)},
          {"reasons_against", reasons_json(told.reasons, true)},
          {"undoes", or_null(decision.undoes)},
          {"undone_by", or_null(decision.undone_by)}};
}

}  // namespace

json::object resolve_json(const app::ResolveReport& report) {
  return {{"organisations", report.organisations},
          {"compared", report.compared},
          {"merged", report.merged},
          {"doubtful", report.doubtful},
          {"vanished", report.vanished}};
}

json::object doubts_json(const app::DoubtList& list, Date today) {
  json::array pairs;
  for (const auto& pair : list.pairs) {
    pairs.push_back({{"one", organisation_json(pair.one, kProjectsOfSide, today)},
                     {"other", organisation_json(pair.other, kProjectsOfSide, today)},
                     {"score", pair.score},
                     {"reasons_for", reasons_json(pair.reasons, false)},
                     {"reasons_against", reasons_json(pair.reasons, true)}});
  }
  return {{"total", list.total}, {"pairs", std::move(pairs)}};
}

json::object split_json(const app::SplitDone& split) {
  return {
      {"decision", split.decision}, {"made", split.made}, {"participations", split.participations}};
}

json::object decisions_json(const std::vector<app::ToldDecision>& decisions) {
  json::array all;
  for (const auto& told : decisions) all.push_back(decision_json(told));
  return {{"decisions", std::move(all)}};
}

}  // namespace tributary::http
