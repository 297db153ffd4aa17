// app/partnership/partnership_texts.h
//
// The words of the mails of claims and conversations, in the language of who gets them. They are
// plain text, come from the installation's own address and name no other one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/mail/mail.h"

namespace tributary::app {

/// `link` is a whole address.
Mail claim_mail(std::string_view language, std::string to, std::string_view organisation,
                std::string_view link);

enum class RelayMail : std::uint8_t {
  first_contact,  ///< to the organisation
  message,        ///< in a conversation that is open
  declined,       ///< to who asked
};

struct RelayMailFacts {
  std::string from;          ///< who writes: a person, or an organisation
  std::string organisation;  ///< that was asked
  std::string subject;       ///< one line
  std::string text;          ///< empty: none
  std::string link;          ///< the page where it is answered
};

Mail relay_mail(RelayMail kind, std::string_view language, std::string to,
                const RelayMailFacts& facts);

}  // namespace tributary::app
