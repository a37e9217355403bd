-- A licence names its subject by number: the right it stands on keeps that number for good, whichever verb would change it.
create function guard_licensed_subject() returns trigger language plpgsql as $$
begin
  if exists (select from licence_grants where right_id = new.id and subject = old.subject) then
    raise exception 'the number of a licensed right does not change'
      using errcode = 'check_violation', constraint = 'rights_licensed_subject';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rights_licensed_subject after update of number, kind on rights
  for each row when (new.subject <> old.subject) execute function guard_licensed_subject();
