CREATE TABLE "contract_text_acceptances" (
	"text_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_text_acceptances_text_id_organization_id_pk" PRIMARY KEY("text_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "contract_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organization_id" uuid NOT NULL,
	"contract_revision" integer NOT NULL,
	"articles" jsonb NOT NULL,
	"note" text NOT NULL,
	"sha256" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_texts_version_positive" CHECK ("contract_texts"."version" > 0),
	CONSTRAINT "contract_texts_sha256_hex" CHECK ("contract_texts"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "contract_texts_has_articles" CHECK (jsonb_array_length("contract_texts"."articles") > 0)
);
--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD COLUMN "method" text DEFAULT 'scan' NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD COLUMN "text_id" uuid;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD COLUMN "page_hashes" jsonb;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD COLUMN "confirmation_method" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "signing_order" text DEFAULT 'seller_first' NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_text_acceptances" ADD CONSTRAINT "contract_text_acceptances_text_id_contract_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."contract_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_text_acceptances" ADD CONSTRAINT "contract_text_acceptances_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_text_acceptances" ADD CONSTRAINT "contract_text_acceptances_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_texts" ADD CONSTRAINT "contract_texts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_texts" ADD CONSTRAINT "contract_texts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_texts" ADD CONSTRAINT "contract_texts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_texts_version" ON "contract_texts" USING btree ("contract_id","version");--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_text_id_contract_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."contract_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_method_known" CHECK ("contract_signatures"."method" in ('electronic', 'scan'));--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_confirmation_known" CHECK ("contract_signatures"."confirmation_method" is null or "contract_signatures"."confirmation_method" in ('authenticator', 'passkey', 'recovery', 'mail'));--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_electronic_whole" CHECK (case when "contract_signatures"."method" = 'electronic'
        then num_nonnulls("contract_signatures"."text_id", "contract_signatures"."page_hashes", "contract_signatures"."confirmed_at") = 3
        else num_nonnulls("contract_signatures"."text_id", "contract_signatures"."page_hashes") = 0 end);--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_signing_order_known" CHECK ("contracts"."signing_order" in ('seller_first', 'buyer_first'));--> statement-breakpoint
-- A version of a text stays as it was put forward, and so does who agreed to it.
create trigger contract_texts_append_only before update or delete on contract_texts
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger contract_texts_no_truncate before truncate on contract_texts
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger contract_text_acceptances_append_only before update or delete on contract_text_acceptances
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger contract_text_acceptances_no_truncate before truncate on contract_text_acceptances
  for each statement execute function refuse_change();
--> statement-breakpoint
-- By privilege too. A text is referred to, and the lock of a foreign key asks for the right to update.
revoke update, delete, truncate on contract_text_acceptances from public, current_user;
--> statement-breakpoint
revoke delete, truncate on contract_texts from public, current_user;
--> statement-breakpoint

-- Nobody writes another text, or agrees to one, once the contract is settled.
create function guard_contract_text() returns trigger language plpgsql as $$
declare
  subject uuid;
  standing text;
  sides uuid[];
begin
  if tg_table_name = 'contract_texts' then
    subject := new.contract_id;
  else
    select contract_id into subject from contract_texts where id = new.text_id;
  end if;
  select state, array[seller_id, buyer_id] into standing, sides from contracts where id = subject;
  if standing is distinct from 'draft' or not new.organization_id = any (sides) then
    raise exception 'a text is written and agreed by the parties of a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contract_texts_of_drafts before insert on contract_texts
  for each row execute function guard_contract_text();
--> statement-breakpoint
create trigger contract_text_acceptances_of_drafts before insert on contract_text_acceptances
  for each row execute function guard_contract_text();
--> statement-breakpoint

-- What is signed here is the contract's own text, as both sides agreed to it last.
create function guard_electronic_signature() returns trigger language plpgsql as $$
begin
  if new.method = 'electronic' and not exists (
    select from contract_texts agreed
    where agreed.id = new.text_id and agreed.contract_id = new.contract_id
      and agreed.version = (select max(version) from contract_texts where contract_id = new.contract_id)
      and (select count(*) from contract_text_acceptances where text_id = agreed.id) = 2
  ) then
    raise exception 'only a text both sides agreed to is signed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contract_signatures_electronic before insert or update on contract_signatures
  for each row execute function guard_electronic_signature();
