#include "http/server.h"

#include "http/api_routes.h"
#include "http/internal/beast_server.h"
#include "http/metrics.h"
#include "http/page_routes.h"
#include "http/service.h"

namespace tributary::http {

struct Server::State {
  std::unique_ptr<Metrics> metrics;  // outlive, in this order, what uses them
  std::unique_ptr<Identity> identity;
  std::unique_ptr<Service> service;
  std::unique_ptr<internal::BeastServer> transport;
};

Result<std::unique_ptr<Server>> Server::start(app::Portal& portal, app::Ecosystem& ecosystem,
                                              app::People& people, const ServerOptions& options) {
  auto state = std::make_unique<State>();
  state->metrics = std::make_unique<Metrics>();
  state->identity = std::make_unique<Identity>(people.desk(), options.public_url);
  Router router;
  add_api_routes(router, portal, ecosystem, people, *state->identity, *state->metrics,
                 options.public_url);
  if (!options.web_root.empty()) TRY(add_page_routes(router, portal, options.web_root));
  state->service = std::make_unique<Service>(std::move(router), portal.clock(), *state->metrics);
  state->transport = TRY(internal::BeastServer::start(*state->service, options));
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return state_->transport->port(); }
void Server::stop() { state_->transport->stop(); }
void Server::wait() { state_->transport->wait(); }

}  // namespace tributary::http
