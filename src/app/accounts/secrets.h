// app/accounts/secrets.h
//
// All of cryptography that accounts need, by libsodium: nothing here is of our own making.
#pragma once

#include <string>
#include <string_view>

namespace tributary::app {

/// 256 random bits as 43 letters, digits, "-" and "_".
std::string new_secret();

/// SHA-256, 32 bytes: what is kept of a secret. Enough, as a secret cannot be guessed.
std::string hash_of_secret(std::string_view secret);

/// The token that a page sends with a write, which other sites cannot know: derived from the
/// secret of the session, so that it holds for that one alone.
std::string csrf_token(std::string_view session_secret);

/// Another secret that only who knows `secret` can tell, one for each `purpose`.
std::string derived_secret(std::string_view purpose, std::string_view secret);

/// SHA-256 as 43 letters, digits, "-" and "_".
std::string url_safe_hash(std::string_view text);

/// Takes equally long wherever the two differ.
bool are_equal_in_constant_time(std::string_view left, std::string_view right);

/// argon2id with its salt and its cost (64 MiB, 2 passes). Takes a twentieth of a second or more,
/// and is meant to.
std::string hash_password(std::string_view password);

/// False for an empty hash too, after the same time as for any other.
bool is_password(std::string_view password, const std::string& hash);

}  // namespace tributary::app
