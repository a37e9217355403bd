CREATE TABLE "file_renditions" (
	"file_id" uuid NOT NULL,
	"rendition" text NOT NULL,
	"storage_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "file_renditions_file_id_rendition_pk" PRIMARY KEY("file_id","rendition"),
	CONSTRAINT "file_renditions_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "file_renditions_known" CHECK ("file_renditions"."rendition" in ('thumb', 'medium', 'large')),
	CONSTRAINT "file_renditions_sizes" CHECK ("file_renditions"."width" > 0 and "file_renditions"."height" > 0 and "file_renditions"."size_bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "bulk_edit_items" (
	"bulk_edit_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"before" jsonb,
	"revision" integer,
	CONSTRAINT "bulk_edit_items_bulk_edit_id_listing_id_pk" PRIMARY KEY("bulk_edit_id","listing_id"),
	CONSTRAINT "bulk_edit_items_outcome_known" CHECK ("bulk_edit_items"."outcome" in ('done', 'unchanged', 'refused', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "bulk_edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "listing_changes" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "listing_changes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"position" bigint,
	"listing_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "listing_changes_kind_known" CHECK ("listing_changes"."kind" in ('published', 'changed', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "listing_reminders" (
	"listing_id" uuid NOT NULL,
	"expires_on" date NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "listing_reminders_listing_id_expires_on_days_before_pk" PRIMARY KEY("listing_id","expires_on","days_before")
);
--> statement-breakpoint
CREATE TABLE "organization_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"duty_zh" text DEFAULT '' NOT NULL,
	"duty_en" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "organization_contacts_of_organization" UNIQUE("id","organization_id"),
	CONSTRAINT "organization_contacts_visibility_known" CHECK ("organization_contacts"."visibility" in ('public', 'signed_in', 'members')),
	CONSTRAINT "organization_contacts_reachable" CHECK ("organization_contacts"."email" <> '' or "organization_contacts"."phone" <> ''),
	CONSTRAINT "organization_contacts_lengths" CHECK (char_length("organization_contacts"."name_zh") between 1 and 60 and char_length("organization_contacts"."name_en") <= 120
        and char_length("organization_contacts"."duty_zh") <= 60 and char_length("organization_contacts"."duty_en") <= 120
        and char_length("organization_contacts"."email") <= 254 and char_length("organization_contacts"."phone") <= 40)
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "width" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "height" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "listing_attachments" ADD COLUMN "alt_zh" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_attachments" ADD COLUMN "alt_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "leading_solution_zh" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "leading_solution_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "comparison" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "reviewer_id" uuid;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "file_renditions" ADD CONSTRAINT "file_renditions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edit_items" ADD CONSTRAINT "bulk_edit_items_bulk_edit_id_bulk_edits_id_fk" FOREIGN KEY ("bulk_edit_id") REFERENCES "public"."bulk_edits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edit_items" ADD CONSTRAINT "bulk_edit_items_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edits" ADD CONSTRAINT "bulk_edits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edits" ADD CONSTRAINT "bulk_edits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_changes" ADD CONSTRAINT "listing_changes_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_changes" ADD CONSTRAINT "listing_changes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_reminders" ADD CONSTRAINT "listing_reminders_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_contacts" ADD CONSTRAINT "organization_contacts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_edits_organization" ON "bulk_edits" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_changes_position" ON "listing_changes" USING btree ("position");--> statement-breakpoint
CREATE INDEX "listing_changes_unplaced" ON "listing_changes" USING btree ("number") WHERE "listing_changes"."position" is null;--> statement-breakpoint
CREATE INDEX "listing_changes_organization" ON "listing_changes" USING btree ("organization_id","position");--> statement-breakpoint
CREATE INDEX "organization_contacts_organization" ON "organization_contacts" USING btree ("organization_id","position","id");--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_contact_of_owner" FOREIGN KEY ("contact_id","organization_id") REFERENCES "public"."organization_contacts"("id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_expiry" ON "listings" USING btree ("expires_on","id") WHERE "listings"."state" in ('published', 'under_negotiation');--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_texts_within_limits" CHECK (char_length("listings"."title_zh") <= 100 and char_length("listings"."title_en") <= 200 and char_length("listings"."summary_zh") <= 1500 and char_length("listings"."summary_en") <= 3000 and char_length("listings"."problem_zh") <= 1500 and char_length("listings"."problem_en") <= 3000 and char_length("listings"."advantage_zh") <= 1500 and char_length("listings"."advantage_en") <= 3000 and char_length("listings"."applications_zh") <= 1500 and char_length("listings"."applications_en") <= 3000 and char_length("listings"."leading_solution_zh") <= 200 and char_length("listings"."leading_solution_en") <= 400 and char_length("listings"."maturity_evidence_zh") <= 1000 and char_length("listings"."maturity_evidence_en") <= 2000);--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_comparison_rows" CHECK (jsonb_typeof("listings"."comparison") = 'array' and jsonb_array_length("listings"."comparison") <= 12);