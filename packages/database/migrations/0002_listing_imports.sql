CREATE TABLE "listing_import_problems" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"position" integer NOT NULL,
	"field" text,
	"severity" text NOT NULL,
	"code" text NOT NULL,
	"params" jsonb NOT NULL,
	"repair" text,
	"repaired_to" text,
	"decision" text NOT NULL,
	CONSTRAINT "listing_import_problems_import_id_row_position_pk" PRIMARY KEY("import_id","row","position"),
	CONSTRAINT "listing_import_problems_severity_known" CHECK ("listing_import_problems"."severity" in ('error', 'warning')),
	CONSTRAINT "listing_import_problems_repair_known" CHECK ("listing_import_problems"."repair" in ('replace', 'clear', 'keep')),
	CONSTRAINT "listing_import_problems_decision_known" CHECK ("listing_import_problems"."decision" in ('open', 'accepted', 'rejected')),
	CONSTRAINT "listing_import_problems_accepted" CHECK ("listing_import_problems"."decision" <> 'accepted' or "listing_import_problems"."repair" is not null)
);
--> statement-breakpoint
CREATE TABLE "listing_import_profiles" (
	"organization_id" uuid NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"used_by" uuid NOT NULL,
	CONSTRAINT "listing_import_profiles_organization_id_signature_pk" PRIMARY KEY("organization_id","signature")
);
--> statement-breakpoint
CREATE TABLE "listing_import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"through" integer NOT NULL,
	"raw" jsonb,
	"unreadable" text,
	"draft" jsonb,
	"same_key" text,
	"listing_id" uuid,
	CONSTRAINT "listing_import_rows_import_id_row_pk" PRIMARY KEY("import_id","row"),
	CONSTRAINT "listing_import_rows_order" CHECK ("listing_import_rows"."through" >= "listing_import_rows"."row")
);
--> statement-breakpoint
CREATE TABLE "listing_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mapping" jsonb,
	"mapping_remembered" boolean DEFAULT false NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"empty_rows" integer DEFAULT 0 NOT NULL,
	"progress" bigint DEFAULT 0 NOT NULL,
	"last_row" integer DEFAULT 0 NOT NULL,
	"ready_count" integer DEFAULT 0 NOT NULL,
	"draft_count" integer DEFAULT 0 NOT NULL,
	"failure_code" text,
	"failure_row" integer,
	"lease_id" uuid,
	"leased_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"committed_by" uuid,
	"committed_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "listing_imports_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "listing_imports_state_known" CHECK ("listing_imports"."state" in ('reading', 'mapping', 'checking', 'checked', 'queued', 'running', 'done', 'failed', 'cancelling', 'cancelled')),
	CONSTRAINT "listing_imports_format_known" CHECK ("listing_imports"."format" in ('xlsx', 'csv', 'json', 'ndjson', 'xml')),
	CONSTRAINT "listing_imports_sha256_hex" CHECK ("listing_imports"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "listing_imports_size_positive" CHECK ("listing_imports"."size_bytes" > 0),
	CONSTRAINT "listing_imports_lease_whole" CHECK (("listing_imports"."lease_id" is null) = ("listing_imports"."leased_until" is null)),
	CONSTRAINT "listing_imports_mapped" CHECK ("listing_imports"."mapping" is not null or "listing_imports"."state" in ('reading', 'failed', 'cancelling', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "listing_import_problems" ADD CONSTRAINT "listing_import_problems_import_id_row_listing_import_rows_import_id_row_fk" FOREIGN KEY ("import_id","row") REFERENCES "public"."listing_import_rows"("import_id","row") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_import_profiles" ADD CONSTRAINT "listing_import_profiles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_import_profiles" ADD CONSTRAINT "listing_import_profiles_used_by_users_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_import_rows" ADD CONSTRAINT "listing_import_rows_import_id_listing_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."listing_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_import_rows" ADD CONSTRAINT "listing_import_rows_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_imports" ADD CONSTRAINT "listing_imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_imports" ADD CONSTRAINT "listing_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_imports" ADD CONSTRAINT "listing_imports_committed_by_users_id_fk" FOREIGN KEY ("committed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_import_problems_blocking" ON "listing_import_problems" USING btree ("import_id","row") WHERE "listing_import_problems"."severity" = 'error' and "listing_import_problems"."decision" <> 'accepted';--> statement-breakpoint
CREATE INDEX "listing_import_problems_kind" ON "listing_import_problems" USING btree ("import_id","code","row","position");--> statement-breakpoint
CREATE INDEX "listing_import_rows_same" ON "listing_import_rows" USING btree ("same_key") WHERE "listing_import_rows"."same_key" is not null;--> statement-breakpoint
CREATE INDEX "listing_import_rows_listing" ON "listing_import_rows" USING btree ("listing_id") WHERE "listing_import_rows"."listing_id" is not null;--> statement-breakpoint
CREATE INDEX "listing_imports_organization" ON "listing_imports" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "listing_imports_working" ON "listing_imports" USING btree ("created_at") WHERE "listing_imports"."state" in ('reading', 'checking', 'queued', 'running', 'cancelling');