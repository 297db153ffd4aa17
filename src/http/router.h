// http/router.h
//
// Finds the handler of a request.
//
//   Router router;
//   router.add({.pattern = "/api/v1/projects/{id}", .handler = …});
//   Response response = router.answer(request);
//
// A placeholder matches one segment, percent-decoded after the split, so "%2F" never divides. A
// route for GET answers HEAD too; OPTIONS is answered for every path. Thread rule: add first, then
// answer from any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

using Handler = std::function<Outcome<Response>(const Request&)>;

enum class Execution : std::uint8_t {
  on_worker,    ///< may read the disk or take long
  immediately,  ///< microseconds, and answered even when all workers are busy
  waiting,      ///< for another server: by threads of its own, so that no worker waits with it
};

/// What a route may be sent besides a body in memory: a file, kept on the disk while it comes and
/// while it is answered.
struct Upload {
  std::string content_type;  ///< "text/csv"; anything else is a body
  std::size_t limit_bytes = 0;
  std::function<Outcome<void>(const Request&)> admit;  ///< asked before anything of it is read
};

struct Route {
  Method method = Method::get;
  std::string pattern;  ///< "/a/{b}"; the whole path, no trailing slash
  Handler handler;
  Execution execution = Execution::on_worker;
  std::optional<Upload> upload = {};
};

class Router {
 public:
  void add(Route route);

  /// Answers what no route matches (the method is GET or HEAD and the path is outside /api/).
  void set_fallback(Handler handler) { fallback_ = std::move(handler); }

  /// The route of `request`'s path and method; null where there is none.
  [[nodiscard]] const Route* find(const Request& request) const;

  /// What stands in place of the placeholders of its route. REQUIRES: there is one.
  [[nodiscard]] Outcome<std::vector<Parameter>> placeholders_of(const Request& request) const;

  /// The handler's answer, or the problem: 400 for what cannot be decoded, 404, 405 with Allow.
  /// Exceptions of a handler become a 500.
  [[nodiscard]] Response answer(Request& request) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  Outcome<Response> dispatch(Request& request) const;

  std::vector<Route> routes_;
  Handler fallback_;
};

}  // namespace tributary::http
