-- Rules the database holds beside the tables: append-only records, immutable offers, the audit chain's head.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger turnover_entries_append_only before update or delete on turnover_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger turnover_entries_no_truncate before truncate on turnover_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger registration_versions_append_only before update or delete on registration_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger listing_versions_append_only before update or delete on listing_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger files_append_only before update or delete on files
  for each row execute function refuse_change();
--> statement-breakpoint

-- An offer's words never change; only its state moves on from open.
create function guard_offer() returns trigger language plpgsql as $$
begin
  if old.state <> 'open'
     or (new.id, new.request_id, new.version, new.organization_id, new.terms, new.note, new.created_by, new.created_at)
        is distinct from
        (old.id, old.request_id, old.version, old.organization_id, old.terms, old.note, old.created_by, old.created_at)
  then
    raise exception 'an offer is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger offers_immutable before update on offers for each row execute function guard_offer();
--> statement-breakpoint
create trigger offers_no_delete before delete on offers for each row execute function refuse_change();
--> statement-breakpoint

-- A number stays with its record for ever, and a registered record never leaves the register.
create function guard_registration() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'a filed registration is never deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.number is not null
     and (new.number, new.state, new.registered_on, new.contract_id, new.agency_id, new.verification_code)
         is distinct from
         (old.number, old.state, old.registered_on, old.contract_id, old.agency_id, old.verification_code)
  then
    raise exception 'a registration number stays with its record' using errcode = 'restrict_violation';
  end if;
  if old.status in ('cancelled', 'revoked') then
    raise exception 'a cancelled or revoked registration is closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger registrations_guarded before update or delete on registrations
  for each row execute function guard_registration();
--> statement-breakpoint

-- A series only counts up, one at a time (invariant 5).
create function guard_number_series() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.series <> old.series or new.last <> old.last + 1 then
    raise exception 'a number series counts up by one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger number_series_guarded before update or delete on number_series
  for each row execute function guard_number_series();
--> statement-breakpoint

-- What both sides signed stays as it was signed.
create function guard_contract_signature() returns trigger language plpgsql as $$
begin
  if old.confirmed_at is not null then
    raise exception 'a confirmed signature is final' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger contract_signatures_final before update or delete on contract_signatures
  for each row execute function guard_contract_signature();
--> statement-breakpoint

-- A contract is signed only by both sides over one and the same file, and what was signed never changes.
create function guard_contract() returns trigger language plpgsql as $$
begin
  if old.state in ('draft', 'ready') and new.state not in ('draft', 'ready') and (
    select count(*) filter (where confirmed_at is not null and organization_id in (new.seller_id, new.buyer_id)) <> 2
        or count(distinct sha256) <> 1
    from contract_signatures where contract_id = new.id
  ) then
    raise exception 'both sides sign the same file' using errcode = 'restrict_violation';
  end if;
  if old.state not in ('draft', 'ready')
     and (new.request_id, new.offer_id, new.listing_id, new.seller_id, new.buyer_id, new.title, new.type, new.sub_type,
          new.terms, new.contract_amount_fen, new.technology_amount_fen, new.signed_on, new.effective_on, new.ends_on)
         is distinct from
         (old.request_id, old.offer_id, old.listing_id, old.seller_id, old.buyer_id, old.title, old.type, old.sub_type,
          old.terms, old.contract_amount_fen, old.technology_amount_fen, old.signed_on, old.effective_on, old.ends_on)
  then
    raise exception 'a signed contract is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contracts_guarded before update on contracts for each row execute function guard_contract();
--> statement-breakpoint

insert into audit_head (id, position, hash) values (1, 0, repeat('0', 64));
--> statement-breakpoint

-- The word meant by a misspelt one is found by its trigrams; the extension ships with PostgreSQL and is trusted.
create extension if not exists pg_trgm;
--> statement-breakpoint
create index search_words_trigrams on search_words using gin (word gin_trgm_ops);
--> statement-breakpoint
-- The last word of a query is a prefix while it is being typed.
create index search_words_prefix on search_words (word text_pattern_ops);
