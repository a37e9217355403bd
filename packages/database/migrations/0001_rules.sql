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
create trigger published_periods_append_only before update or delete on published_periods
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger published_periods_no_truncate before truncate on published_periods
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger indicator_values_append_only before update or delete on indicator_values
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger registration_versions_append_only before update or delete on registration_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger registration_versions_no_truncate before truncate on registration_versions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger registration_prechecks_append_only before update or delete on registration_prechecks
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
  if (new.contract_id, new.agency_id, new.seller_id, new.buyer_id, new.filed_by, new.created_at)
     is distinct from
     (old.contract_id, old.agency_id, old.seller_id, old.buyer_id, old.filed_by, old.created_at)
     or not new.filers @> old.filers
  then
    raise exception 'contract, parties and filers of a registration stay' using errcode = 'restrict_violation';
  end if;
  if old.state = 'refused' then
    raise exception 'a refused registration is closed' using errcode = 'restrict_violation';
  end if;
  if old.number is null then
    return new;
  end if;
  if (new.number, new.state, new.registered_on, new.verification_code, new.submitted_at, new.accepted_at, new.decided_at)
     is distinct from
     (old.number, old.state, old.registered_on, old.verification_code, old.submitted_at, old.accepted_at, old.decided_at)
     or new.version <> old.version + 1
  then
    raise exception 'a registration number stays with its record' using errcode = 'restrict_violation';
  end if;
  if old.status = 'revoked' or (old.status = 'cancelled' and new.status <> 'revoked') then
    raise exception 'a cancelled or revoked registration is closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger registrations_guarded before update or delete on registrations
  for each row execute function guard_registration();
--> statement-breakpoint

-- The table of non-technical items is whole, or there is none; a form still being written may be wrong.
create function non_technical_fen(items jsonb) returns numeric language sql immutable strict parallel safe as $$
  select coalesce(sum((item ->> 'amountFen')::numeric), 0) from jsonb_array_elements(items) item
$$;
--> statement-breakpoint
alter table registrations add constraint registrations_breakdown_whole check (
  state in ('draft', 'correction_requested') or non_technical_items = '[]'::jsonb
  or non_technical_fen(non_technical_items) = contract_amount_fen - technology_amount_fen
);
--> statement-breakpoint

-- What is taken back was booked: same registration, version, business date and every other dimension (invariant 6).
create function guard_reversal() returns trigger language plpgsql as $$
declare
  own constant text[] := '{id,direction,recorded_at,contract_count,contract_amount_fen,technology_amount_fen}';
begin
  if new.direction = 'reverse' and not exists (
    select from turnover_entries booked
    where booked.registration_id = new.registration_id and booked.version = new.version and booked.direction = 'book'
      and booked.contract_amount_fen = -new.contract_amount_fen
      and booked.technology_amount_fen = -new.technology_amount_fen
      and to_jsonb(booked) - own = to_jsonb(new) - own
  ) then
    raise exception 'a reversal takes back what was booked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger turnover_entries_reversals before insert on turnover_entries
  for each row execute function guard_reversal();
--> statement-breakpoint

-- At the commit, register and ledger agree: a live contract stands in the ledger once, with its amounts and every
-- dimension the two tables share by name; any other stands there with zero.
create function agree_with_ledger() returns trigger language plpgsql as $$
declare
  subject uuid;
  record_now registrations%rowtype;
  live boolean;
  booked record;
