// store/accounts/identity_provider_schema.h: signing in through another organisation, one migration
// of schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kIdentityProviderSchema = R"sql(
-- By what a provider (its issuer) knows the person of an account: provider_identities.h. They go with
-- the account.
CREATE TABLE provider_identities (
  issuer TEXT NOT NULL, subject TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts (id),
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (account, issuer));

-- Who was sent to the provider and is not back yet: provider_sign_ins.h. A row is taken out once, by
-- who comes back.
CREATE TABLE provider_sign_ins (
  secret_hash BLOB PRIMARY KEY,     -- of the secret in the cookie of the browser that was sent
  account INTEGER REFERENCES accounts (id),  -- to link; NULL: to sign in
  next TEXT NOT NULL,               -- the path to go on with
  language TEXT NOT NULL,           -- of the mails to an account that is made
  expires_at INTEGER NOT NULL);
)sql";

}  // namespace tributary::store
