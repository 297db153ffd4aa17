// http/notice_feed.h: one's own notices as an Atom feed (RFC 4287).
#pragma once

#include <string>
#include <string_view>

#include "app/notices/notice_desk.h"

namespace tributary::http {

/// In the language of the person. `path` is that of the feed; links begin with `public_url`.
std::string notice_feed(const app::NoticePage& page, std::string_view public_url,
                        std::string_view path);

}  // namespace tributary::http
