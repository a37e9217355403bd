-- A publication is written once as a draft; once it is open to everybody, neither it nor its figures change.
create function guard_statistics() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'published statistics stay as they are' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (to_jsonb(new) - 'state' - 'opened_at') <> (to_jsonb(old) - 'state' - 'opened_at') then
    raise exception 'a draft is published as it was checked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger statistics_publications_guard before update or delete on statistics_publications
  for each row execute function guard_statistics();
--> statement-breakpoint
create function guard_statistics_values() returns trigger language plpgsql as $$
begin
  if exists (select from statistics_publications where state = 'published'
      and id = coalesce(new.publication_id, old.publication_id)) then
    raise exception 'published statistics stay as they are' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' then
    raise exception 'a figure is read once' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger statistics_values_guard before insert or update or delete on statistics_values
  for each row execute function guard_statistics_values();
--> statement-breakpoint
create trigger statistics_values_no_truncate before truncate on statistics_values
  for each statement execute function refuse_change();
--> statement-breakpoint
-- An examiner's answer is never rewritten; a new one stands after it.
create trigger checklist_ticks_append_only before update or delete on checklist_ticks
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger checklist_ticks_no_truncate before truncate on checklist_ticks
  for each statement execute function refuse_change();