begin
  if tg_table_name = 'registrations' then
    subject := new.id;
  else
    subject := new.registration_id;
  end if;
  select * into strict record_now from registrations where id = subject;
  live := coalesce(record_now.status in ('valid', 'changed'), false);
  select coalesce(sum(contract_count), 0) as contracts, coalesce(sum(contract_amount_fen), 0) as amount,
         coalesce(sum(technology_amount_fen), 0) as technology
    into booked from turnover_entries where registration_id = subject;
  if (booked.contracts, booked.amount, booked.technology) is distinct from (
       case when live then 1 else 0 end::bigint,
       case when live then record_now.contract_amount_fen else 0 end::numeric,
       case when live then record_now.technology_amount_fen else 0 end::numeric)
     or live and not exists (
       select from turnover_entries entry
       where entry.registration_id = subject and entry.version = record_now.version and entry.direction = 'book'
         and entry.business_on = record_now.registered_on
         and to_jsonb(record_now) @> to_jsonb(entry)
             - '{id,registration_id,direction,contract_count,business_on,recorded_at,four_type,five_type}'::text[])
  then
    raise exception 'register and turnover ledger disagree on %', subject using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger registrations_in_ledger after insert or update on registrations
  deferrable initially deferred for each row when (new.number is not null) execute function agree_with_ledger();
--> statement-breakpoint
create constraint trigger turnover_entries_in_register after insert on turnover_entries
  deferrable initially deferred for each row execute function agree_with_ledger();
--> statement-breakpoint

-- Where a party sits, seen from home: there, in its province, elsewhere in the country, Hong Kong/Macao/Taiwan, abroad.
create function turnover_place(region text, home text) returns text language sql immutable parallel safe as $$
  select case
    when region is null or region !~ '^[1-8][0-9]{5}$' then 'abroad'
    when left(region, 2) in ('71', '81', '82') then 'hmt'
    when home like '%0000' and left(region, 2) = left(home, 2) then 'home'
    when home like '%00' and left(region, 4) = left(home, 4) then 'home'
    when region = home then 'home'
    when left(region, 2) = left(home, 2) then 'province'
    else 'country'
  end
$$;
--> statement-breakpoint

-- The ledger as the rollups count it: every entry once in each dimension. Where no sub-type is named, its type stands.
create view turnover_lines as
  select line.dimension, line.code, date_trunc('month', entry.business_on)::date as month,
    turnover_place(entry.seller_region_code, home.region_code) as seller_place,
    turnover_place(entry.buyer_region_code, home.region_code) as buyer_place,
    date_trunc('month', entry.recorded_at at time zone 'UTC')::date as recorded_month,
    entry.contract_count, entry.contract_amount_fen, entry.technology_amount_fen, entry.id
  from turnover_entries entry
  cross join turnover_home home
  cross join lateral (values
    ('all', ''), ('five_type', entry.five_type), ('four_type', entry.four_type), ('sub_type', coalesce(entry.sub_type, entry.five_type)),
    ('technical_field', entry.technical_field), ('plan_industry', entry.plan_industry), ('ip_kind', entry.ip_kind),
    ('plan_source', entry.plan_source), ('seller_kind', entry.seller_kind), ('buyer_kind', entry.buyer_kind),
    ('seller_region_code', entry.seller_region_code), ('buyer_region_code', entry.buyer_region_code),
    ('agency_id', entry.agency_id::text), ('seller_id', entry.seller_id::text)
  ) as line (dimension, code);
--> statement-breakpoint

-- Rows are taken in one order, so that two bookings wait for each other and never in a ring.
create function roll_up_turnover() returns trigger language plpgsql as $$
begin
  insert into turnover_rollups as kept
    (dimension, month, code, seller_place, buyer_place, contract_count, contract_amount_fen, technology_amount_fen)
  select dimension, month, code, seller_place, buyer_place,
    sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)
  from turnover_lines where id in (select id from added)
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (dimension, month, code, seller_place, buyer_place) do update set
    contract_count = kept.contract_count + excluded.contract_count,
    contract_amount_fen = kept.contract_amount_fen + excluded.contract_amount_fen,
    technology_amount_fen = kept.technology_amount_fen + excluded.technology_amount_fen;
  insert into turnover_history as kept
    (dimension, month, recorded_month, code, seller_place, buyer_place,
     contract_count, contract_amount_fen, technology_amount_fen)
  select dimension, month, recorded_month, code, seller_place, buyer_place,
    sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)
  from turnover_lines where id in (select id from added)
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (dimension, month, recorded_month, code, seller_place, buyer_place) do update set
    contract_count = kept.contract_count + excluded.contract_count,
    contract_amount_fen = kept.contract_amount_fen + excluded.contract_amount_fen,
    technology_amount_fen = kept.technology_amount_fen + excluded.technology_amount_fen;
  return null;
