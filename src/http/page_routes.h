// http/page_routes.h
#pragma once

#include "app/portal.h"
#include "base/file.h"
#include "base/result.h"
#include "http/router.h"

namespace tributary::http {

/// The pages of the browser interface and its files, from `web_root`; paths that no page has are
/// answered with the interface and status 404. Errors: those of StaticFiles and PageTemplate,
/// naming the file.
Result<> add_page_routes(Router& router, app::Portal& portal, const Path& web_root);

}  // namespace tributary::http
