-- An offer's words never change, and its last day neither.
create or replace function guard_offer() returns trigger language plpgsql as $$
begin
  if old.state <> 'open'
     or (new.id, new.request_id, new.version, new.organization_id, new.terms, new.note, new.answer_by, new.created_by,
         new.created_at)
        is distinct from
        (old.id, old.request_id, old.version, old.organization_id, old.terms, old.note, old.answer_by, old.created_by,
         old.created_at)
  then
    raise exception 'an offer is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger request_messages_append_only before update or delete on request_messages
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger request_files_append_only before update or delete on request_files
  for each row execute function refuse_change();
