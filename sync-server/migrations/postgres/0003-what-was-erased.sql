-- Cases that were erased (S11). All that stays of one: its id, when, and under which number. Late changes are refused.
create table erased (
  case_id text collate "C" primary key,
  seq bigint not null,
  at text not null
);
