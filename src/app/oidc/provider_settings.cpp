#include "app/oidc/identity_provider.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLongestProviderName = 60;

std::unexpected<Error> unusable(std::string why, std::string option) {
  return fail(ErrorCode::invalid_argument, std::move(why), std::move(option));
}

}  // namespace

Result<> check_provider_settings(const ProviderSettings& settings) {
  if (!is_safe_address(settings.issuer) || settings.issuer.contains('?')) {
    return unusable(
        "an issuer is an address like https://login.example.org/realms/vet; http:// is for one on "
        "this machine alone (127.0.0.1, [::1], localhost)",
        "--oidc-issuer");
  }
  if (settings.client_id.empty()) {
    return unusable("the provider knows this installation by it", "--oidc-client-id");
  }
  if (settings.client_secret.empty()) {
    return unusable("the file with the secret of this client is missing or empty",
                    "--oidc-client-secret-file");
  }
  if (settings.name.empty() || settings.name.size() > kLongestProviderName) {
    return unusable("the name on the button has 1 to 60 bytes", "--oidc-name");
  }
  return {};
}

}  // namespace tributary::app
