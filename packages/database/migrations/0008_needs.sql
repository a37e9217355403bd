CREATE TABLE "need_alerts" (
	"need_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "need_alerts_need_id_organization_id_pk" PRIMARY KEY("need_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "need_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"listing_id" uuid,
	"proposal" jsonb,
	"message" text DEFAULT '' NOT NULL,
	"decline_reason" text,
	"decline_words" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "need_answers_state_known" CHECK ("need_answers"."state" in ('submitted', 'shortlisted', 'taken_up', 'declined', 'withdrawn')),
	CONSTRAINT "need_answers_listing_or_proposal" CHECK (num_nonnulls("need_answers"."listing_id", "need_answers"."proposal") = 1),
	CONSTRAINT "need_answers_declined_with_reason" CHECK (("need_answers"."state" = 'declined') = ("need_answers"."decline_reason" is not null)
        and ("need_answers"."decline_reason" <> 'other' or "need_answers"."decline_words" <> ''))
);
--> statement-breakpoint
CREATE TABLE "need_feedback" (
	"need_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"side" text NOT NULL,
	"fits" integer NOT NULL,
	"reason" text,
	"words" text DEFAULT '' NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "need_feedback_need_id_listing_id_side_pk" PRIMARY KEY("need_id","listing_id","side"),
	CONSTRAINT "need_feedback_side_known" CHECK ("need_feedback"."side" in ('poster', 'owner')),
	CONSTRAINT "need_feedback_reason_of_misfit" CHECK ("need_feedback"."fits" in (0, 1) and ("need_feedback"."fits" = 0) = ("need_feedback"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "need_versions" (
	"need_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "need_versions_need_id_version_pk" PRIMARY KEY("need_id","version")
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"working" jsonb NOT NULL,
	"changes_state" text,
	"published" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"review_reasons" jsonb,
	"visibility" text DEFAULT 'public' NOT NULL,
	"type" text,
	"technical_field" text,
	"plan_industry" text,
	"region_code" text NOT NULL,
	"cooperation_modes" text[] DEFAULT '{}' NOT NULL,
	"budget_max_fen" bigint,
	"deadline_on" date,
	"terms" text[] DEFAULT '{}' NOT NULL,
	"withdrawal_reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" uuid,
	"published_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "needs_state_known" CHECK ("needs"."state" in ('draft', 'submitted', 'published', 'in_talks', 'solved', 'withdrawn', 'expired')),
	CONSTRAINT "needs_changes_state_known" CHECK ("needs"."changes_state" in ('draft', 'submitted')),
	CONSTRAINT "needs_visibility_known" CHECK ("needs"."visibility" in ('public', 'anonymous', 'verified', 'invited')),
	CONSTRAINT "needs_budget_positive" CHECK ("needs"."budget_max_fen" > 0),
	CONSTRAINT "needs_published_is_whole" CHECK ("needs"."state" not in ('published', 'in_talks', 'solved', 'expired') or ("needs"."version" > 0
        and "needs"."published" is not null and "needs"."published_at" is not null and "needs"."deadline_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "contracts" ALTER COLUMN "listing_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "listing_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ALTER COLUMN "listing_version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "need_answer_id" uuid;--> statement-breakpoint
ALTER TABLE "need_alerts" ADD CONSTRAINT "need_alerts_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_alerts" ADD CONSTRAINT "need_alerts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_alerts" ADD CONSTRAINT "need_alerts_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_answers" ADD CONSTRAINT "need_answers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_feedback" ADD CONSTRAINT "need_feedback_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_feedback" ADD CONSTRAINT "need_feedback_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_feedback" ADD CONSTRAINT "need_feedback_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_versions" ADD CONSTRAINT "need_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "need_alerts_untold" ON "need_alerts" USING btree ("organization_id") WHERE "need_alerts"."told_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "need_answers_one_open" ON "need_answers" USING btree ("need_id","organization_id",coalesce("listing_id", "need_id")) WHERE "need_answers"."state" in ('submitted', 'shortlisted', 'taken_up');--> statement-breakpoint
CREATE INDEX "need_answers_need" ON "need_answers" USING btree ("need_id","created_at","id");--> statement-breakpoint
CREATE INDEX "need_answers_organization" ON "need_answers" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "need_answers_files" ON "need_answers" USING gin (("proposal" -> 'attachments') jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "need_feedback_listing" ON "need_feedback" USING btree ("listing_id","side");--> statement-breakpoint
CREATE INDEX "needs_review" ON "needs" USING btree ("submitted_at","id") WHERE "needs"."state" = 'submitted' or "needs"."changes_state" = 'submitted';--> statement-breakpoint
CREATE INDEX "needs_organization" ON "needs" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "needs_newest" ON "needs" USING btree ("state","published_at","id");--> statement-breakpoint
CREATE INDEX "needs_deadline" ON "needs" USING btree ("deadline_on") WHERE "needs"."state" in ('published', 'in_talks');--> statement-breakpoint
CREATE INDEX "needs_terms" ON "needs" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "needs_published_files" ON "needs" USING gin (("published" -> 'attachments') jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "needs_working_files" ON "needs" USING gin (("working" -> 'attachments') jsonb_path_ops);--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_need_answer_id_need_answers_id_fk" FOREIGN KEY ("need_answer_id") REFERENCES "public"."need_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_per_answer" ON "requests" USING btree ("need_answer_id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_stands_on_something" CHECK (("requests"."listing_id" is not null or "requests"."need_answer_id" is not null)
        and ("requests"."listing_id" is null) = ("requests"."listing_version" is null));