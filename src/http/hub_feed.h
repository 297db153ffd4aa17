// http/hub_feed.h: the news of a hub as an Atom feed (RFC 4287), each in its own language.
#pragma once

#include <string>
#include <string_view>

#include "app/hubs/hub_desk.h"

namespace tributary::http {

/// Links and the names of entries begin with `public_url`. Only news of `language`; empty: all.
std::string hub_feed(const app::HubView& view, std::string_view language,
                     std::string_view public_url);

}  // namespace tributary::http
