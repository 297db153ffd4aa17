#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <iterator>

#include "app/accounts/people.h"
#include "app/ecosystem/ecosystem.h"
#include "app/portal.h"
#include "base/file.h"
#include "cli/api_operation.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "http/api_routes.h"

namespace tributary::cli {
namespace {

void print_operations() {
  for (const auto& operation : api_operations()) {
    fmt::print("{:<28} {}", operation.name, operation.summary);
    std::string parameters;
    for (const auto& name : operation.path_parameters) parameters += ' ' + name + "=…";
    for (const auto& name : operation.query_parameters) parameters += " [" + name + "=…]";
    if (operation.has_body) parameters += " --body FILE";
    fmt::print("{}{}\n", parameters.empty() ? "" : "\n                            ", parameters);
  }
}

/// Of the file, or of standard input where that is "-".
Result<std::string> body_of(const CallOptions& options, const ApiOperation& operation) {
  if (options.body.empty() != operation.has_body) {
    if (options.body == "-") return std::string(std::istreambuf_iterator(std::cin), {});
    return options.body.empty() ? std::string() : read_file(options.body);
  }
  return fail(ErrorCode::invalid_argument,
              operation.has_body ? operation.name + " needs --body with a JSON document"
                                 : operation.name + " takes no body",
              "--body");
}

/// Answers 0 where it was done; what was not is told by the answer.
int print_answer(const http::Response& response) {
  constexpr int kFirstRedirect = 300;
  const bool is_done = response.status < kFirstRedirect;
  for (const auto& header : response.headers) {
    if (header.name == "Location") fmt::print(stderr, "Location: {}\n", header.value);
  }
  if (response.body && !response.body->empty()) {
    fmt::print(is_done ? stdout : stderr, "{}\n", *response.body);
  }
  return is_done ? kSuccess : kFailure;
}

}  // namespace

Result<int> call_command(const CallOptions& options) {
  if (options.list) {
    print_operations();
    return kSuccess;
  }
  const auto operation = TRY(operation_named(options.operation));
  auto request = TRY(request_for(operation, options.parameters));
  request.body = TRY(body_of(options, operation));
  if (operation.has_body) request.headers.push_back({"Content-Type", "application/json"});
  if (const auto token = TRY(token_in(options.token_file)); !token.empty()) {
    request.headers.push_back({"Authorization", "Bearer " + token});
  }
  request.remote_address = "127.0.0.1";

  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  const auto mail = TRY(options.mail.settings());
  const auto people = TRY(app::People::open(data, clock, mail, options.public_url, {}));
  const http::Identity identity(people->desk(), options.public_url);
  http::Metrics metrics;
  http::Router router;
  http::add_api_routes(router, *portal, *ecosystem, *people, identity, metrics, options.public_url);
  return print_answer(router.answer(request));
}

}  // namespace tributary::cli
