#include "app/mail/outbox_folder.h"

#include "app/accounts/secrets.h"

namespace tributary::app {

Result<> OutboxFolder::carry(const Mail& mail) {
  std::error_code failure;
  std::filesystem::create_directories(folder_, failure);
  if (!failure) {
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, failure);
  }
  if (failure) return fail(ErrorCode::io, failure.message(), folder_.string());
  const auto now = clock_.now();
  const auto name = rfc3339(now) + "-" + new_secret().substr(0, 12);
  return write_file_atomically(folder_ / (name + ".eml"),
                               rfc5322(mail, from_, now, name + "@tributary"));
}

}  // namespace tributary::app
