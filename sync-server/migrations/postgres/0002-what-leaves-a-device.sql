-- Which device still holds a case that its user may no longer read (S10). A row stays until the device says that it has
-- purged the case. `seq` is the number under which it left: a late receipt for an earlier loss takes nothing away.
create table leaving (
  device text collate "C" not null,
  case_id text collate "C" not null,
  reason text not null,
  seq bigint not null,
  primary key (device, case_id)
);
create index leaving_of_case on leaving (case_id);

insert into leaving (device, case_id, reason, seq)
  select device.id, scope.case_id, 'lost', scope.lost_seq
    from scope join device on device.user_id = scope.user_id
   where scope.lost_seq is not null and device.last_seen is not null;

-- The device that need not be told of a change, where it is not the one that wrote it: a contribution is applied long
-- after its author's device has let go of it, and has to come back to that device like anybody else's.
alter table change add column known_to text collate "C";
