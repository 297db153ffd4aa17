#include "http/openapi_document.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

void add_openapi_route(Router& router) {
  router.add({.pattern = "/api/v1/openapi.json",
              .handler = [document = std::make_shared<const std::string>(openapi_document())](
                             const Request& request) -> Outcome<Response> {
                TRY(Parameters(request).refuse_others());
                return Response{.content_type = "application/json", .body = document};
              },
              .execution = Execution::immediately});
}

}  // namespace tributary::http