end $$;
--> statement-breakpoint
create trigger turnover_entries_rolled_up after insert on turnover_entries
  referencing new table as added for each statement execute function roll_up_turnover();
--> statement-breakpoint

-- Figures made anew from the ledger; whoever books meanwhile waits.
create function rebuild_turnover_rollups() returns void language plpgsql as $$
begin
  lock table turnover_entries in share mode;
  truncate turnover_rollups, turnover_history;
  insert into turnover_history
    (dimension, month, recorded_month, code, seller_place, buyer_place,
     contract_count, contract_amount_fen, technology_amount_fen)
  select dimension, month, recorded_month, code, seller_place, buyer_place,
    sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)
  from turnover_lines group by 1, 2, 3, 4, 5, 6;
  insert into turnover_rollups
    (dimension, month, code, seller_place, buyer_place, contract_count, contract_amount_fen, technology_amount_fen)
  select dimension, month, code, seller_place, buyer_place,
    sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)
  from turnover_history group by 1, 2, 3, 4, 5;
end $$;
--> statement-breakpoint
insert into turnover_home (id, region_code) values (1, '450100');
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
-- Trigrams say little of short words: those are compared with every word of the same first letter.
create index search_words_prefix on search_words (word text_pattern_ops);
--> statement-breakpoint

-- Receipts, what was verified of them, and lists of registrations: corrections are new rows.
create trigger receipts_append_only before update or delete on receipts
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger receipt_verifications_append_only before update or delete on receipt_verifications
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger batch_lists_append_only before update or delete on batch_lists
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger batch_list_members_append_only before update or delete on batch_list_members
  for each row execute function refuse_change();
--> statement-breakpoint

-- Invariant 2: what is verified under a registration, receipt by receipt, stays within its technology amount. Whoever
-- writes holds the registration, so that two verifications cannot both take the last fen.
create function guard_verified_income() returns trigger language plpgsql as $$
declare
  subject uuid;
  ceiling bigint;
  verified numeric;
begin
  if tg_table_name = 'registrations' then
    subject := new.id;
  else
    select registration_id into strict subject from receipts where id = new.receipt_id;
  end if;
  select technology_amount_fen into strict ceiling from registrations where id = subject for update;
  select coalesce(sum(verification.verified_technology_fen), 0) into verified
    from receipt_verifications verification join receipts receipt on receipt.id = verification.receipt_id
    where receipt.registration_id = subject
      and not exists (select from receipts correction where correction.corrects_id = receipt.id);
  if verified > ceiling then
    raise exception 'verified income exceeds the technology amount'
      using errcode = 'check_violation', constraint = 'receipts_within_technology_amount';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger receipt_verifications_within after insert on receipt_verifications
  for each row execute function guard_verified_income();
--> statement-breakpoint
create trigger registrations_verified_within after update of technology_amount_fen on registrations
  for each row when (new.technology_amount_fen < old.technology_amount_fen) execute function guard_verified_income();
--> statement-breakpoint

-- Letters as runs of plain characters: in the C locale the trigrams of the extension know no Chinese.
create function trigram_text(words text) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(lpad(to_hex(ascii(letter)), 5, 'g'), '' order by place), '')
  from unnest(string_to_array(lower(words), null)) with ordinality as split (letter, place)
$$;
--> statement-breakpoint
create index registrations_title_trigrams on registrations using gin (trigram_text(title) gin_trgm_ops)
  where state <> 'draft';
