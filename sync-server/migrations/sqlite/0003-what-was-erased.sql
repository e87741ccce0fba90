-- Cases that were erased (S11). All that stays of one: its id, when, and under which number. Late changes are refused.
create table erased (
  case_id text primary key,
  seq integer not null,
  at text not null
) strict, without rowid;
