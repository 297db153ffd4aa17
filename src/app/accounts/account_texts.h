// app/accounts/account_texts.h
//
// The words of the mails to people with accounts, in their language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/mail/mail.h"

namespace tributary::app {

enum class AccountMail : std::uint8_t {
  confirm,         ///< the address of a new account, or a new address
  already_known,   ///< somebody signed up with the address of an account
  reset_password,  ///< was asked for
};

/// Whether mails are written in it: "en", "de", "el".
bool is_mail_language(std::string_view language);

/// In English where the language is another. `link` is a whole address.
Mail account_mail(AccountMail kind, std::string_view language, std::string to,
                  std::string_view link);

}  // namespace tributary::app
