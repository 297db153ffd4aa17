#include "http/feed.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

constexpr std::uint64_t kEntries = 50;

}  // namespace

void add_feed_route(Router& router, app::Ecosystem& ecosystem, const Clock& clock,
                    std::string public_url) {
  router.add({.pattern = "/feed.atom",
              .handler = [&ecosystem, &clock, public_url = std::move(public_url)](
                             const Request& request) -> Outcome<Response> {
                TRY(Parameters(request).refuse_others());
                const auto moves = TRY(ecosystem.newest_moves(kEntries));
                return text_response("application/atom+xml",
                                     atom_feed(moves, public_url, clock.now()));
              }});
}

}  // namespace tributary::http
