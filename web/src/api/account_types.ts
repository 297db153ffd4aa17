// People and rights, as the HTTP API tells them.
export interface RoleGrant {
  role: string;
  scope_kind: "everywhere" | "organisation" | "member_state" | "hub" | "panel";
  scope: string;
}

export interface Account {
  person: number;
  mail: string | null;
  name: string;
  language: string;
  state: "active" | "erased";
  has_password: boolean;
  created_at: string;
  verified_at: string | null;
  grants: RoleGrant[];
}

export interface OwnAccount {
  account: Account | null;
  csrf_token: string | null;
}

export interface Session {
  number: number;
  is_this_one: boolean;
  created_at: string;
  last_used_at: string;
  expires_at: string;
}

export interface Token {
  number: number;
  name: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string;
}
