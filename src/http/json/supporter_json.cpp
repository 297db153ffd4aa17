#include "http/json/supporter_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

json::object supporters_json(const app::SupporterList& list) {
  json::array supporters;
  for (const auto& row : list.rows) {
    json::array states, organisations;
    for (const auto& state : row.states) states.push_back(json::value(state.value));
    for (const auto& [slug, name] : row.organisations) {
      organisations.push_back({{"id", slug}, {"name", name}});
    }
    supporters.push_back({{"since", rfc3339(row.at)},
                          {"name", text_or_null(row.name)},
                          {"is_you", row.is_you},
                          {"member_states", std::move(states)},
                          {"organisations", std::move(organisations)}});
  }
  return {{"total", list.total}, {"supporters", std::move(supporters)}};
}

}  // namespace tributary::http
