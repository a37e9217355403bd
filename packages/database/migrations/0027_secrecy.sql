CREATE TABLE "confidential_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "confidential_openings_marked" CHECK ("confidential_openings"."media_type" in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp'))
);
--> statement-breakpoint
CREATE TABLE "nda_agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"template_id" uuid,
	"body_zh" text NOT NULL,
	"body_en" text NOT NULL,
	"sha256" text NOT NULL,
	"accepted_by" uuid NOT NULL,
	"signatory_name" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	"accepted_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_for" uuid,
	"withdraw_reason" text,
	CONSTRAINT "nda_agreements_two_sides" CHECK ("nda_agreements"."owner_id" <> "nda_agreements"."reader_id"),
	CONSTRAINT "nda_agreements_sha256_hex" CHECK ("nda_agreements"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "nda_agreements_dates" CHECK ("nda_agreements"."accepted_on" <= "nda_agreements"."expires_on"),
	CONSTRAINT "nda_agreements_withdrawn_whole" CHECK (num_nonnulls("nda_agreements"."withdrawn_at", "nda_agreements"."withdrawn_by", "nda_agreements"."withdrawn_for", "nda_agreements"."withdraw_reason") in (0, 4)
        and ("nda_agreements"."withdrawn_for" is null or "nda_agreements"."withdrawn_for" in ("nda_agreements"."owner_id", "nda_agreements"."reader_id")))
);
--> statement-breakpoint
CREATE TABLE "nda_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body_zh" text NOT NULL,
	"body_en" text NOT NULL,
	"months" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "nda_templates_whole" CHECK ("nda_templates"."body_zh" <> '' and "nda_templates"."body_en" <> '' and "nda_templates"."months" between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_agreement_id_nda_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."nda_agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidential_openings" ADD CONSTRAINT "confidential_openings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_reader_id_organizations_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_template_id_nda_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."nda_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_agreements" ADD CONSTRAINT "nda_agreements_withdrawn_for_organizations_id_fk" FOREIGN KEY ("withdrawn_for") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_templates" ADD CONSTRAINT "nda_templates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nda_templates" ADD CONSTRAINT "nda_templates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confidential_openings_owner" ON "confidential_openings" USING btree ("owner_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "confidential_openings_agreement" ON "confidential_openings" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "nda_agreements_owner" ON "nda_agreements" USING btree ("owner_id","accepted_at","id");--> statement-breakpoint
CREATE INDEX "nda_agreements_reader" ON "nda_agreements" USING btree ("reader_id","accepted_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "nda_templates_version" ON "nda_templates" USING btree ("organization_id","version");--> statement-breakpoint
-- One agreement at a time between a listing's owner and a reader; one that was withdrawn makes room.
alter table nda_agreements add constraint nda_agreements_one exclude using gist (
  listing_id with =, reader_id with =, daterange(accepted_on, expires_on, '[]') with &&
) where (withdrawn_at is null);
--> statement-breakpoint
-- What was accepted stays word for word; an agreement can only be withdrawn, and once.
create function guard_nda_agreement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null
     or to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdrawn_for,withdraw_reason}'::text[]
        <> to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdrawn_for,withdraw_reason}'::text[]
  then
    raise exception 'an agreement of secrecy can only be withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger nda_agreements_guarded before update or delete on nda_agreements
  for each row execute function guard_nda_agreement();
--> statement-breakpoint
create trigger nda_templates_append_only before update or delete on nda_templates
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger confidential_openings_append_only before update or delete on confidential_openings
  for each row execute function refuse_change();
--> statement-breakpoint
-- Nothing opens that the agreement does not cover, whatever the code would say.
create function guard_confidential_opening() returns trigger language plpgsql as $$
begin
  if not exists (
    select from nda_agreements agreement
    join listing_attachments attachment on attachment.listing_id = agreement.listing_id
    where agreement.id = new.agreement_id and agreement.reader_id = new.organization_id
      and agreement.listing_id = new.listing_id and agreement.owner_id = new.owner_id
      and attachment.file_id = new.file_id and attachment.visibility = 'confidential'
      and agreement.withdrawn_at is null
      and (new.opened_at at time zone 'Asia/Shanghai')::date between agreement.accepted_on and agreement.expires_on
  ) then
    raise exception 'the agreement does not open this file'
      using errcode = 'check_violation', constraint = 'confidential_openings_covered';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger confidential_openings_covered before insert on confidential_openings
  for each row execute function guard_confidential_opening();
