-- What the server keeps, first form in PostgreSQL. Stone: never edited; a change is a new numbered file.
-- Whatever is ordered or compared is `collate "C"`: the same order as in SQLite and in JavaScript, whatever the
-- database was made with. JSON is text, so that a record goes out as it came in.

create table account (
  id text collate "C" primary key,
  login text collate "C" not null unique,
  hash text not null,
  role text not null,
  active boolean not null,
  may_read_limits boolean not null
);

create table session (
  token_hash text collate "C" primary key,
  user_id text collate "C" not null,
  created_at text not null,
  expires_at text not null
);
create index session_of_user on session (user_id);

create table device (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  name text not null,
  next bigint not null,
  registered_at text collate "C" not null,
  last_seen text
);
create index device_of_user on device (user_id);

-- The one number of the county (S8). Whoever writes locks this row before anything else and holds it until the commit:
-- so numbers are given in the order of commits, however many processes write.
create table numbering (
  one integer primary key check (one = 1),
  seq bigint not null
) with (fillfactor = 10);
insert into numbering (one, seq) values (1, 0);

-- A number of a device is used up once: by an accepted change, a refused one, or one that was lost.
create table used_number (
  device text collate "C" not null,
  number bigint not null,
  id text collate "C",
  outcome text not null,
  primary key (device, number)
);

-- Accepted changes, as they were made. `at` is the author's clock after correction (S5); `touched` the paths whose
-- state it altered, as a JSON list: what a device is told is asked from here (S9).
create table change (
  id text collate "C" primary key,
  seq bigint not null,
  record_id text collate "C" not null,
  device text collate "C" not null,
  number bigint not null,
  by_user text collate "C" not null,
  at text not null,
  touched text not null,
  json text not null
);
create index change_of_record on change (record_id, seq);

create table record (
  id text collate "C" primary key,
  case_id text collate "C",
  kind text collate "C" not null,
  seq bigint not null,
  created_seq bigint not null,
  json text not null
);
create index record_in_order on record (seq, id);
create index record_of_case on record (case_id, seq);

-- Who is on a case. A row stays after the case has left a person's scope, so that her devices can be told (S10).
create table scope (
  user_id text collate "C" not null,
  case_id text collate "C" not null,
  gained_seq bigint not null,
  lost_seq bigint,
  primary key (user_id, case_id)
);
create index scope_of_case on scope (case_id);

create table plan_link (
  hash text collate "C" primary key,
  case_id text collate "C" not null,
  accepted_at text not null,
  revoked boolean not null,
  phone_hash text,
  cookie_hash text collate "C" unique,
  cookie_until text
);

create table fact (
  key text collate "C" primary key,
  value text not null
);
