#include "http/page_routes.h"

#include <array>

#include "http/organisation_lookup.h"
#include "http/pages/page.h"
#include "http/query_string.h"
#include "http/static_files.h"

namespace tributary::http {

namespace {

constexpr std::string_view kIndex = "/index.html";
constexpr std::uint32_t kSimilarShown = 10;
constexpr std::string_view kStartTitle = "Tributary: search European projects";

/// Pages that only the interface draws.
constexpr auto kPlainPages = std::to_array<std::string_view>({
    "/",
    "/about",
    "/coverage",
    "/framework",
    "/framework/{number}",
    "/framework/{number}/changes",
    "/framework/{number}/edit",
    "/account",
    "/tasks",
    "/notices",
    "/unsubscribe/{secret}",
    "/sign-in",
    "/sign-up",
    "/confirm",
    "/confirm-mail",
    "/sign-in-link",
    "/forgotten-password",
    "/reset-password",
    "/people",
    "/framework/{number}/applications",
    "/applications",
    "/applications/{code}",
    "/applications/{code}/{number}",
    "/innovations",
    "/innovations/{id}",
    "/innovations/{id}/edit",
    "/innovations/{id}/adoption",
    "/innovations/{id}/evidence",
    "/innovations/{id}/potential",
    "/compare",
    "/protocols/{id}",
    "/pilots/{id}",
    "/pilots/{id}/report",
    "/innovations/{id}/panel",
    "/rubrics",
    "/rubrics/{id}",
    "/rubrics/{id}/ranking",
    "/propose",
    "/providers",
    "/organisation-doubts",
    "/organisations/{id}/history",
    "/partners",
    "/network",
    "/offers",
    "/offers/{id}",
    "/partnership-desk",
    "/messages",
    "/messages/{id}",
    "/confirm-claim",
    "/scouting",
    "/consortium",
    "/hubs",
    "/hubs/{slug}",
    "/hubs/{slug}/edit",
    "/mainstreaming",
    "/mainstreaming/{id}",
    "/aims",
    "/aims/{state}",
});

/// What the page handlers share.
class Site {
 public:
  Site(app::Portal& portal, StaticFiles files, PageTemplate page)
      : portal_(portal), files_(std::move(files)), template_(std::move(page)) {}

  [[nodiscard]] Response plain(int status, std::string_view title) const {
    return rendered(plain_page(std::string(title)), status);
  }

  [[nodiscard]] Outcome<Response> project(const Request& request) const {
    const auto found = portal_.project(request.path_parameter("id"));
    if (!found) return missing(Problem(found.error()));
    const auto similar = portal_.similar(*found, kSimilarShown);
    if (!similar) return std::unexpected(Problem(similar.error()));
    return rendered(project_page(*found, similar->hits, portal_.clock().today()), 200);
  }

  [[nodiscard]] Outcome<Response> organisation(const Request& request) const {
    const auto& id = request.path_parameter("id");
    const auto found = find_organisation(portal_, id);
    if (!found) return missing(found.error());
    if (found->slug != id) {
      return redirect(308, "/organisations/" + percent_encode(found->slug));
    }
    return rendered(organisation_page(*found, portal_.clock().today()), 200);
  }

  /// A file, or the interface saying that there is no such page.
  [[nodiscard]] Outcome<Response> other(const Request& request) const {
    const auto path = TRY(percent_decode(request.path, PlusSign::is_plus, "the path"));
    if (path == kIndex) return redirect(308, "/");
    if (auto file = files_.find(path, request)) return *std::move(file);
    if (path.starts_with("/assets/")) {
      return std::unexpected(Problem(404, "There is no such file."));
    }
    return plain(404, "Page not found – Tributary");
  }

 private:
  [[nodiscard]] Response rendered(const Page& page, int status) const {
    auto response = text_response("text/html; charset=utf-8", template_.render(page));
    response.status = status;
    return response;
  }

  [[nodiscard]] Outcome<Response> missing(const Problem& problem) const {
    if (problem.status == 404) return plain(404, "Page not found – Tributary");
    return std::unexpected(problem);
  }

  app::Portal& portal_;
  const StaticFiles files_;
  const PageTemplate template_;
};

}  // namespace

Result<> add_page_routes(Router& router, app::Portal& portal, const Path& web_root) {
  auto files = TRY(StaticFiles::load(web_root));
  const auto index = files.bytes(kIndex);
  if (!index) return fail(ErrorCode::not_found, "the pages are not built", web_root / "index.html");
  auto page = TRY(in_context((web_root / "index.html").string(), PageTemplate::parse(*index)));
  const auto site = std::make_shared<const Site>(portal, std::move(files), std::move(page));

  const auto add = [&](std::string pattern, Handler handler) {
    router.add({.pattern = std::move(pattern), .handler = std::move(handler)});
  };
  const auto plain = [site](const Request&) -> Outcome<Response> {
    return site->plain(200, kStartTitle);
  };
  for (const auto pattern : kPlainPages) add(std::string(pattern), plain);
  add("/projects/{id}", [site](const Request& request) { return site->project(request); });
  add("/organisations/{id}",
      [site](const Request& request) { return site->organisation(request); });
  router.set_fallback([site](const Request& request) { return site->other(request); });
  return {};
}

}  // namespace tributary::http
