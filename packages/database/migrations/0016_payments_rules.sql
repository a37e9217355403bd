-- Rules of payments: one royalty per period, a ledger that is balanced and append-only, payments that stay what they were.

-- Ships with PostgreSQL and is trusted; compares ids within an exclusion constraint.
create extension if not exists btree_gist;
--> statement-breakpoint
alter table payment_dues add constraint payment_dues_one_royalty_per_period exclude using gist (
  contract_id with =, daterange(period_from, period_to, '[]') with &&
) where (kind = 'royalty' and state <> 'waived');
--> statement-breakpoint

-- At the commit every posting makes zero and has the entries it was written with: none is added later.
create function balance_ledger() returns trigger language plpgsql as $$
declare
  subject uuid := case tg_table_name when 'ledger_entries' then (to_jsonb(new) ->> 'transaction_id')::uuid
    else (to_jsonb(new) ->> 'id')::uuid end;
  written integer;
  total numeric;
  expected integer;
begin
  select count(*), coalesce(sum(amount_fen), 0) into written, total from ledger_entries where transaction_id = subject;
  select entry_count into expected from ledger_transactions where id = subject;
  if total <> 0 or written <> expected then
    raise exception 'posting % is not balanced: % entries of %, sum %', subject, written, expected, total
      using errcode = 'check_violation', constraint = 'ledger_balanced';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function balance_ledger();
--> statement-breakpoint
create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
  deferrable initially deferred for each row execute function balance_ledger();
--> statement-breakpoint

-- An amount is never settled beyond itself, nor a contract's credit spent twice.
create function bound_ledger() returns trigger language plpgsql as $$
declare
  subject uuid;
begin
  if new.account = 'receivable' and
    (select sum(amount_fen) from ledger_entries where due_id = new.due_id and account = 'receivable') < 0
  then
    raise exception 'amount % is settled beyond itself', new.due_id
      using errcode = 'check_violation', constraint = 'ledger_receivable_bound';
  end if;
  if new.account = 'overpaid' then
    select contract_id into subject from ledger_transactions where id = new.transaction_id;
    if (select sum(e.amount_fen) from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
        where t.contract_id = subject and e.account = 'overpaid') > 0
    then
      raise exception 'the credit of contract % is spent', subject
        using errcode = 'check_violation', constraint = 'ledger_credit_bound';
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_entries_bound after insert on ledger_entries
  deferrable initially deferred for each row execute function bound_ledger();
--> statement-breakpoint
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_entries_no_truncate before truncate on ledger_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger ledger_transactions_append_only before update or delete on ledger_transactions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_transactions_no_truncate before truncate on ledger_transactions
  for each statement execute function refuse_change();
--> statement-breakpoint

-- By privilege too, for whoever owns the tables without being a superuser. A row another one refers to is locked by the
-- foreign key in its owner's name, for which PostgreSQL asks the right to update: on transactions the trigger alone stands.
revoke update, delete, truncate on ledger_entries from public, current_user;
--> statement-breakpoint
revoke delete, truncate on ledger_transactions from public, current_user;
--> statement-breakpoint

-- Whose payment it is and of what stays; what was confirmed stays confirmed.
create function guard_payment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a payment is never deleted' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.due_id, new.contract_id, new.channel, new.amount_fen, new.manual_capture, new.created_by, new.created_at)
     is distinct from
     (old.id, old.due_id, old.contract_id, old.channel, old.amount_fen, old.manual_capture, old.created_by, old.created_at)
     or (old.checkout_id is not null and new.checkout_id is distinct from old.checkout_id)
     or (old.intent_id is not null and new.intent_id is distinct from old.intent_id)
  then
    raise exception 'what a payment is of stays' using errcode = 'restrict_violation';
  end if;
  if old.state = 'confirmed' and (new.state, new.received_fen, new.paid_on, new.confirmed_by, new.confirmed_at)
     is distinct from (old.state, old.received_fen, old.paid_on, old.confirmed_by, old.confirmed_at)
  then
    raise exception 'a confirmed payment stays confirmed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger payments_guarded before update or delete on payments
  for each row execute function guard_payment();
--> statement-breakpoint

-- What was signed stays: the sum, kind and reference of an amount that is open.
create function guard_payment_due() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'planned' then
      raise exception 'an amount that fell due is never deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.state <> 'planned' and
     (new.id, new.contract_id, new.position, new.kind, new.amount_fen, new.reference, new.period_from, new.period_to)
     is distinct from
     (old.id, old.contract_id, old.position, old.kind, old.amount_fen, old.reference, old.period_from, old.period_to)
  then
    raise exception 'what fell due stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger payment_dues_guarded before update or delete on payment_dues
  for each row execute function guard_payment_due();
--> statement-breakpoint
create trigger payment_invoices_append_only before update or delete on payment_invoices
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger reconciliation_differences_append_only before update or delete on reconciliation_differences
  for each row execute function refuse_change();
