#include "http/json/delivery_json.h"

#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::value euro_or_null(const std::optional<Money>& amount) {
  return amount ? json::value(amount->euros()) : json::value(nullptr);
}

json::array costs_json(const std::vector<eco::CostLine>& costs) {
  json::array array;
  for (const auto& line : costs) {
    array.push_back({{"kind", name_of(line.kind)},
                     {"what", line.what},
                     {"amount_eur", line.amount.euros()},
                     {"hours", or_null(line.hours)},
                     {"cost_eur", eco::cost_of(line).euros()}});
  }
  return array;
}

}  // namespace

json::value delivery_json(const std::optional<app::ShownDelivery>& delivery) {
  if (!delivery) return nullptr;
  json::object document{{"costs", costs_json(delivery->costs)},
                        {"has_costs", delivery->has_costs},
                        {"learners", or_null(delivery->learners)},
                        {"sessions_planned", or_null(delivery->sessions_planned)},
                        {"sessions_delivered", or_null(delivery->sessions_delivered)},
                        {"fidelity", or_null(delivery->fidelity)},
                        {"context", delivery->context}};
  document["total_eur"] = euro_or_null(delivery->total);
  document["running_eur"] = euro_or_null(delivery->running);
  document["per_learner_eur"] = euro_or_null(delivery->per_learner);
  return document;
}

}  // namespace tributary::http
