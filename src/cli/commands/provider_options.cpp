#include "base/file.h"
#include "cli/commands/commands.h"

namespace tributary::cli {

Result<std::optional<app::ProviderSettings>> ProviderOptions::settings(
    const std::string& public_url) const {
  if (issuer.empty()) {
    if (client_id.empty() && client_secret_file.empty() && name.empty()) return std::nullopt;
    return fail(ErrorCode::invalid_argument, "the other options of the provider need it",
                "--oidc-issuer");
  }
  if (public_url.empty()) {
    return fail(ErrorCode::invalid_argument,
                "the provider sends people back there, so it has to be given", "--public-url");
  }
  app::ProviderSettings settings{.issuer = issuer, .client_id = client_id, .client_secret = {}};
  if (!name.empty()) settings.name = name;
  if (!client_secret_file.empty()) {
    settings.client_secret =
        TRY(in_context("--oidc-client-secret-file", read_file(client_secret_file)));
    const auto end = settings.client_secret.find_first_of("\r\n");  // an editor's last line break
    if (end != std::string::npos) settings.client_secret.resize(end);
  }
  TRY(app::check_provider_settings(settings));
  return settings;
}

}  // namespace tributary::cli
