-- Passkeys of the staff (WebAuthn): what proves a signature is kept, nothing that could make one.
create table passkey (
  id text primary key,
  user text not null references account (id),
  public_key text not null,
  counter integer not null,
  transports text not null,
  name text not null,
  created_at text not null,
  last_used text
) strict, without rowid;
create index passkey_of_user on passkey (user);
-- Challenges that were answered, until they would have run out by themselves: none is answered twice.
create table used_challenge (
  hash text primary key,
  until text not null
) strict, without rowid;
-- When somebody last proved who it is: some deeds want that to be a moment ago.
alter table session add column proven_at text not null default '';
