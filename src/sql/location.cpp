#include "sql/location.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace tributary::sql {
namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

std::unexpected<Error> not_understood() {
  return fail(ErrorCode::invalid_argument,
              "the address of the database is not understood: it is the path of a file or "
              "postgresql://user:password@host:port/name, and in user and password : / ? # [ ] @ % "
              "are written %3A %2F %3F %23 %5B %5D %40 %25");
}

std::string value_of(const PQconninfoOption* options, std::string_view keyword) {
  for (; options->keyword != nullptr; ++options) {
    if (keyword == options->keyword) return options->val == nullptr ? "" : options->val;
  }
  return {};
}

}  // namespace

Result<Location> Location::parse(std::string_view text) {
  if (!text.starts_with("postgresql://") && !text.starts_with("postgres://")) {
    if (text.empty() || text.contains("://")) return not_understood();
    return Location(Path(text));
  }
  Location location;
  location.address_ = text;
  char* reason = nullptr;  // not passed on: it may repeat a piece of the password
  const Options options(PQconninfoParse(location.address_.c_str(), &reason), &PQconninfoFree);
  PQfreemem(reason);
  if (!options) return not_understood();

  const auto host = value_of(options.get(), "host");
  const auto port = value_of(options.get(), "port");
  const auto name = value_of(options.get(), "dbname");
  // A password with a bare @ or / in it has its rest end up in one of these.
  const bool is_number =
      std::ranges::all_of(port, [](char c) { return c == ',' || (c >= '0' && c <= '9'); });
  if (host.contains('@') || !is_number || name.find_first_of("@/") != std::string::npos) {
    return not_understood();
  }
  const auto user = value_of(options.get(), "user");
  location.shown_ = "postgresql://" + user + (user.empty() ? "" : "@") + host +
                    (port.empty() ? "" : ":" + port) + "/" + name;
  return location;
}

}  // namespace tributary::sql
