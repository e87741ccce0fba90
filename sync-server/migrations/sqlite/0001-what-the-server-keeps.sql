-- What the server keeps, first form. Stone: never edited; a change is a new numbered file.

create table account (
  id text primary key,
  login text not null unique,
  hash text not null,
  role text not null,
  active integer not null,
  may_read_limits integer not null
) strict;

create table session (
  token_hash text primary key,
  user text not null,
  created_at text not null,
  expires_at text not null
) strict, without rowid;
create index session_of_user on session (user);

create table device (
  id text primary key,
  user text not null,
  name text not null,
  next integer not null,
  registered_at text not null,
  last_seen text
) strict;
create index device_of_user on device (user);

-- The one number of the county (S8). It moves only inside a transaction that writes.
create table numbering (
  one integer primary key check (one = 1),
  seq integer not null
) strict;
insert into numbering (one, seq) values (1, 0);

-- A number of a device is used up once: by an accepted change, a refused one, or one that was lost.
create table used_number (
  device text not null,
  number integer not null,
  id text,
  outcome text not null,
  primary key (device, number)
) strict, without rowid;

-- Accepted changes, as they were made. `at` is the author's clock after correction (S5); `touched` the paths whose
-- state it altered, as a JSON list: what a device is told is asked from here (S9).
create table change (
  id text primary key,
  seq integer not null,
  record_id text not null,
  device text not null,
  number integer not null,
  by_user text not null,
  at text not null,
  touched text not null,
  json text not null
) strict;
create index change_of_record on change (record_id, seq);

create table record (
  id text primary key,
  case_id text,
  kind text not null,
  seq integer not null,
  created_seq integer not null,
  json text not null
) strict;
create index record_in_order on record (seq);
create index record_of_case on record (case_id, seq);

-- Who is on a case. A row stays after the case has left a person's scope, so that her devices can be told (S10).
create table scope (
  user text not null,
  case_id text not null,
  gained_seq integer not null,
  lost_seq integer,
  primary key (user, case_id)
) strict, without rowid;
create index scope_of_case on scope (case_id);

create table plan_link (
  hash text primary key,
  case_id text not null,
  accepted_at text not null,
  revoked integer not null,
  phone_hash text,
  cookie_hash text unique,
  cookie_until text
) strict;

create table fact (
  key text primary key,
  value text not null
) strict, without rowid;
