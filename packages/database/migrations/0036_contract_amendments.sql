CREATE TABLE "contract_amendment_signatures" (
	"amendment_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"page_hashes" jsonb NOT NULL,
	"confirmation_method" text,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_amendment_signatures_amendment_id_organization_id_pk" PRIMARY KEY("amendment_id","organization_id"),
	CONSTRAINT "contract_amendment_signatures_confirmation_known" CHECK ("contract_amendment_signatures"."confirmation_method" is null or "contract_amendment_signatures"."confirmation_method" in ('authenticator', 'passkey', 'recovery', 'mail'))
);
--> statement-breakpoint
CREATE TABLE "contract_amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"articles" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"clauses" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"contract_amount_fen" bigint,
	"technology_amount_fen" bigint,
	"ends_on" date,
	"contract_amount_before_fen" bigint NOT NULL,
	"technology_amount_before_fen" bigint NOT NULL,
	"ended_before" date,
	"organization_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "contract_amendments_state_known" CHECK ("contract_amendments"."state" in ('proposed', 'signed_by_one', 'in_force', 'withdrawn', 'declined')),
	CONSTRAINT "contract_amendments_number_positive" CHECK ("contract_amendments"."number" > 0),
	CONSTRAINT "contract_amendments_sha256_hex" CHECK ("contract_amendments"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "contract_amendments_has_articles" CHECK (jsonb_array_length("contract_amendments"."articles") > 0),
	CONSTRAINT "contract_amendments_changes_something" CHECK (jsonb_array_length("contract_amendments"."clauses") > 0
        or num_nonnulls("contract_amendments"."contract_amount_fen", "contract_amendments"."technology_amount_fen", "contract_amendments"."ends_on") > 0),
	CONSTRAINT "contract_amendments_amounts" CHECK (0 < coalesce("contract_amendments"."technology_amount_fen", "contract_amendments"."technology_amount_before_fen")
        and coalesce("contract_amendments"."technology_amount_fen", "contract_amendments"."technology_amount_before_fen")
          <= coalesce("contract_amendments"."contract_amount_fen", "contract_amendments"."contract_amount_before_fen")),
	CONSTRAINT "contract_amendments_dates" CHECK ("contract_amendments"."effective_on" <= "contract_amendments"."ends_on"),
	CONSTRAINT "contract_amendments_settled_whole" CHECK (("contract_amendments"."settled_at" is null) = ("contract_amendments"."state" in ('proposed', 'signed_by_one'))),
	CONSTRAINT "contract_amendments_declined_with_reason" CHECK (("contract_amendments"."state" = 'declined') = ("contract_amendments"."reason" <> ''))
);
--> statement-breakpoint
DROP INDEX "licence_grants_contract";--> statement-breakpoint
ALTER TABLE "contract_amendment_signatures" ADD CONSTRAINT "contract_amendment_signatures_amendment_id_contract_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."contract_amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendment_signatures" ADD CONSTRAINT "contract_amendment_signatures_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendment_signatures" ADD CONSTRAINT "contract_amendment_signatures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendment_signatures" ADD CONSTRAINT "contract_amendment_signatures_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_amendments" ADD CONSTRAINT "contract_amendments_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contract_amendment_signatures_file" ON "contract_amendment_signatures" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_amendments_number" ON "contract_amendments" USING btree ("contract_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_amendments_open_once" ON "contract_amendments" USING btree ("contract_id") WHERE "contract_amendments"."state" in ('proposed', 'signed_by_one');--> statement-breakpoint
CREATE UNIQUE INDEX "licence_grants_contract" ON "licence_grants" USING btree ("contract_id","subject","starts_on") WHERE "licence_grants"."ended_on" is null or "licence_grants"."ended_on" >= "licence_grants"."starts_on";--> statement-breakpoint
-- An amendment says what was proposed, moves on only as its states allow, and is in force once both parties signed it.
create function guard_contract_amendment() returns trigger language plpgsql as $$
declare
  standing text;
  sides uuid[];
  signed int;
begin
  if tg_op = 'DELETE' then
    raise exception 'an amendment stays on record' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    select state, array[seller_id, buyer_id] into standing, sides from contracts where id = new.contract_id;
    if new.state <> 'proposed' or standing not in ('signed', 'in_force') or not new.organization_id = any (sides) then
      raise exception 'a party proposes to amend a contract that binds both' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if to_jsonb(new) - '{state,settled_at,reason}'::text[] <> to_jsonb(old) - '{state,settled_at,reason}'::text[] then
    raise exception 'the words of an amendment never change' using errcode = 'restrict_violation';
  end if;
  select count(*) into signed from contract_amendment_signatures where amendment_id = new.id;
  if old.state in ('in_force', 'withdrawn', 'declined')
     or (new.state = 'proposed' and old.state <> 'proposed')
     or (new.state = 'signed_by_one' and signed <> 1)
     or (new.state = 'in_force' and signed <> 2)
     or (new.state in ('withdrawn', 'declined') and signed = 2)
  then
    raise exception 'an amendment cannot go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contract_amendments_guarded before insert or update or delete on contract_amendments
  for each row execute function guard_contract_amendment();
--> statement-breakpoint

-- A party signs an open amendment, on the pages the other one signed.
create function guard_amendment_signature() returns trigger language plpgsql as $$
begin
  if not exists (
    select from contract_amendments amendment join contracts contract on contract.id = amendment.contract_id
    where amendment.id = new.amendment_id and amendment.state in ('proposed', 'signed_by_one')
      and new.organization_id in (contract.seller_id, contract.buyer_id)
  ) or exists (
    select from contract_amendment_signatures
    where amendment_id = new.amendment_id and (file_id, sha256) is distinct from (new.file_id, new.sha256)
  ) then
    raise exception 'both parties sign the same open amendment' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contract_amendment_signatures_of_parties before insert on contract_amendment_signatures
  for each row execute function guard_amendment_signature();
--> statement-breakpoint
create trigger contract_amendment_signatures_append_only before update or delete on contract_amendment_signatures
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger contract_amendment_signatures_no_truncate before truncate on contract_amendment_signatures
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger contract_amendments_no_truncate before truncate on contract_amendments
  for each statement execute function refuse_change();
--> statement-breakpoint
-- By privilege too. An amendment is referred to and moves on, so that it keeps the right to update.
revoke update, delete, truncate on contract_amendment_signatures from public, current_user;
--> statement-breakpoint
revoke delete, truncate on contract_amendments from public, current_user;
--> statement-breakpoint

-- An amendment may shorten a licence; whatever ends it after that ends it earlier still.
create or replace function guard_licence_grant() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.ended_on is not null and (new.ended_on is null or new.ended_on > old.ended_on))
     or to_jsonb(new) - '{ended_on,period,lane}'::text[] <> to_jsonb(old) - '{ended_on,period,lane}'::text[]
  then
    raise exception 'a licence grant can only end' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function end_licence_grants() returns trigger language plpgsql as $$
declare
  today date := (new.updated_at at time zone 'Asia/Shanghai')::date;
begin
  update licence_grants set ended_on = today
    where contract_id = new.id and (ended_on is null or ended_on > today);
  return null;
end $$;
