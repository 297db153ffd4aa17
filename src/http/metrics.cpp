#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace tributary::http {

namespace {

// From a cached answer to the slowest search that anybody waits for.
const prometheus::Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                       0.05,   0.1,   0.25,   0.5,   1,    2.5};

template <class Builder>
auto& family(prometheus::Registry& registry, Builder builder, const char* name, const char* help) {
  return builder.Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      family(registry, prometheus::BuildCounter(), "tributary_http_requests_total",
             "Requests answered, by route, method and status.");
  prometheus::Family<prometheus::Histogram>& durations =
      family(registry, prometheus::BuildHistogram(), "tributary_http_request_duration_seconds",
             "Time from the routed request to its prepared answer, by route and status.");
  prometheus::Family<prometheus::Counter>& refusals =
      family(registry, prometheus::BuildCounter(), "tributary_http_refusals_total",
             "Requests refused before routing (limits, overload), by status.");
  prometheus::Gauge& connections =
      family(registry, prometheus::BuildGauge(), "tributary_http_connections_open",
             "Connections that are open now.")
          .Add({});
  prometheus::Gauge& projects = family(registry, prometheus::BuildGauge(),
                                       "tributary_index_projects", "Projects that can be searched.")
                                    .Add({});
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view route, Method method, int status,
                            std::chrono::duration<double> took) {
  const std::string route_label(route);
  const std::string status_label = std::to_string(status);
  state_->requests
      .Add({{"route", route_label},
            {"method", std::string(name_of(method))},
            {"status", status_label}})
      .Increment();
  state_->durations.Add({{"route", route_label}, {"status", status_label}}, kSeconds)
      .Observe(took.count());
}

void Metrics::count_refusal(int status) {
  state_->refusals.Add({{"status", std::to_string(status)}}).Increment();
}

void Metrics::connection_opened() { state_->connections.Increment(); }
void Metrics::connection_closed() { state_->connections.Decrement(); }
void Metrics::set_projects(std::uint64_t count) {
  state_->projects.Set(static_cast<double>(count));
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace tributary::http
