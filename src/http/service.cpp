#include "http/service.h"

#include <chrono>

#include "http/delivery.h"

namespace tributary::http {

Response Service::answer(Request& request) const {
  const auto began = std::chrono::steady_clock::now();
  const auto* const route = router_.find(request);
  auto response = router_.answer(request);
  prepare_for_delivery(request, response);
  metrics_.count_request(route != nullptr ? route->pattern : "other", request.method,
                         response.status, std::chrono::steady_clock::now() - began);
  return response;
}

Response Service::refuse(const Problem& problem) const {
  metrics_.count_refusal(problem.status);
  auto response = problem_response(problem);
  // What was asked is not known, or not trusted: as if for the API, whose errors any page may read.
  Request request;
  request.path = "/api/";
  prepare_for_delivery(request, response);
  return response;
}

const Upload* Service::upload_of(const Request& request) const {
  const auto* const route = router_.find(request);
  if (route == nullptr || !route->upload) return nullptr;
  const auto sent = request.header("Content-Type");
  const auto type = sent.substr(0, sent.find_first_of("; "));
  return equal_ignoring_case(type, route->upload->content_type) ? &*route->upload : nullptr;
}

Outcome<void> Service::admit(const Upload& upload, Request& request) const {
  request.path_parameters = TRY(router_.placeholders_of(request));
  return upload.admit(request);
}

Execution Service::execution_of(const Request& request) const {
  const auto* const route = router_.find(request);
  return route != nullptr ? route->execution : Execution::on_worker;
}

}  // namespace tributary::http
