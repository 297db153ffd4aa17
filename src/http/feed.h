// http/feed.h: public moves as an Atom feed (RFC 4287), whose texts are English.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/public_moves.h"

namespace tributary::http {

/// Links and the names of entries begin with `public_url`, so that a name stays the same as long as
/// the address of the server does. A feed without entries was updated at `otherwise`.
std::string atom_feed(std::span<const store::PublicMove> moves, std::string_view public_url,
                      Timestamp otherwise);

}  // namespace tributary::http
