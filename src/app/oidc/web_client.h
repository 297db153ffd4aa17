// app/oidc/web_client.h
//
// What is asked of another server over HTTP, and who asks it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace tributary::app {

using FormFields = std::vector<std::pair<std::string, std::string>>;

struct WebRequest {
  std::string address;
  FormFields form;             ///< sent with POST; empty: GET
  std::string name, password;  ///< for Basic; empty: none
  std::string bearer;          ///< a token; empty: none
};

struct WebAnswer {
  int status = 0;
  std::string body;
};

/// Implementations are safe to call from any thread.
class WebClient {
 public:
  virtual ~WebClient() = default;
  /// Errors: `io` where no answer came in time, or one that is too long.
  virtual Result<WebAnswer> ask(const WebRequest& request) = 0;
};

/// "name=value&…", as forms and query strings have it; all but letters, digits and "-._~" are
/// percent-encoded.
std::string form_encoded(const FormFields& fields);
std::string form_encoded(std::string_view text);

/// What another server said, for one line of the log: visible ASCII, at most 100 of it.
std::string for_log(std::string_view text);

/// Whether secrets may be sent to it: "https://host…", or "http://" to this machine itself
/// (127.0.0.1, [::1], localhost), which nobody else reads on the way. An address with a name, a
/// fragment or blanks in it is none.
bool is_safe_address(std::string_view address);

}  // namespace tributary::app
